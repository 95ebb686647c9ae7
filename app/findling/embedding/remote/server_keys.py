"""Keys of servers, in the system's keyring or the environment."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from findling.embedding.remote.server_address import ServerAddress
from findling.errors import RemoteError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.system_keyring import KeyringService

if TYPE_CHECKING:
    from collections.abc import Iterable

SERVER_KEY_VARIABLE = "FINDLING_REMOTE_KEY"

_KEYS = KeyringService("findling", RemoteError, ModelRemedy.KEY_IN_ENVIRONMENT(variable=SERVER_KEY_VARIABLE))
"""Keys, each under the address of its server."""


def find_key(address: ServerAddress) -> str:
    """Return a server's key, from the environment or else the keyring; "" where there is none.

    Raises:
        RemoteError: the keyring does not open.
    """
    return os.environ.get(SERVER_KEY_VARIABLE, "") or _KEYS.find(address.url) or ""


def store_key(address: ServerAddress, key: str) -> None:
    """Keep a server's key in the system's keyring.

    Raises:
        RemoteError: there is no keyring, or it does not take the key.
    """
    _KEYS.keep(address.url, key)


def forget_key(address: ServerAddress) -> None:
    """Delete a server's key from the keyring, if it is there.

    Raises:
        RemoteError: the keyring does not delete it.
    """
    _KEYS.forget(address.url)


def list_kept(known: Iterable[ServerAddress], *, others: bool) -> list[ServerAddress]:
    """Return the servers whose keys the keyring has.

    Args:
        known: those that are asked for.
        others: look for a server beside them; a keyring tells of one at a time, if at all.

    Raises:
        RemoteError: the keyring does not open.
    """
    kept = [each for each in known if _KEYS.find(each.url) is not None]
    account = _KEYS.find_account() if others and not kept else None
    # What is no address was written by somebody else.
    with suppress(UsageError):
        if account and (address := ServerAddress.parse(account)).url == account:
            kept.append(address)
    return kept
