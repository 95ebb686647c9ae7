"""A small file for its owner alone, encrypted where the library is.

An encrypted one is `SEALED_MAGIC`, a nonce of 12 bytes, and the content by AES-256 in GCM (NIST SP 800-38D), its tag
of 16 bytes last.
"""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SEALED_MAGIC = b"FINDLING SEALED 1\n"
_NONCE_BYTES, _TAG_BYTES = 12, 16


class PrivateFile:
    """A file that is read and replaced as a whole.

    Attributes:
        path: of the file.
    """

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Name the file, and the key of an encrypted library, 32 bytes."""
        self.path = path
        self._key = key

    def require_key(self) -> None:
        """Check that the file is not encrypted where there is no key.

        Raises:
            PermissionError: it is.
        """
        if self._key is None:
            with suppress(FileNotFoundError), self.path.open("rb") as file:
                if file.read(len(SEALED_MAGIC)) == SEALED_MAGIC:
                    raise PermissionError(errno.EACCES, "it is encrypted, and its key is missing", str(self.path))

    def read(self) -> bytes:
        """Return the content; a plain file is read as it is, with a key as well.

        Raises:
            OSError: there is no such file, or it cannot be read.
            ValueError: it is damaged, or encrypted by another key.
        """
        written = self.path.read_bytes()
        if self._key is None or not written.startswith(SEALED_MAGIC):
            return written
        from Cryptodome.Cipher import AES

        start = len(SEALED_MAGIC) + _NONCE_BYTES
        cipher = AES.new(self._key, AES.MODE_GCM, nonce=written[len(SEALED_MAGIC) : start], mac_len=_TAG_BYTES)
        cipher.update(SEALED_MAGIC)
        return bytes(cipher.decrypt_and_verify(written[start:-_TAG_BYTES], written[-_TAG_BYTES:]))

    def write(self, content: bytes) -> None:
        """Replace the content, as a whole or not at all.

        Raises:
            OSError: it cannot be written, and is unchanged.
        """
        fresh = self.path.with_suffix(".new")
        try:
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(content if self._key is None else self._seal(content, self._key))
            fresh.replace(self.path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise

    @staticmethod
    def _seal(content: bytes, key: bytes) -> bytes:
        from Cryptodome.Cipher import AES

        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = AES.new(key, AES.MODE_GCM, nonce=nonce, mac_len=_TAG_BYTES)
        cipher.update(SEALED_MAGIC)
        sealed, tag = cipher.encrypt_and_digest(content)
        return bytes(SEALED_MAGIC + nonce + sealed + tag)
