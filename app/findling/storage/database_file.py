"""Opens SQLite's files, plain or encrypted; alone knows which of two libraries reads them.

Without a key it is Python's own `sqlite3`. With one it is SQLCipher, which `sqlcipher3` brings with the same interface.
Each page is encrypted by AES-256 in CBC mode under a fresh initialisation vector, and signed by HMAC-SHA512 (Zetetic,
"SQLCipher Design"). SQLCipher reads a plain file as well, which tells itself by its first bytes, so that a library that
is being encrypted can be opened at any moment.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PLAIN = b"SQLite format 3\0"
_CIPHER = "sqlcipher3.dbapi2"
_CODES = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "database is locked": sqlite3.SQLITE_BUSY,
    "interrupted": sqlite3.SQLITE_INTERRUPT,
}
_PULSE = 500
"""Steps of SQLite's machine between two pulses: some hundred rows of the largest, which make a megabyte or two."""


def connect(
    path: Path,
    parameters: str = "",
    key: bytes | None = None,
    *,
    busy_seconds: float = 5.0,
    check_same_thread: bool = True,
) -> sqlite3.Connection:
    """Open a file; transactions are begun and ended by the caller.

    Args:
        path: of the file.
        parameters: of SQLite's URI, as "mode=ro".
        key: 32 bytes, with which the file is encrypted, or to be where there is none yet; None for a plain one.
        busy_seconds: how long to wait for a lock.
        check_same_thread: only the thread that opens the connection may use it.
    """
    address = path.absolute().as_uri() + (f"?{parameters}" if parameters else "")
    open_file = partial(
        _choose(key), address, uri=True, isolation_level=None, timeout=busy_seconds, check_same_thread=check_same_thread
    )
    opened = open_file()
    if key is None:
        return opened
    # What it says of a damaged page on standard error is in the error that is raised as well.
    opened.execute("PRAGMA cipher_log_level = NONE")
    opened.execute(f'PRAGMA key = "{_quote(key)}"')
    try:
        opened.execute("PRAGMA schema_version")
    except list_errors() as error:
        # Any other trouble comes up again where it is told to the user.
        if is_no_database(error):
            opened.close()
            return open_file()
    return opened


def attach(connection: sqlite3.Connection, path: Path, name: str, key: bytes | None = None) -> None:
    """Attach a second file to a connection that `connect` opened with a key if there is one now."""
    if key is None:
        connection.execute(f"ATTACH ? AS {name}", (str(path),))
    else:
        statement = f"ATTACH ? AS {name} KEY ?"
        try:
            connection.execute(statement, (str(path), _quote(key)))
        except list_errors() as error:
            if not is_no_database(error):
                raise
            connection.execute(statement, (str(path), ""))


def convert(source: Path, target: Path, key: bytes, *, encrypts: bool, should_stop: Callable[[], bool]) -> None:
    """Write the database of one file into another one, which is empty, encrypted or plain.

    Args:
        source: the file that is read.
        target: the one that is written.
        key: 32 bytes.
        encrypts: the target is to be encrypted.
        should_stop: asked again and again meanwhile.

    Raises:
        sqlite3.DatabaseError: one of `list_errors`; the source cannot be read, or the target not be written, or it was
            to stop (`was_stopped`).
    """
    with closing(connect(source, "mode=rw", key)) as connection:
        connection.set_progress_handler(should_stop, _PULSE)
        # The log is in the file afterwards, and no page of it lies beside it.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("ATTACH ? AS target KEY ?", (str(target), _quote(key) if encrypts else ""))
        connection.execute("PRAGMA target.synchronous = FULL")
        with _restored_codes():
            connection.execute("SELECT sqlcipher_export('target')")
        version = connection.execute("PRAGMA main.user_version").fetchone()[0]
        connection.execute(f"PRAGMA target.user_version = {version:d}")
        connection.execute("DETACH target")


def require_sound(path: Path, key: bytes | None, should_stop: Callable[[], bool]) -> None:
    """Look at every page of a database, which no other connection writes to.

    Raises:
        sqlite3.DatabaseError: one of `list_errors`; it is damaged, or cannot be read, or it was to stop.
    """
    with closing(connect(path, "mode=rw", key)) as connection:
        connection.set_progress_handler(should_stop, _PULSE)
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def is_plain(path: Path) -> bool:
    """Return whether a plain database is at a path; to be asked while no connection is open.

    A file that is opened beside SQLite takes its locks along when it is closed (sqlite.org/howtocorrupt.html, 2.2).
    """
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN
    return False


def list_errors() -> tuple[type[sqlite3.DatabaseError], ...]:
    """Return the classes of errors that a connection may raise, with SQLCipher's once loaded."""
    cipher = sys.modules.get(_CIPHER)
    return (sqlite3.DatabaseError, cipher.DatabaseError) if cipher else (sqlite3.DatabaseError,)


@contextmanager
def ignoring_errors() -> Iterator[None]:
    """Go on after the block where a database in it could not be read or written."""
    try:
        yield
    except list_errors():
        pass


@contextmanager
def _restored_codes() -> Iterator[None]:
    """Restore the code of an error in a function of SQL, of which only the words came through.

    The words are of `sqlite3ErrStr` in SQLite's main.c.
    """
    try:
        yield
    except list_errors() as error:
        error.sqlite_errorcode = _CODES.get(str(error), error.sqlite_errorcode)
        raise


def is_no_database(error: sqlite3.DatabaseError) -> bool:
    """Return whether a file turned out to be no database under its key: it is plain, or damaged."""
    return error.sqlite_errorcode == sqlite3.SQLITE_NOTADB


def was_stopped(error: sqlite3.DatabaseError) -> bool:
    """Return whether the error is that its caller wished to stop."""
    return error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT


def _choose(key: bytes | None) -> type[sqlite3.Connection]:
    if key is None:
        return sqlite3.Connection
    from sqlcipher3 import dbapi2

    return cast("type[sqlite3.Connection]", dbapi2.Connection)


def _quote(key: bytes) -> str:
    """Return a key as SQLCipher takes one that it need not derive from a passphrase."""
    return f"x'{key.hex()}'"
