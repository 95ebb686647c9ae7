"""Tells a library encrypted by another key from a damaged one, which would be remade."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from findling.errors import LibraryError
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.storage.database_file import connect, is_no_database, is_plain, list_errors
from findling.storage.user_store import BACKUPS, store_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGE = 4096
_LEAST_VALUES = 250
"""Fewest of the 256 values of a byte that a page of random bytes has: one of 10,000 pages or so has fewer."""


def require_matching_key(library: Path, key: bytes | None) -> None:
    """Refuse an encrypted library whose key this is not: it is whole, and waits for its own.

    To be asked where its database does not open. One of its databases that opens, the library's own, the store, a
    backup or the log of calls, shows that the key is right, and any other is damaged.

    Args:
        library: path of the library's database, which nothing has open.
        key: that its file has; None where it has no such file.

    Raises:
        LibraryError: it is encrypted by another key.
    """
    sealed = [file for file in _list_databases(library) if _looks_encrypted(file)]
    # The library's own is encrypted first, and decrypted first: while it is plain, nothing hangs on the others.
    is_begun = is_plain(library) or (key is None and any(map(is_plain, _list_databases(library))))
    if not sealed or is_begun or any(_opens(file, key) for file in sealed):
        return
    key_file = library.with_suffix(".key")
    message = EncryptionMessage.KEY_FILE_MISSING if key is None else EncryptionMessage.KEY_FILE_OF_ANOTHER
    raise LibraryError(message(file=key_file), Remedy.KEY_FILE_FROM_BACKUP())


def _list_databases(library: Path) -> Iterator[Path]:
    store = store_path(library)
    backups = (store.with_name(f"{store.name}.{number}") for number in range(1, BACKUPS + 1))
    yield from (library, store, *backups, library.with_name("calls.db"))


def _looks_encrypted(file: Path) -> bool:
    """Return whether a file begins like an encrypted database: no byte value is rare in a page."""
    with suppress(OSError), file.open("rb") as opened:
        return not is_plain(file) and len(set(opened.read(_PAGE))) >= _LEAST_VALUES
    return False


def _opens(file: Path, key: bytes | None) -> bool:
    """Return whether a key opens an encrypted database."""
    if key is None:
        return False
    try:
        with closing(connect(file, "mode=ro", key)) as connection:
            connection.execute("PRAGMA schema_version")
    except list_errors() as error:
        # A file that cannot be read tells nothing of its key.
        return not is_no_database(error)
    return True
