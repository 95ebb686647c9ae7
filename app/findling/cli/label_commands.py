"""Commands for labels: label, labels."""

from __future__ import annotations

from pathlib import Path

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, count, make_line, print_json, show_path
from findling.cli.writer_commands import start_writer
from findling.domain.comparisons import floor_percent
from findling.domain.labels import LabelChoice
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage

_MANY = 1000


@click.command()
@click.argument("name")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--remove", is_flag=True, help="Take the label, or a refusal, from FILEs; without any, from all files.")
@click.option("--refuse", is_flag=True, help="FILEs do not bear it, and it is suggested for them no more.")
@click.option("--suggest", is_flag=True, help="List the files that it is suggested for, the surest first.")
@click.option("-n", "limit", default=20, show_default=True, type=click.IntRange(1, _MANY), help="How many suggestions.")
@pass_context
def label(
    context: Context, name: str, files: tuple[Path, ...], limit: int, *, remove: bool, refuse: bool, suggest: bool
) -> None:
    """Give the label NAME to FILEs, or list the files that bear it.

    A label is known to this library alone and written to no file. `label:NAME` in a query finds what bears it.
    """
    if remove + refuse + suggest > 1 or (suggest and files) or (refuse and not files):
        raise UsageError(CommandMessage.ONE_OF_LABEL_OPTIONS())
    if suggest:
        _suggest(context, name, limit)
        return
    if files or remove:
        with start_writer(context) as writer:
            if files:
                choice = LabelChoice.NONE if remove else LabelChoice.REFUSED if refuse else LabelChoice.GIVEN
                writer.choose_label(name, files, choice)
            else:
                writer.remove_label(name)
    if remove and not files:
        _print_labels(context)
        return
    from findling.search.label_suggestions import list_bearers

    with context.library() as library:
        paths = list_bearers(library.database, name)
    if context.json:
        print_json({"name": name, "files": [{"path": str(path)} for path in paths]})
        return
    for path in paths:
        console().print(show_path(path))
    console().print(f"{count(len(paths), 'file')} labelled {make_line(name)}.")


@click.command()
@pass_context
def labels(context: Context) -> None:
    """List the labels, with the number of files that bear each."""
    _print_labels(context)


def _suggest(context: Context, name: str, limit: int) -> None:
    from findling.search.label_suggestions import suggest_files

    with context.library(once=True) as library:
        suggestions = suggest_files(library.database, name, limit)
    if context.json:
        document = [{"path": str(each.path), "probability": each.probability} for each in suggestions]
        print_json({"suggestions": document})
        return
    for each in suggestions:
        console().print(f"{floor_percent(each.probability):3}%  {show_path(each.path)}")
    if not suggestions:
        console().print("Nothing is suggested.")


def _print_labels(context: Context) -> None:
    with context.library() as library:
        known = library.database.labels.all()
    if context.json:
        print_json({"labels": [{"name": each.name, "files": each.files} for each in known]})
        return
    for each in known:
        console().print(f"{make_line(each.name)}: {count(each.files, 'file')}")
    if not known:
        console().print("No labels yet. Give one: findling label NAME FILE")
