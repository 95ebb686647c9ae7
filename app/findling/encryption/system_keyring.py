"""The system's keyring, where it has one that Findling can open."""

from __future__ import annotations

from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend


class KeyringRefusal(Exception):  # noqa: N818 - a refusal is no error of the program's
    """Refusal of the keyring to open, or to do what it was asked."""


@contextmanager
def opened_keyring() -> Iterator[KeyringBackend | None]:
    """Open the system's keyring; None where there is none, or the library for it is missing.

    Raises:
        KeyringRefusal: it refuses an operation in the context.
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
        raise KeyringRefusal(str(error)) from error
