"""Commands for a shared library: create, join, share, publish, status, leave."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, iso_time, make_line, plural, print_json, show_path
from findling.cli.progress_meter import running_meter
from findling.cli.remote_command import read_key_file
from findling.errors import UsageError
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.paths import absolute

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.models.embedder import SharedEmbedder
    from findling.team.library_address import LibraryAddress
    from findling.team.publication_state import PublicationState

_password_file = click.option(
    "--password-file", type=click.Path(path_type=Path), help="A file with the password; - reads it from input."
)


@click.group(invoke_without_command=True)
@click.pass_context
def library(click_context: click.Context) -> None:
    """Share a library with others, on your PostgreSQL server; without a command, tell its state."""
    if click_context.invoked_subcommand is None:
        _show(click_context.obj)


@library.command()
@click.argument("address")
@_password_file
@pass_context
def create(context: Context, address: str, password_file: Path | None) -> None:
    """Make a shared library in the empty database at ADDRESS, for the model in use, and join it.

    ADDRESS is like postgresql://ann@db.example.org/findling. It takes a role that may make roles and the extension
    pgvector there; others then need only to join.
    """
    from findling.team.joining import found_library

    parsed, password = _read_address(address, password_file)
    _tell(found_library(context.paths, _open_model(context), parsed, password))
    _show(context)


@library.command()
@click.argument("address")
@_password_file
@pass_context
def join(context: Context, address: str, password_file: Path | None) -> None:
    """Join the shared library at ADDRESS, to search it and to publish there.

    The password goes to the keyring. Nothing of yours is published before you share a folder.
    """
    from findling.team.joining import join_library

    parsed, password = _read_address(address, password_file)
    _tell(join_library(context.paths, _open_model(context), parsed, password))
    _show(context)


@library.command("share")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--with", "readers", multiple=True, metavar="NAME", help="A person or a group; everyone for all.")
@click.option("--withdraw", is_flag=True, help="Take it back, with all that was published of it.")
@pass_context
def share_folder(context: Context, folder: Path, readers: tuple[str, ...], withdraw: bool) -> None:
    """Share a folder of this library with people and groups of the server.

    Text, names, dates and people of what is in there can then be found and read by them. The files follow by themselves
    while Findling's window or `findling index --watch` runs, or come with `findling library publish`.
    """
    from findling.sharing.shared_folders import is_inside
    from findling.team.membership import announce_sharing, require_membership
    from findling.team.team_library import TeamLibrary

    if withdraw == bool(readers):
        raise click.UsageError("Say with whom, by --with NAME, or --withdraw.")
    folder = absolute(folder)
    membership = require_membership(context.paths)
    if not withdraw:
        with context.library() as local:
            covered = [report.path for report in local.folders()]
        if not is_inside(folder, covered):
            raise UsageError(TeamMessage.NOT_IN_LIBRARY(folder=folder), TeamRemedy.ADD_FIRST(folder=folder))
    with TeamLibrary.open(membership) as team:
        if withdraw:
            team.withdraw(folder)
        else:
            team.share(folder, readers)
            announce_sharing(context.paths)
    _show(context)


@library.command()
@pass_context
def publish(context: Context) -> None:
    """Bring what is new in the shared folders to the shared library, and take back what is gone.

    What this computer has read and embedded is copied as it is. Contents that are there already, whoever brought them,
    are not sent again.
    """
    from findling.team.membership import require_membership
    from findling.team.publication_state import PublicationState, write_publication_state
    from findling.team.team_library import TeamLibrary

    membership = require_membership(context.paths)
    with (
        context.library() as local,
        TeamLibrary.open(membership) as team,
        running_meter(context, "{:,}".format) as meter,
    ):
        done = team.publish(local.database, lambda now: meter(now.brought, max(now.changed, now.brought), "documents"))
    # Where that cannot be noted, it is none the less published.
    with suppress(OSError):
        write_publication_state(context.paths, PublicationState(time.time_ns()))
    if context.json:
        print_json(
            {
                "files": done.files,
                "changed": done.changed,
                "removed": done.removed,
                "documents": done.brought,
                "waiting": done.waiting,
            }
        )
        return
    told = f"{plural(done.files, 'file')} published: {done.changed:,} new or changed, {done.removed:,} taken back."
    console().print(f"{told} {plural(done.brought, 'content')} sent.")
    if done.waiting:
        console().print(f"{plural(done.waiting, 'content')} of these are being sent by another computer.")


@library.command()
@pass_context
def status(context: Context) -> None:
    """Show the shared library joined, what you may see there, and what this computer shares."""
    _show(context)


@library.command()
@click.option("--keep", is_flag=True, help="Leave what was published where it is; the server is not asked.")
@pass_context
def leave(context: Context, keep: bool) -> None:
    """Take back all that this computer published; forget the shared library and its password."""
    from findling.team.joining import leave_library

    leave_library(context.paths, keep=keep)
    _show(context)


def _read_address(address: str, password_file: Path | None) -> tuple[LibraryAddress, str]:
    from findling.team.library_address import LibraryAddress

    parsed, password = LibraryAddress.parse(address)
    return parsed, read_key_file(password_file, or_input=True) if password_file else password


def _tell(mismatch: Notice | None) -> None:
    """Say that the model in use is another one than the library's, if it is."""
    if mismatch:
        print(f"findling: {make_line(str(mismatch))}", file=sys.stderr)


def _open_model(context: Context) -> SharedEmbedder:
    from findling.models.embedder import SharedEmbedder

    return SharedEmbedder(context.paths, context.settings)


def _show(context: Context) -> None:
    """Print which shared library was joined, and what this user sees there."""
    from findling.team.membership import read_membership
    from findling.team.publication_state import read_publication_state
    from findling.team.server_link import ServerUnreachableError
    from findling.team.team_library import TeamLibrary, name_readers

    membership = read_membership(context.paths)
    if membership is None:
        if context.json:
            print_json({"address": None})
        else:
            console().print("This library has joined no shared one.")
        return
    state = read_publication_state(context.paths)
    try:
        with TeamLibrary.open(membership) as team:
            found = team.status()
    except ServerUnreachableError:
        if not context.json:
            console().print(f"The shared library at {membership.address}.")
            _show_publishing(state)
        raise
    if context.json:
        print_json(
            {
                "address": membership.address,
                "model": found.model.id,
                "files": found.files,
                "documents": found.documents,
                "passages": found.passages,
                "shared": [
                    {"path": str(each.path), "with": list(name_readers(each.readers))} for each in found.folders
                ],
                "in_step": iso_time(state.in_step_ns) if state.in_step_ns else None,
                "waits": str(state.failure) if state.failure else None,
            }
        )
        return
    out = console()
    out.print(f"The shared library at {membership.address}, made with {found.model.id}.")
    out.print(f"You may see {plural(found.files, 'file')} there, in {plural(found.passages, 'passage')}.")
    for each in found.folders:
        out.print(f"{show_path(each.path)}  with {make_line(', '.join(name_readers(each.readers)))}")
    if found.folders:
        _show_publishing(state)


def _show_publishing(state: PublicationState) -> None:
    """Print when all that is shared was published last, and what keeps it since."""
    out = console()
    out.print(f"Published {iso_time(state.in_step_ns)}." if state.in_step_ns else "Not all of it was published yet.")
    if state.failure:
        out.print(f"Since then it could not be: {make_line(str(state.failure))}")
