"""Commands on what other programs may see, and what they asked for: share, calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, iso_time, make_line, plural, print_json, show_path

if TYPE_CHECKING:
    from findling.domain.sharing import LoggedCall


@click.command()
@click.argument("folders", metavar="[FOLDER]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--withdraw", is_flag=True, help="Share these no more, from this moment on.")
@pass_context
def share(context: Context, folders: tuple[Path, ...], withdraw: bool) -> None:
    """Let assistants and other programs of yours search and read FOLDERs, or list those shared.

    They see the text of what is indexed in there, and its names and dates; they change nothing. What they do
    with it is up to them: many send it to a server.
    """
    from findling.sharing import shared_folders

    shared = shared_folders.read_shared(context.paths)
    for folder in folders:
        if withdraw:
            shared = shared_folders.withdraw(context.paths, folder)
        else:
            with context.library() as library:
                covered = [report.path for report in library.folders()]
            shared = shared_folders.share(context.paths, folder, covered)
    if context.json:
        print_json({"shared": [str(folder) for folder in shared]})
        return
    if not shared:
        console().print("Nothing is shared with other programs.")
    for folder in shared:
        console().print(show_path(folder))


@click.command()
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option("-n", "limit", default=20, show_default=True, type=click.IntRange(1, 10_000), help="How many calls.")
@click.option("--clear", is_flag=True, help="Forget them all.")
@pass_context
def calls(context: Context, words: tuple[str, ...], limit: int, clear: bool) -> None:
    """Show what other programs asked for, the latest first.

    WORDS limit them to calls that have all of them in program, question or files.
    """
    from findling.storage.call_log import CallLog

    log = CallLog(context.paths.calls, context.paths.key)
    if clear:
        forgotten = log.clear()
        if context.json:
            print_json({"forgotten": forgotten})
        else:
            console().print(f"{plural(forgotten, 'call')} forgotten.")
        return
    found = log.read(limit, words=" ".join(words))
    if context.json:
        print_json({"calls": list(map(_as_call, found))})
        return
    if not found:
        console().print("Nothing was asked for.")
    for entry in found:
        _print_call(entry)


def _as_call(entry: LoggedCall) -> dict[str, object]:
    call = entry.call
    return {
        "number": entry.number,
        "at": iso_time(entry.at_ns),
        "caller": call.caller,
        "way": call.way.value,
        "operation": call.operation,
        "asked": call.asked,
        "outcome": call.outcome.value,
        "reason": call.reason,
        "files": list(call.files),
    }


def _print_call(entry: LoggedCall) -> None:
    call = entry.call
    out = console()
    out.print(
        f"{iso_time(entry.at_ns)}  {make_line(call.caller)}  {make_line(call.operation)}  {make_line(call.asked)}"
    )
    if call.reason:
        out.print(f"    {call.outcome.value}: {make_line(call.reason)}", style="dim")
    for file in call.files:
        out.print(f"    {make_line(file)}", style="dim")
