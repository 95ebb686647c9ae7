"""The key of an encrypted library, in a file of its own, where a passphrase encrypts it.

The key is random and never changes, so that another passphrase means another file of a few hundred bytes and no other
database. From the passphrase scrypt (RFC 7914) derives what encrypts it by AES-256 in GCM (NIST SP 800-38D), which also
tells a wrong passphrase from the right one.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from findling.errors import LibraryError, LibraryLockedError, UsageError
from findling.folder_sync import sync_folder
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

    from Cryptodome.Cipher._mode_gcm import GcmMode

KEY_BYTES = 32
LEAST_CHARACTERS = 8

_FORMAT = 1
COST = 1 << 17
_BLOCK, _LANES = 8, 1
"""128 MiB and some 0.4 s on one core, as OWASP's "Password Storage Cheat Sheet" has them for scrypt (2024)."""
_MOST_COST = 1 << 20
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16


@dataclass(frozen=True, slots=True)
class _KeyRecord:
    """Content of the file; bytes are in hexadecimal.

    Attributes:
        name: of the key, under which a keyring has it; derived from it, and telling nothing of it.
        cost, block, lanes: N, r and p of scrypt.
        sealed: the key, encrypted, and the tag.
    """

    format: int
    name: str
    cost: int
    block: int
    lanes: int
    salt: str
    nonce: str
    sealed: str

    @property
    def header(self) -> bytes:
        """All that is signed with the key."""
        return json.dumps([self.format, self.name, self.cost, self.block, self.lanes, self.salt]).encode()


def make_key() -> bytes:
    """Draw a key for a library."""
    return secrets.token_bytes(KEY_BYTES)


def require_passphrase(passphrase: str) -> None:
    """Raise `UsageError` where a passphrase is too short to keep anybody out."""
    if len(passphrase) < LEAST_CHARACTERS:
        raise UsageError(EncryptionMessage.PASSPHRASE_TOO_SHORT(least=LEAST_CHARACTERS))


def write_key(file: Path, key: bytes, passphrase: str, *, cost: int = COST) -> None:
    """Write a key into a file, in the place of the one that is there, encrypted by a passphrase.

    Args:
        file: whose folder is there.
        key: 32 bytes.
        passphrase: as it was typed.
        cost: N of scrypt, a power of two: a guess takes as long, and 1 KiB of memory for each.

    Raises:
        UsageError: the passphrase is too short.
        LibraryError: the file cannot be written; what was there is unchanged.
    """
    require_passphrase(passphrase)
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    record = _KeyRecord(_FORMAT, name_key(key), cost, _BLOCK, _LANES, salt.hex(), nonce.hex(), "")
    cipher = _make_cipher(record, passphrase)
    sealed, tag = cipher.encrypt_and_digest(key)
    content = asdict(record) | {"sealed": (sealed + tag).hex()}
    new = file.with_name(f"{file.name}.new")
    try:
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
            stream.write(json.dumps(content, indent=1).encode())
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise _explain_unusable(file, error) from error


def change_passphrase(file: Path, key: bytes, passphrase: str) -> None:
    """Encrypt the key in a file by another passphrase.

    Args:
        file: with the key.
        key: that was opened before the new passphrase was typed.
        passphrase: the new one.

    Raises:
        LibraryLockedError: the library has got another key meanwhile, which stays.
        UsageError, LibraryError: as `write_key`; or there is no such file any more.
    """
    if read_key_name(file) != name_key(key):
        raise LibraryLockedError(EncryptionMessage.WRONG_PASSPHRASE(folder=file.parent))
    write_key(file, key, passphrase)


def open_key(file: Path, passphrase: str) -> bytes:
    """Return the key in a file.

    Raises:
        LibraryLockedError: the passphrase is another one.
        LibraryError: the file cannot be read, or is damaged.
    """
    record = _read(file)
    sealed = bytes.fromhex(record.sealed)
    try:
        key = _make_cipher(record, passphrase).decrypt_and_verify(sealed[:-_TAG_BYTES], sealed[-_TAG_BYTES:])
    except ValueError as error:
        raise LibraryLockedError(EncryptionMessage.WRONG_PASSPHRASE(folder=file.parent)) from error
    return bytes(key)


def read_key_name(file: Path) -> str:
    """Return the name of the key in a file.

    Raises:
        LibraryError: it cannot be read, or is damaged.
    """
    return _read(file).name


def name_key(key: bytes) -> str:
    """Return a key's name, by which one that a keyring gives is known to be the right one."""
    return hmac.digest(key, b"findling: name of a library's key", "sha256")[:16].hex()


def _make_cipher(record: _KeyRecord, passphrase: str) -> GcmMode:
    """Return the cipher that a passphrase makes."""
    from Cryptodome.Cipher import AES

    derived = hashlib.scrypt(
        # One passphrase is typed as different characters on different keyboards.
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        salt=bytes.fromhex(record.salt),
        n=record.cost,
        r=record.block,
        p=record.lanes,
        maxmem=256 * record.cost * record.block,
        dklen=KEY_BYTES,
    )
    cipher = AES.new(derived, AES.MODE_GCM, nonce=bytes.fromhex(record.nonce), mac_len=_TAG_BYTES)
    cipher.update(record.header)
    return cipher


def _read(file: Path) -> _KeyRecord:
    try:
        written = json.loads(file.read_bytes())
        record = _KeyRecord(**{each.name: written[each.name] for each in fields(_KeyRecord)})
        lengths = [len(bytes.fromhex(each)) for each in (record.salt, record.nonce, record.sealed)]
        is_sound = (
            [type(each) for each in (record.format, record.cost, record.block, record.lanes, record.name)]
            == [int, int, int, int, str]
            and record.format == _FORMAT
            and lengths == [_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES]
            and 1 < record.cost <= _MOST_COST
            and not record.cost & (record.cost - 1)
            and (record.block, record.lanes) == (_BLOCK, _LANES)
        )
    except OSError as error:
        raise _explain_unusable(file, error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise LibraryError(EncryptionMessage.KEY_FILE_DAMAGED(file=file), Remedy.KEY_FILE_FROM_BACKUP()) from error
    if not is_sound:
        raise LibraryError(EncryptionMessage.KEY_FILE_DAMAGED(file=file), Remedy.KEY_FILE_FROM_BACKUP())
    return record


def _explain_unusable(file: Path, error: OSError) -> LibraryError:
    return LibraryError(
        EncryptionMessage.KEY_FILE_UNUSABLE(file=file, reason=explain_os_error(error)), Remedy.CHECK_PERMISSIONS()
    )
