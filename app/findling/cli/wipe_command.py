"""Command that removes all that Findling knows: wipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_locked_context
from findling.cli.output import as_document, console, plural, print_json, show_path, size_text

if TYPE_CHECKING:
    from findling.processes.whole_wipe import WipeOutcome

_SHOWN = 20


@click.command()
@click.option("--settings", is_flag=True, help="The settings as well.")
@click.option("--yes", is_flag=True, help="Ask nothing; for scripts.")
@pass_locked_context
def wipe(context: Context, settings: bool, yes: bool) -> None:
    """Delete all that Findling knows of your files.

    That is texts, indexes, rules, labels, history, backups and logs. What it entered elsewhere goes too: keys of
    servers in the keyring, its entries at assistants and in the search of the desktop, the start at the login. Your
    files stay as they are, and so do installed models and Findling itself. What has this library open, a window say, is
    ended first.
    """
    from findling.processes.whole_wipe import WholeWipe

    act = WholeWipe(context.paths, context.settings, with_settings=settings)
    planned = act.plan()
    if not yes:
        _confirm(context, planned)
    outcome = act.carry_out()
    _tell(context, outcome)
    if not outcome.is_whole:
        raise SystemExit(1)


def _confirm(context: Context, planned: WipeOutcome) -> None:
    """Have the word typed; raises `click.Abort` where something else is."""
    from findling.library_wipe import WIPE_WORD

    paths = context.paths
    places = ", ".join(dict.fromkeys(map(show_path, (paths.data, paths.config, paths.cache, paths.logs))))
    said = (
        f"{plural(planned.files, 'file')} of Findling's own, {size_text(planned.size)}, will be deleted from {places}."
    )
    print(f"{said} Your own files stay as they are.", file=sys.stderr)
    for each in planned.entries:
        print(f"Taken away as well: {each}", file=sys.stderr)
    if click.prompt(f"Type {WIPE_WORD} to go on", err=True, default="", show_default=False).strip() != WIPE_WORD:
        print("Nothing was deleted.", file=sys.stderr)
        raise click.Abort


def _tell(context: Context, outcome: WipeOutcome) -> None:
    kept = [each for each in outcome.remaining if each.reason is None]
    if context.json:
        failed = [{"path": str(each.path), "reason": str(each.reason)} for each in outcome.failed]
        print_json(
            {
                "files": outcome.files,
                "bytes": outcome.size,
                "kept": [str(each.path) for each in kept],
                "failed": failed,
                "entries": [as_document(each) for each in outcome.entries],
                "entries_left": [
                    {"entry": as_document(each.what), "reason": str(each.reason)} for each in outcome.left
                ],
            }
        )
        return
    out = console()
    out.print(f"{plural(outcome.files, 'file')} deleted, {size_text(outcome.size)}.")
    for entry in outcome.entries:
        out.print(f"Taken away: {entry}")
    if context.paths.models.exists():
        out.print(f"Installed models stay: {show_path(context.paths.models)}")
    for each in kept[:_SHOWN]:
        out.print(f"Kept, since Findling did not make it: {show_path(each.path)}")
    if len(kept) > _SHOWN:
        out.print(f"Kept likewise: {plural(len(kept) - _SHOWN, 'other')}.")
    for each in outcome.failed:
        out.print(f"Could not be deleted: {show_path(each.path)}: {each.reason}")
    for left in outcome.left:
        out.print(f"Could not be taken away: {left.what}: {left.reason}")
