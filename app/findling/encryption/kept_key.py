"""The key of an encrypted library in the system's keyring, from where it opens without its passphrase.

The key is kept and not the passphrase: nothing has to be derived from it at each start, another passphrase changes
nothing, and one that is used elsewhere as well is written nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.encryption.library_key import KEY_BYTES, name_key, read_key_name
from findling.encryption.system_keyring import KeyringRefusal, opened_keyring
from findling.errors import LibraryError
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from pathlib import Path


_SERVICE = "findling library"
"""Name under which keys of libraries stand in the keyring; servers have another one."""


def find_kept_key(key_file: Path) -> bytes | None:
    """Return the key of a library if the keyring has the right one.

    Raises:
        LibraryError: the library's own file with the key cannot be read.
    """
    name = read_key_name(key_file)
    try:
        with opened_keyring() as keyring:
            kept = keyring.get_password(_SERVICE, name) if keyring else None
    except KeyringRefusal:  # the passphrase does as well
        return None
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
    try:
        with opened_keyring() as keyring:
            if keyring is None:
                raise LibraryError(EncryptionMessage.NO_KEYRING(), Remedy.TYPE_AT_EACH_START())
            keyring.set_password(_SERVICE, name_key(key), key.hex())
    except KeyringRefusal as refusal:
        raise LibraryError(
            EncryptionMessage.KEYRING_REFUSES(error=str(refusal)), Remedy.TYPE_AT_EACH_START()
        ) from refusal


def forget_kept_key(name: str) -> bool:
    """Delete a key, by its name, from the keyring; return whether it was there.

    Raises:
        LibraryError: the keyring refuses.
    """
    try:
        with opened_keyring() as keyring:
            if keyring is None or keyring.get_password(_SERVICE, name) is None:
                return False
            keyring.delete_password(_SERVICE, name)
            return True
    except KeyringRefusal as refusal:
        raise LibraryError(EncryptionMessage.KEYRING_REFUSES(error=str(refusal))) from refusal
