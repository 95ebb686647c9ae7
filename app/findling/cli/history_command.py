"""Command that tells the versions of a document."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, iso_time, make_line, plural, print_json, show_path
from findling.paths import absolute

if TYPE_CHECKING:
    from findling.domain.versions import Version

_LISTED = 10
_LONGEST = 80


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--all-changes", is_flag=True, help=f"List all changes, not {_LISTED} of each version at most.")
@pass_context
def history(context: Context, file: Path, *, all_changes: bool) -> None:
    """List the versions of the document in FILE, the newest first, with what changed in each."""
    from findling.duplicates.version_history import find_history

    with context.library() as library:
        versions = find_history(library.database, absolute(file))
    if context.json:
        print_json({"versions": list(map(_as_document, versions))})
        return
    for version in versions:
        is_ordered = version.newer_by is not None or version is versions[-1]
        _print_version(version, len(version.changes) if all_changes else _LISTED, is_ordered=is_ordered)
    if len(versions) == 1:
        console().print("No other version of it is known.")
    if any(version.newer_by is None for version in versions[:-1]):
        console().print("Where the order is not known, neither names, texts nor dates tell which one is the newer.")


def _print_version(version: Version, most: int, *, is_ordered: bool) -> None:
    out = console()
    copies = f", also in {plural(len(version.copies), 'other file')}" if version.copies else ""
    moment = iso_time(version.modified_ns)[:16].replace("T", " ")
    order = "" if is_ordered else ", order not known"
    out.print(f"{moment}  {show_path(version.path)}{copies}{order}", style="bold")
    for change in version.changes[:most]:
        before, after = (_shorten(side) for side in (change.before, change.after))
        if change.before and change.after:
            out.print(f"  {change.kind}: {before} → {after}")
        else:
            out.print(f"  {change.kind} {'new' if change.after else 'gone'}: {after or before}")
    if len(version.changes) > most:
        out.print(f"  and {plural(len(version.changes) - most, 'more change')} (--all-changes lists them)")


def _shorten(text: str) -> str:
    line = make_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _as_document(version: Version) -> dict[str, object]:
    return {
        "path": str(version.path),
        "modified": iso_time(version.modified_ns),
        "copies": [str(path) for path in version.copies],
        "changes": [asdict(change) for change in version.changes],
        "newer_by": version.newer_by,
    }
