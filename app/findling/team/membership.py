"""Membership of this computer's library in a shared one, in a file beside the database."""

from __future__ import annotations

import json
import os
import platform
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from findling.errors import LibraryError, UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.messages.team_templates import TeamMessage, TeamRemedy
from findling.team.library_address import LibraryAddress
from findling.team.publication_state import PublicationState, write_publication_state

if TYPE_CHECKING:
    from findling.paths import LibraryPaths


@dataclass(frozen=True, slots=True)
class Membership:
    """The shared library that one on this computer has joined.

    Attributes:
        address: without a password.
        machine: identity of the library on this computer, which no other has.
        name: of the computer, as others read it.
    """

    address: str
    machine: str
    name: str

    @classmethod
    def make(cls, address: LibraryAddress) -> Membership:
        """Return a new membership of the library on this computer."""
        return cls(address.url, secrets.token_hex(16), platform.node() or "computer")

    @property
    def server(self) -> LibraryAddress:
        """Address of the shared library."""
        return LibraryAddress.parse(self.address)[0]


def read_membership(paths: LibraryPaths) -> Membership | None:
    """Return the membership of a library; None where it has joined none.

    Raises:
        LibraryError: the file is not understood.
    """
    try:
        found = json.loads(paths.membership.read_text("utf-8"))
        membership = Membership(**found)
        LibraryAddress.parse(membership.address)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, AttributeError, UsageError) as error:
        raise LibraryError(TeamMessage.MEMBERSHIP_DAMAGED(file=paths.membership), TeamRemedy.FORGET()) from error
    return membership


def require_membership(paths: LibraryPaths) -> Membership:
    """Return the membership of a library.

    Raises:
        UsageError: it has joined none.
        LibraryError: the file that says which is not understood.
    """
    membership = read_membership(paths)
    if membership is None:
        raise UsageError(TeamMessage.NOT_JOINED(), TeamRemedy.JOIN_ONE())
    return membership


def write_membership(paths: LibraryPaths, membership: Membership) -> None:
    """Store a membership, wholly or not at all.

    Raises:
        LibraryError: the folder cannot be written.
    """
    paths.create()
    new = paths.membership.with_suffix(".new")
    try:
        with open(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump(asdict(membership), file)
        new.replace(paths.membership)
    except OSError as error:
        unusable = LibraryMessage.LIBRARY_UNUSABLE(folder=paths.data, reason=explain_os_error(error))
        raise LibraryError(unusable, Remedy.FREE_SPACE_OR_LIBRARY()) from error


def announce_sharing(paths: LibraryPaths) -> None:
    """Have the writer process see that another folder is shared, which is to be published."""
    with suppress(OSError):  # it is told by the next change of a file, then
        write_publication_state(paths, PublicationState())
        os.utime(paths.membership)


def forget_membership(paths: LibraryPaths) -> None:
    """Delete the files that say which shared library was joined, and what was published."""
    paths.membership.unlink(missing_ok=True)
    paths.publication.unlink(missing_ok=True)
