"""Keys of servers, in the system's keyring or the environment."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from findling.embedding.remote.server_address import ServerAddress
from findling.encryption.system_keyring import KeyringRefusal, opened_keyring
from findling.errors import RemoteError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from keyring.backend import KeyringBackend

VARIABLE = "FINDLING_REMOTE_KEY"

_SERVICE = "findling"
_REMEDY = ModelRemedy.KEY_IN_ENVIRONMENT(variable=VARIABLE)


def find_key(address: ServerAddress) -> str:
    """Return a server's key, from the environment or else the keyring; "" where there is none.

    Raises:
        RemoteError: the keyring does not open.
    """
    if key := os.environ.get(VARIABLE, ""):
        return key
    with _opened() as keyring:
        return (keyring.get_password(_SERVICE, address.url) or "") if keyring else ""


def store_key(address: ServerAddress, key: str) -> None:
    """Keep a server's key in the system's keyring.

    Raises:
        RemoteError: there is no keyring, or it does not take the key.
    """
    with _opened() as keyring:
        if keyring is None:
            raise RemoteError(ServerMessage.NO_KEYRING(), _REMEDY)
        keyring.set_password(_SERVICE, address.url, key)


def forget_key(address: ServerAddress) -> None:
    """Delete a server's key from the keyring, if it is there.

    Raises:
        RemoteError: the keyring does not delete it.
    """
    with _opened() as keyring:
        if keyring and keyring.get_password(_SERVICE, address.url) is not None:
            keyring.delete_password(_SERVICE, address.url)


def list_kept(known: Iterable[ServerAddress], *, others: bool) -> list[ServerAddress]:
    """Return the servers whose keys the keyring has.

    Args:
        known: those that are asked for.
        others: look for a server beside them; a keyring tells of one at a time, if at all.

    Raises:
        RemoteError: the keyring does not open.
    """
    with _opened() as keyring:
        if keyring is None:
            return []
        kept = [each for each in known if keyring.get_password(_SERVICE, each.url) is not None]
        found = keyring.get_credential(_SERVICE, None) if others and not kept else None
        if found and found.username:
            # What is no address was written by somebody else.
            with suppress(UsageError):
                address = ServerAddress.parse(found.username)
                kept += [address] if address.url == found.username else []
        return kept


@contextmanager
def _opened() -> Iterator[KeyringBackend | None]:
    """Open the system's keyring; None where there is none, or the library for it is missing.

    Raises:
        RemoteError: it refuses an operation in the context.
    """
    try:
        with opened_keyring() as found:
            yield found
    except KeyringRefusal as refusal:
        raise RemoteError(ServerMessage.KEYRING_REFUSES(error=str(refusal)), _REMEDY) from refusal
