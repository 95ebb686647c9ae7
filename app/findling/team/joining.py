"""Founding, joining and leaving of a shared library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import LibraryError, UsageError
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.team.library_creation import create_library
from findling.team.membership import (
    Membership,
    forget_membership,
    read_membership,
    require_membership,
    write_membership,
)
from findling.team.server_link import ServerLink
from findling.team.team_library import TeamLibrary, describe_model
from findling.team.team_passwords import forget_password, store_password

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.models.embedder import SharedEmbedder
    from findling.paths import LibraryPaths
    from findling.team.library_address import LibraryAddress


def require_no_other(paths: LibraryPaths, address: LibraryAddress) -> None:
    """Hold a library to one shared library at a time.

    Raises:
        UsageError: it has joined another one.
        LibraryError: the file that says which is not understood.
    """
    known = read_membership(paths)
    if known and known.address != address.url:
        raise UsageError(TeamMessage.JOINED_ANOTHER(address=known.address), TeamRemedy.LEAVE_FIRST())


def join_library(paths: LibraryPaths, model: SharedEmbedder, address: LibraryAddress, password: str) -> Notice | None:
    """Join a shared library once it is known to be usable; put its password in the keyring.

    Returns:
        Why this computer can neither publish there nor search by meaning; None where it can.

    Raises:
        ServerUnreachableError: nobody answers.
        LibraryError: server, library or user do not do, or there is no keyring for the password.
        UsageError: another one was joined.
    """
    require_no_other(paths, address)
    membership = read_membership(paths) or Membership.make(address)
    encoder = model.get().encoder
    mismatch = None
    with TeamLibrary.open(membership, password) as team:
        try:
            team.require_model(encoder.fingerprint, encoder.spec.id)
        except LibraryError as error:
            mismatch = error.notice
    if password:
        store_password(address, password)
    write_membership(paths, membership)
    return mismatch


def found_library(paths: LibraryPaths, model: SharedEmbedder, address: LibraryAddress, password: str) -> Notice | None:
    """Make a shared library in an empty database, for the model in use, and join it.

    Raises:
        ServerUnreachableError: nobody answers.
        LibraryError: server, database or role do not do, or there is no keyring for the password.
        UsageError: another one was joined, or there is one already.
    """
    require_no_other(paths, address)
    with ServerLink.open(address, password) as link:
        create_library(link, describe_model(model.get()))
    return join_library(paths, model, address, password)


def leave_library(paths: LibraryPaths, *, keep: bool = False) -> None:
    """Take back all that this computer published; forget the shared library and its password.

    Args:
        paths: the library on this computer.
        keep: leave what was published where it is; the server is not asked.

    Raises:
        UsageError: none was joined.
        ServerUnreachableError: nobody answers.
        LibraryError: which one was joined is not understood, unless told to `keep`.
    """
    try:
        membership = require_membership(paths)
    except LibraryError:
        if not keep:
            raise
        # What is not understood can still be forgotten.
        forget_membership(paths)
        return
    if not keep:
        with TeamLibrary.open(membership) as team:
            team.withdraw_all()
    forget_membership(paths)
    forget_password(membership.server)
