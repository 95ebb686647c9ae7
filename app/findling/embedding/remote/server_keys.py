"""Keys of servers, in the system's keyring or the environment."""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from findling.errors import RemoteError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend

    from findling.embedding.remote.server_address import ServerAddress

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


@contextmanager
def _opened() -> Iterator[KeyringBackend | None]:
    """Open the system's keyring; None where there is none, or the library for it is missing.

    Raises:
        RemoteError: it refuses an operation in the context.
    """
    # Slow to import, and on Linux in need of a large library that not every package brings.
    if find_spec("keyring") is None:
        yield None
        return
    import keyring
    from keyring.backends.fail import Keyring as NoKeyring
    from keyring.errors import KeyringError

    found = keyring.get_keyring()
    try:
        yield None if isinstance(found, NoKeyring) else found
    except KeyringError as error:
        raise RemoteError(ServerMessage.KEYRING_REFUSES(error=str(error)), _REMEDY) from error
