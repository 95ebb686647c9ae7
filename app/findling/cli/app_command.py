"""`app`: the window."""

from __future__ import annotations

from pathlib import Path

import click

from findling.cli.context import Context, pass_locked_context
from findling.domain.launch_request import LaunchRequest
from findling.errors import FindlingError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.paths import absolute


@click.command()
@click.argument("opened", nargs=-1, type=click.Path(), metavar="[FOLDER|FILE|LINK]...")
@click.option("--search", "query", default="", metavar="QUERY", help="Search for this at once.")
@click.option("--toggle", is_flag=True, help="Show the quick window, or hide it; for a key of your desktop.")
@click.option("--background", is_flag=True, help="Show nothing yet, as when you log in.")
@click.option("--quit", "quits", is_flag=True, help="End the window that is open, and wait until it has ended.")
@pass_locked_context
def app(context: Context, opened: tuple[str, ...], query: str, toggle: bool, background: bool, quits: bool) -> int:
    """Open the window, as `findling` alone does; also on FOLDERs, or on what is like a FILE.

    A LINK, such as findling:search?q=bike or findling:show?path=/home/me/letter.pdf, stands alone.
    """
    from findling.sharing.desktop_links import is_link, parse_link
    from findling.sharing.file_references import parse_reference

    if any(map(is_link, opened)):
        if len(opened) > 1:
            raise click.UsageError("A link stands alone.")
        return context.show_window(parse_link(opened[0]))
    # Desktops name files by addresses, since a program that takes links takes addresses.
    paths = [parse_reference(each) if each.startswith("file:") else Path(each) for each in opened]
    for path in paths:
        if not path.exists():
            raise FindlingError(LibraryMessage.NO_FOLDER(folder=path), Remedy.CHECK_SPELLING())
    folders = tuple(absolute(path) for path in paths if path.is_dir())
    alike = next((absolute(path) for path in paths if not path.is_dir()), None)
    request = LaunchRequest(
        folders=folders, query=query, alike=alike, toggle=toggle, background=background, quits=quits
    )
    return context.show_window(request)
