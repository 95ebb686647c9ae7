"""Passwords of shared libraries, in the system's keyring or the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.errors import LibraryError
from findling.messages.team_templates import TeamRemedy
from findling.system_keyring import KeyringService

if TYPE_CHECKING:
    from findling.team.library_address import LibraryAddress

PASSWORD_VARIABLE = "FINDLING_LIBRARY_PASSWORD"  # noqa: S105 - the name of a variable

_PASSWORDS = KeyringService(
    "findling shared library", LibraryError, TeamRemedy.KEY_IN_ENVIRONMENT(variable=PASSWORD_VARIABLE)
)
"""Passwords, each under the address of its server."""


def find_password(address: LibraryAddress) -> str:
    """Return a server's password, from the environment or else the keyring; "" for none.

    Then libpq looks where it always does: its own variables, the user's file .pgpass, Kerberos.

    Raises:
        LibraryError: the keyring does not open.
    """
    return os.environ.get(PASSWORD_VARIABLE, "") or _PASSWORDS.find(address.url) or ""


def has_password(address: LibraryAddress) -> bool:
    """Return whether the keyring has the password for a server.

    Raises:
        LibraryError: the keyring does not open.
    """
    return _PASSWORDS.find(address.url) is not None


def store_password(address: LibraryAddress, password: str) -> None:
    """Keep the password for a server in the system's keyring.

    Raises:
        LibraryError: there is no keyring, or it does not take the password.
    """
    _PASSWORDS.keep(address.url, password)


def forget_password(address: LibraryAddress) -> None:
    """Delete the password for a server from the keyring, if it is there.

    Raises:
        LibraryError: the keyring does not delete it.
    """
    _PASSWORDS.forget(address.url)
