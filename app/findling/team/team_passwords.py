"""Passwords of shared libraries, in the system's keyring or the environment."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.encryption.system_keyring import KeyringRefusal, opened_keyring
from findling.errors import LibraryError
from findling.messages.team_templates import TeamMessage, TeamRemedy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend

    from findling.team.library_address import LibraryAddress

VARIABLE = "FINDLING_LIBRARY_PASSWORD"

_SERVICE = "findling shared library"
_REMEDY = TeamRemedy.KEY_IN_ENVIRONMENT(variable=VARIABLE)


def find_password(address: LibraryAddress) -> str:
    """Return the password for a server, from the environment or else the keyring; "" where there is none.

    Then libpq looks where it always does: its own variables, the user's file .pgpass, Kerberos.

    Raises:
        LibraryError: the keyring does not open.
    """
    if password := os.environ.get(VARIABLE, ""):
        return password
    with _opened() as keyring:
        return (keyring.get_password(_SERVICE, address.url) or "") if keyring else ""


def has_password(address: LibraryAddress) -> bool:
    """Return whether the keyring has the password for a server.

    Raises:
        LibraryError: the keyring does not open.
    """
    with _opened() as keyring:
        return keyring is not None and keyring.get_password(_SERVICE, address.url) is not None


def store_password(address: LibraryAddress, password: str) -> None:
    """Keep the password for a server in the system's keyring.

    Raises:
        LibraryError: there is no keyring, or it does not take the password.
    """
    with _opened() as keyring:
        if keyring is None:
            raise LibraryError(TeamMessage.NO_KEYRING(), _REMEDY)
        keyring.set_password(_SERVICE, address.url, password)


def forget_password(address: LibraryAddress) -> None:
    """Delete the password for a server from the keyring, if it is there.

    Raises:
        LibraryError: the keyring does not delete it.
    """
    with _opened() as keyring:
        if keyring and keyring.get_password(_SERVICE, address.url) is not None:
            keyring.delete_password(_SERVICE, address.url)


@contextmanager
def _opened() -> Iterator[KeyringBackend | None]:
    """Open the system's keyring; None where there is none, or the library for it is missing.

    Raises:
        LibraryError: it refuses an operation in the context.
    """
    try:
        with opened_keyring() as found:
            yield found
    except KeyringRefusal as refusal:
        raise LibraryError(TeamMessage.KEYRING_REFUSES(error=str(refusal)), _REMEDY) from refusal
