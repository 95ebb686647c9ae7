"""Commands for labels: label, labels."""

from __future__ import annotations

from pathlib import Path

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, iso_time, make_line, plural, print_json, show_path
from findling.cli.writer_commands import start_writer
from findling.domain.comparisons import floor_percent
from findling.domain.labels import LabelAct, LabelActKind, LabelChoice, SuggestionOrder
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage

_MANY = 1000
_IN_WORDS = {
    LabelActKind.GIVEN: "was given to files",
    LabelActKind.REFUSED: "was refused for files",
    LabelActKind.TAKEN: "was taken off files",
    LabelActKind.REMOVED: "was removed",
    LabelActKind.RENAMED: "got another name",
    LabelActKind.MERGED: "became one with another label",
}


@click.command()
@click.argument("name", required=False, default="")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--remove", is_flag=True, help="Take the label, or a refusal, from FILEs; without any, from all files.")
@click.option("--refuse", is_flag=True, help="FILEs do not bear it, and it is suggested for them no more.")
@click.option("--rename", nargs=2, metavar="OLD NEW", help="Give the label OLD another name.")
@click.option("--merge", is_flag=True, help="With --rename: where there is a label NEW already, make one of both.")
@click.option("--undo", is_flag=True, help="Undo what was done last with labels, or with NAME.")
@click.option("--suggest", is_flag=True, help="List the files that it is suggested for, the surest first.")
@click.option("--least-sure", is_flag=True, help="With --suggest: those first that an answer teaches most about.")
@click.option("--watch/--no-watch", default=None, help="Suggest it for files that come from now on, or no more.")
@click.option("-n", "limit", default=20, show_default=True, type=click.IntRange(1, _MANY), help="How many suggestions.")
@pass_context
def label(
    context: Context,
    name: str,
    files: tuple[Path, ...],
    limit: int,
    *,
    remove: bool,
    refuse: bool,
    rename: tuple[str, str] | None,
    merge: bool,
    undo: bool,
    suggest: bool,
    least_sure: bool,
    watch: bool | None,
) -> None:
    """Give the label NAME to FILEs, or list the files that bear it.

    A label is known to this library alone and written to no file. `label:NAME` in a query finds what bears it.
    """
    changes = undo + (rename is not None) + (watch is not None)
    if (
        changes + suggest + remove + refuse > 1
        or (refuse and not files)
        or least_sure > suggest
        or merge > bool(rename)
    ):
        raise UsageError(CommandMessage.ONE_OF_LABEL_OPTIONS())
    if ((changes or suggest) and files) or (rename and name):
        raise UsageError(CommandMessage.ONE_OF_LABEL_OPTIONS())
    if changes and (name or rename or undo):
        _change(context, name, rename, merge=merge, watch=watch)
        return
    if not name:
        raise UsageError(CommandMessage.NO_LABEL_NAMED())
    if suggest:
        _suggest(context, name, limit, SuggestionOrder.LEAST_SURE if least_sure else SuggestionOrder.SUREST)
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
        if not context.json:
            console().print("To take it back: findling label --undo")
        return
    from findling.search.label_suggestions import list_bearers

    with context.library() as library:
        paths = [each.path for each in list_bearers(library.database, name)]
    if context.json:
        print_json({"name": name, "files": [{"path": str(path)} for path in paths]})
        return
    for path in paths:
        console().print(show_path(path))
    console().print(f"{plural(len(paths), 'file')} labelled {make_line(name)}.")


@click.command()
@pass_context
def labels(context: Context) -> None:
    """List the labels, with how many files bear each and for how many new ones it is suggested."""
    _print_labels(context)


def _change(context: Context, name: str, rename: tuple[str, str] | None, *, merge: bool, watch: bool | None) -> None:
    """Rename or watch a label, or undo what was done last, and list the labels."""
    undone = None
    with start_writer(context) as writer:
        if rename is not None:
            writer.rename_label(*rename, merge=merge)
        elif watch is not None:
            writer.watch_label(name, watched=watch)
        else:
            undone = writer.undo_label_act(name)
    _print_labels(context, undone)


def _suggest(context: Context, name: str, limit: int, order: SuggestionOrder) -> None:
    from findling.search.label_suggestions import suggest_files

    with context.library(once=True) as library:
        suggestions = suggest_files(library.database, name, limit, order)
    if context.json:
        document = [
            {"path": str(each.path), "probability": each.probability, "new": each.is_new} for each in suggestions
        ]
        print_json({"suggestions": document})
        return
    for each in suggestions:
        new = "  new" if each.is_new else ""
        console().print(f"{floor_percent(each.probability):3}%  {show_path(each.path)}{new}")
    if not suggestions:
        console().print("Nothing is suggested.")


def _print_labels(context: Context, undone: LabelAct | None = None) -> None:
    from findling.search.label_suggestions import count_new_suggestions

    with context.library(once=True) as library:
        known = library.database.labels.all()
        new = count_new_suggestions(library.database)
    if context.json:
        document = [
            {
                "name": each.name,
                "files": each.files,
                "watched": each.watched_since_ns is not None,
                "suggested": new.get(each.name, 0),
            }
            for each in known
        ]
        act = {"act": undone.kind.value, "name": undone.name, "made": iso_time(undone.made_ns)} if undone else None
        print_json({"labels": document} | ({"undone": act} if act else {}))
        return
    if undone:
        console().print(f"Undone: {make_line(undone.name)} {_IN_WORDS[undone.kind]}.")
    for each in known:
        suggested = f", suggested for {plural(new[each.name], 'new file')}" if each.name in new else ""
        console().print(f"{make_line(each.name)}: {plural(each.files, 'file')}{suggested}")
    if not known:
        console().print("No labels yet. Give one: findling label NAME FILE")
