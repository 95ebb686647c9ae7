"""Commands for the folders of the library: add, remove, folders."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import by_text, console, plural, print_json, show_path
from findling.cli.writer_commands import start_writer

_FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("paths", metavar="FOLDER...", nargs=-1, required=True, type=_FOLDER)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out what matches (as in a .gitignore file).")
@pass_context
def add(context: Context, paths: tuple[Path, ...], exclude: tuple[str, ...]) -> None:
    """Add folders to the library; `findling index` then reads them."""
    with start_writer(context) as writer:
        for path in paths:
            writer.add(path, exclude or None)
    _print_folders(context)


@click.command()
@click.argument("paths", metavar="FOLDER...", nargs=-1, required=True, type=_FOLDER)
@pass_context
def remove(context: Context, paths: tuple[Path, ...]) -> None:
    """Take folders out of the library; the folders themselves are not touched."""
    with start_writer(context) as writer:
        forgotten = sum(writer.remove(path) for path in paths)
    if not context.json:
        console().print(f"{forgotten:,} files are no longer in the library.")
    _print_folders(context)


@click.command()
@click.argument("paths", metavar="FOLDER...", nargs=-1, required=True, type=_FOLDER)
@pass_context
def forget(context: Context, paths: tuple[Path, ...]) -> None:
    """Forget the files of folders that are offline: kept, because their disk may come back."""
    with start_writer(context) as writer:
        forgotten = sum(writer.forget(path) for path in paths)
    if not context.json:
        console().print(f"{plural(forgotten, 'file')} that were not there are forgotten.")
    _print_folders(context)


@click.command()
@pass_context
def folders(context: Context) -> None:
    """List the folders of the library."""
    _print_folders(context)


def _print_folders(context: Context) -> None:
    with context.library() as library:
        reports = library.folders()
    if context.json:
        print_json({"folders": [{**asdict(report), "path": str(report.path)} for report in reports]})
        return
    if not reports:
        console().print("No folders yet. Add one: findling index FOLDER")
    for report in reports:
        read = by_text(report.files, report.indexed)
        offline = f", {report.offline:,} offline" if report.offline else ""
        left_out = f", without {', '.join(report.exclude)}" if report.exclude else ""
        console().print(
            f"{show_path(report.path)}: {read}, {report.skipped:,} skipped, {report.failed:,} failed{offline}{left_out}"
        )
