"""The key of an encrypted library in the system's keyring, to open it without passphrase.

The key is kept and not the passphrase: nothing has to be derived from it at each start, another passphrase changes
nothing, and one that is used elsewhere as well is written nowhere.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from findling.encryption.library_key import KEY_BYTES, name_key, read_key_name
from findling.errors import LibraryError
from findling.messages.remedy_templates import Remedy
from findling.system_keyring import KeyringService

if TYPE_CHECKING:
    from pathlib import Path


_KEYS = KeyringService("findling library", LibraryError, Remedy.TYPE_AT_EACH_START())
"""Keys, each under its name."""


def find_kept_key(key_file: Path) -> bytes | None:
    """Return the key of a library if the keyring has the right one.

    Raises:
        LibraryError: the library's own file with the key cannot be read.
    """
    name = read_key_name(key_file)
    kept = None
    with suppress(LibraryError):  # the passphrase does as well
        kept = _KEYS.find(name)
    try:
        key = bytes.fromhex(kept or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES and name_key(key) == name else None


def keep_key(key: bytes) -> None:
    """Keep a key in the keyring.

    Raises:
        LibraryError: there is no keyring, or it refuses.
    """
    _KEYS.keep(name_key(key), key.hex())


def forget_kept_key(name: str) -> bool:
    """Delete a key, by its name, from the keyring; return whether it was there.

    Raises:
        LibraryError: the keyring refuses.
    """
    return _KEYS.forget(name)
