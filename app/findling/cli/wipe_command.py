"""Command that removes all that Findling knows: wipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_locked_context
from findling.cli.output import console, count, print_json, show_path, size_text
from findling.errors import FindlingError, LibraryBusyError
from findling.messages.command_templates import CommandMessage
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from findling.library_wipe import WipeReport

_WORD = "wipe"
_PATIENCE_SECONDS = 60.0
_SHOWN = 20


@click.command()
@click.option("--settings", is_flag=True, help="The settings as well.")
@click.option("--yes", is_flag=True, help="Ask nothing; for scripts.")
@pass_locked_context
def wipe(context: Context, settings: bool, yes: bool) -> None:
    """Delete all that Findling knows of your files: texts, indexes, rules, labels, history, backups and logs.

    Your files stay as they are, and so do installed models. What has this library open, a window say, is ended first.
    """
    from findling.library_wipe import LibraryWipe
    from findling.processes.library_users import end_users
    from findling.processes.writer.writer_lock import WriterLock

    paths = context.paths
    planned = LibraryWipe(paths, settings=settings, tries=True).carry_out()
    if not planned.files:
        raise FindlingError(LibraryMessage.NO_LIBRARY(folder=paths.data))
    if not yes:
        _confirm(context, planned)
    if running := end_users(paths, _PATIENCE_SECONDS):
        raise LibraryBusyError(CommandMessage.STILL_RUNNING(processes=tuple(map(str, running))), Remedy.WAIT_OR_END())
    removal = LibraryWipe(paths, settings=settings)
    lock = WriterLock(paths)
    if paths.data.is_dir():
        lock.acquire()
    try:
        first = removal.carry_out(spare={paths.lock, paths.lock.with_suffix(".json")})
    finally:
        lock.release()
    last = removal.carry_out()
    _tell(context, first.files + last.files, first.size + last.size, last)
    if last.failed:
        raise SystemExit(1)


def _confirm(context: Context, planned: WipeReport) -> None:
    """Have the word typed; raises `click.Abort` where something else is."""
    paths = context.paths
    places = ", ".join(dict.fromkeys(map(show_path, (paths.data, paths.config, paths.cache, paths.logs))))
    said = (
        f"{count(planned.files, 'file')} of Findling's own, {size_text(planned.size)}, will be deleted from {places}."
    )
    print(f"{said} Your own files stay as they are.", file=sys.stderr)
    if click.prompt(f"Type {_WORD} to go on", err=True, default="", show_default=False).strip() != _WORD:
        print("Nothing was deleted.", file=sys.stderr)
        raise click.Abort


def _tell(context: Context, files: int, size: int, last: WipeReport) -> None:
    kept = [each for each in last.survivors if each.reason is None]
    if context.json:
        failed = [{"path": str(each.path), "reason": str(each.reason)} for each in last.failed]
        print_json({"files": files, "bytes": size, "kept": [str(each.path) for each in kept], "failed": failed})
        return
    out = console()
    out.print(f"{count(files, 'file')} deleted, {size_text(size)}.")
    if context.paths.models.exists():
        out.print(f"Installed models stay: {show_path(context.paths.models)}")
    for each in kept[:_SHOWN]:
        out.print(f"Kept, since Findling did not make it: {show_path(each.path)}")
    if len(kept) > _SHOWN:
        out.print(f"Kept likewise: {count(len(kept) - _SHOWN, 'other')}.")
    for each in last.failed:
        out.print(f"Could not be deleted: {show_path(each.path)}: {each.reason}")
