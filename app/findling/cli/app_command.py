"""`app`: the window."""

from __future__ import annotations

from pathlib import Path

import click

from findling.cli.context import Context, pass_context
from findling.errors import FindlingError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.paths import absolute


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, file_okay=False), metavar="[FOLDER]...")
@click.option("--search", "query", default="", metavar="QUERY", help="Search for this at once.")
@click.option("--toggle", is_flag=True, help="Show the quick window, or hide it; for a key of your desktop.")
@pass_context
def app(context: Context, folders: tuple[Path, ...], query: str, toggle: bool) -> int:
    """Open the window, on these FOLDERs as well; as `findling` alone does."""
    for folder in folders:
        if not folder.is_dir():
            raise FindlingError(LibraryMessage.NO_FOLDER(folder=folder), Remedy.CHECK_SPELLING())
    return context.open_window(context.paths, tuple(map(absolute, folders)), query, toggle=toggle)
