"""Commands that report on the library: status, files, doctor."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import by_text, console, iso_time, plural, print_json, show_path, size_text
from findling.domain.files import FileStatus
from findling.messages.command_templates import CommandMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.library import Status
    from findling.storage.file_counts import FileReport


@click.command()
@pass_context
def status(context: Context) -> None:
    """Say what is in the library and what goes on."""
    from findling.processes.writer.writer_lock import find_holder

    with context.library() as library:
        found = library.status()
    holder = find_holder(context.paths)
    writer = "stopped" if holder is None else "running" if found.pending or found.unembedded else "idle"
    waits = holder is not None and holder.waits
    if context.json:
        print_json({**_status_as_document(found), "worker": writer, "waits": "battery" if waits else None})
        return
    out = console()
    out.print(
        f"{by_text(found.files, found.indexed)}: {found.pending:,} waiting, {found.skipped:,} skipped,"
        f" {found.failed:,} failed. Why: findling files"
    )
    if found.unembedded:
        by_meaning = found.indexed - found.unembedded
        out.print(f"{plural(found.indexed, 'file')} found by words, {by_meaning:,} of them by meaning too.")
    if found.offline:
        out.print(f"{plural(found.offline, 'file')} offline: kept until their disk is back, or: findling forget FOLDER")
    out.print(f"{found.chunks:,} passages, by {found.model} on {found.provider.removesuffix('ExecutionProvider')}.")
    if found.remote:
        out.print(f"The texts of your files are sent to {found.remote}, which embeds them: findling remote")
    out.print(
        f"Library {show_path(context.paths.data)}: {size_text(found.database_bytes)},"
        f" and {size_text(found.index_bytes)} of index."
    )
    for line in _describe_model(found):
        out.print(line)
    out.print("Nobody indexes." if holder is None else f"Indexed by {holder.notice}.")
    if waits:
        out.print(str(CommandMessage.WAITS_ON_BATTERY()))


@click.command()
@click.option("--status", "wanted", type=click.Choice([status.value for status in FileStatus]), help="Only these.")
@pass_context
def files(context: Context, wanted: str | None) -> None:
    """List every file that was found and, where it is not searchable, why."""
    with context.library() as library:
        reports = library.files(FileStatus(wanted) if wanted else None)
        if context.json:
            print_json({"files": [_as_document(report) for report in reports]})
            return
        out = console()
        for report in reports:
            out.print(_describe(report))


def _status_as_document(found: Status) -> dict[str, object]:
    """Return a status as JSON, with its messages in English."""
    document = asdict(found)
    del document["notices"]
    remote = document.pop("remote")
    if found.gap:
        document["gap"]["remedy"] = str(found.gap.remedy or "")
    return {**document, "notice": " ".join(map(str, found.notices)), "remote": remote}


def _describe_model(found: Status) -> Iterator[str]:
    """Yield notices about a migration, languages and the compute device."""
    from findling.models.languages import describe_gap

    if found.change:
        done = found.change.documents - found.change.left
        yield (
            f"Changing to {found.change.model}: {done:,} of {found.change.documents:,} documents are embedded with it;"
            f" {found.model} answers until then."
        )
    if found.gap:
        yield str(describe_gap(found.gap))
    yield from map(str, found.notices)


def _as_document(report: FileReport) -> dict[str, object]:
    return {
        "path": str(report.path),
        "status": report.status.value,
        "reason": report.reason.value if report.reason else None,
        "offline": report.absence is not None,
        "detail": str(report.detail or ""),
        "chunks": report.passages,
        "language": report.language,
        "modified": iso_time(report.modified_ns),
    }


def _describe(report: FileReport) -> str:
    from findling.domain.reasons import explain, explain_absence

    line = f"{report.status:8} {show_path(report.path)}"
    if report.absence:
        line += f" ({explain_absence(report.absence)})"
    if report.reason:
        advice = explain(report.reason)
        detail = f" ({str(report.detail).rstrip('.')})" if report.detail else ""
        line += f": {advice.message()}{detail}."
        line += f" {advice.remedy()}" if advice.remedy else ""
    return line


@click.command()
@pass_context
def doctor(context: Context) -> None:
    """Look whether everything is in order."""
    from findling.diagnostics.doctor import examine

    checks = list(examine(context.paths, context.settings))
    if context.json:
        print_json(
            {
                "checks": [
                    {"name": each.name, "ok": each.ok, "detail": str(each.detail), "fix": str(each.fix or "")}
                    for each in checks
                ]
            }
        )
    else:
        out = console()
        for check in checks:
            out.print(f"{'ok ' if check.ok else 'BAD'} {check.name}: {check.detail} {check.fix or ''}".rstrip())
    if not all(check.ok for check in checks):
        raise SystemExit(1)
