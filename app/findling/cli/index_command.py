"""Command that brings the library up to date: index."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, duration_text, make_line, make_printable, plural, print_json
from findling.cli.writer_commands import start_writer, stopping
from findling.domain.duplicate_check import explain_arrival
from findling.domain.library import measure_share
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.library import Progress, Summary
    from findling.processes.writer.writer_client import News, WriterClient

_LINE_SECONDS = 5.0


@click.command()
@click.argument("paths", metavar="[FOLDER]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--watch", is_flag=True, help="Go on following changes until interrupted.")
@click.option("--retry", is_flag=True, help="Try files again that failed before.")
@click.option("--now", is_flag=True, help="Take all cores while the computer is in use, and go on on battery.")
@pass_context
def index(context: Context, paths: tuple[Path, ...], watch: bool, retry: bool, now: bool) -> None:
    """Make folders searchable, or bring all of the library up to date.

    Only what is new or has changed is read. It may be interrupted at any time: the next run goes on from there.
    """
    # They hold in the writer, which has no one to tell but its log.
    context.tell_problems(context.load_settings())
    display = choose_display(context)
    with start_writer(context) as writer:
        summary = _consume(writer.index(paths, retry=retry, now=now), writer, display)
        _print_summary(context, summary)
        if summary.stopped:
            raise KeyboardInterrupt
        if summary.found == 0 and not paths and not _has_folders(context):
            raise UsageError(LibraryMessage.NO_FOLDERS_YET(), Remedy.NAME_FOLDER())
        if watch:
            display.say("Following changes. Ctrl+C ends.")
            _consume(writer.follow(), writer, display, tells_arrivals=True)


def _consume(news: Iterator[News], writer: WriterClient, display: _Display, *, tells_arrivals: bool = False) -> Summary:
    """Follow a run to its end; the first Ctrl+C stops it, a second one leaves it.

    Files that came and are like others are told of only while changes are followed: a run may bring in hundreds.
    """
    from findling.domain.library import Progress, Summary
    from findling.processes.writer.messages import Advisory, Arrived, Done, Offline, Waiting

    summary = Summary()
    try:
        with stopping(writer):
            for event in news:
                if isinstance(event, Progress):
                    display.show(event)
                elif isinstance(event, Waiting):
                    holder = event.holder.notice if event.holder else LibraryMessage.OTHER_PROCESS()
                    display.say(f"The library is in use by {holder}, which will do it; this waits for it.")
                elif isinstance(event, Advisory):
                    display.say(str(event.notice))
                elif isinstance(event, Arrived):
                    for came in event.files if tells_arrivals else ():
                        display.say(make_line(str(explain_arrival(came))))
                elif isinstance(event, Offline):
                    for note in event.notes:
                        display.say(str(note))
                elif isinstance(event, Done) and event.summary:
                    summary = event.summary
    finally:
        display.close()
    return summary


def _has_folders(context: Context) -> bool:
    with context.library() as library:
        return bool(library.folders())


def _print_summary(context: Context, summary: Summary) -> None:
    rate = summary.chunks / summary.seconds if summary.seconds else 0.0
    if context.json:
        print_json(
            {
                **asdict(summary),
                "notes": list(map(str, summary.notes)),
                "chunks_per_second": round(rate, 1),
                "seconds": round(summary.seconds, 2),
            }
        )
        return
    out = console()
    searchable = summary.indexed + summary.unchanged
    out.print(
        f"{searchable:,} of {summary.found:,} files are searchable: {summary.indexed:,} read now"
        f" ({summary.chunks:,} passages in {duration_text(summary.seconds)}), {summary.unchanged:,} unchanged,"
        f" {summary.removed:,} removed."
    )
    if summary.skipped:
        out.print(f"{summary.skipped:,} hold no text to search: findling files --status skipped")
    if summary.failed:
        out.print(f"{summary.failed:,} could not be read: findling files --status failed")
    for note in summary.notes:
        out.print(make_printable(str(note)))
    if summary.pending:
        out.print(f"{plural(summary.pending, 'file')} still to be read; the next run goes on from here.")
    if summary.unembedded:
        waiting = plural(summary.unembedded, "file")
        out.print(f"{waiting} found by words, and not by meaning yet; the next run goes on from here.")


def choose_display(context: Context) -> _Display:
    """Return the progress display that suits the options and standard error."""
    if not context.progress or (context.json and not sys.stderr.isatty()):
        return _Display()
    return _Bar() if sys.stderr.isatty() else _Lines()


class _Display:
    """Progress on standard error; this one shows none."""

    def show(self, progress: Progress) -> None:
        """Show the latest numbers."""

    def say(self, line: str) -> None:
        """Print a line."""
        print(line, file=sys.stderr)

    def close(self) -> None:
        """Clear the display."""


class _Lines(_Display):
    """Occasional lines, for logs."""

    def __init__(self) -> None:
        self._printed_at = time.monotonic()

    def show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._printed_at >= _LINE_SECONDS:
            self._printed_at = now
            print(_numbers(progress), file=sys.stderr)


class _Bar(_Display):
    """A bar with the current file, for terminals."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.fields[numbers]}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[name]}", markup=False),
            console=Console(stderr=True, highlight=False),
            transient=True,
        )
        self._task = self._bars.add_task("", total=None, numbers="Looking", name="")
        self._bars.start()

    def show(self, progress: Progress) -> None:
        name = make_printable(Path(progress.path).name)
        is_known = progress.doing != "scanning" and progress.found > 0
        share = measure_share(progress.found, progress.pending, progress.unembedded)
        if progress.doing == "grouping":
            share = progress.grouped
        self._bars.update(
            self._task,
            total=1.0 if is_known else None,
            completed=share if is_known else 0.0,
            numbers=_numbers(progress),
            name=name[:40],
        )

    def say(self, line: str) -> None:
        self._bars.console.print(line, markup=False)

    def close(self) -> None:
        self._bars.stop()


def _numbers(progress: Progress) -> str:
    if progress.doing == "waiting":
        return f"{plural(progress.pending + progress.unembedded, 'file')} to go. {CommandMessage.WAITS_ON_BATTERY()}"
    if progress.doing == "scanning":
        return f"Looking: {progress.found:,} files"
    if progress.doing == "recognising":
        left = f", about {duration_text(progress.seconds_left)} left" if progress.seconds_left else ""
        return f"Text recognition: {progress.pending:,} files wait{left}"
    if progress.doing == "grouping":
        return "Grouping by topic"
    rate = progress.chunks / progress.seconds if progress.seconds else 0.0
    left = f", about {duration_text(progress.seconds_left)} left" if progress.seconds_left else ""
    searchable = progress.indexed + progress.unchanged
    stages = f" ({searchable:,} found by words, {searchable - progress.unembedded:,} of them by meaning too)"
    files = f"{progress.found - progress.pending:,} of {progress.found:,} files{stages if progress.unembedded else ''}"
    return f"{files}, {rate:.0f} passages/s{left}"
