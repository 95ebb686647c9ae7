"""Log of other programs' calls, in a database of its own that any process may write."""

from __future__ import annotations

import json
import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from findling.domain.sharing import Call, CallOutcome, CallWay, LoggedCall
from findling.errors import LibraryError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.storage.database import translated_errors
from findling.storage.database_file import connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

_BUSY_SECONDS = 10.0
_VERSION = 1
_TABLE = """
CREATE TABLE IF NOT EXISTS calls (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ns INTEGER NOT NULL,
    caller TEXT NOT NULL,
    way TEXT NOT NULL,
    operation TEXT NOT NULL,
    asked TEXT NOT NULL,
    outcome TEXT NOT NULL,
    files TEXT NOT NULL,
    reason TEXT NOT NULL
)
"""
_COLUMNS = "caller, way, operation, asked, outcome, files, reason"


class CallLog:
    """Log beside a library; each method opens the file again and may be called by any thread."""

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Name the file, and the key of an encrypted library."""
        self._path = path
        self._key = key

    def append(self, call: Call, at_ns: int) -> None:
        """Add a call; when this returns, the call is in the file.

        Raises:
            LibraryError: it cannot be written.
        """
        row = (at_ns, *_to_columns(call))
        with translated_errors(self._path), self._open() as connection:
            connection.execute(f"INSERT INTO calls (at_ns, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def read(self, limit: int, *, before: int | None = None, words: str = "") -> list[LoggedCall]:
        """Return up to `limit` calls before a number, the latest first, that have each of the words.

        Raises:
            LibraryError: it cannot be read.
        """
        if not self._path.exists():
            return []
        conditions = ["number < coalesce(?, number + 1)"]
        values: list[object] = [before]
        for word in words.split():
            conditions.append(f"instr(lower({_joined()}), lower(?)) > 0")
            values.append(word)
        with translated_errors(self._path), self._open() as connection:
            rows = connection.execute(
                f"SELECT number, at_ns, {_COLUMNS} FROM calls WHERE {' AND '.join(conditions)}"
                " ORDER BY number DESC LIMIT ?",
                (*values, limit),
            )
            return list(map(_read_row, rows))

    def count(self) -> int:
        """Count the calls.

        Raises:
            LibraryError: it cannot be read.
        """
        if not self._path.exists():
            return 0
        with translated_errors(self._path), self._open() as connection:
            return int(connection.execute("SELECT count(*) FROM calls").fetchone()[0])

    def clear(self) -> int:
        """Delete all calls for good, and return how many there were.

        Raises:
            LibraryError: it cannot be written.
        """
        if not self._path.exists():
            return 0
        with translated_errors(self._path), self._open() as connection:
            deleted = connection.execute("DELETE FROM calls").rowcount
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return deleted

    def _open(self) -> AbstractContextManager[sqlite3.Connection]:
        """Open the file, which is made where there is none, for its owner alone.

        Raises:
            LibraryError: its folder is missing or not ours to write.
        """
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError as error:
            reason = explain_os_error(error)
            raise LibraryError(
                LibraryMessage.DATABASE_UNUSABLE(file=self._path, reason=reason), Remedy.CHECK_PERMISSIONS()
            ) from error
        connection = connect(self._path, key=self._key, busy_seconds=_BUSY_SECONDS)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version = {_VERSION}")
            # What the user clears is gone from the file too. A call survives its process, and that is all it has to.
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
        return closing(connection)


def _to_columns(call: Call) -> Iterator[str]:
    files = json.dumps(call.files, ensure_ascii=False)
    for value in (call.caller, call.way, call.operation, call.asked, call.outcome, files, call.reason):
        # A program may send what no text can hold.
        yield value.encode("utf-8", "backslashreplace").decode()


def _joined() -> str:
    return " || ' ' || ".join(name.strip() for name in _COLUMNS.split(","))


def _read_row(row: tuple[int, int, str, str, str, str, str, str, str]) -> LoggedCall:
    number, at_ns, caller, way, operation, asked, outcome, files, reason = row
    call = Call(
        caller=caller,
        way=CallWay(way),
        operation=operation,
        asked=asked,
        outcome=CallOutcome(outcome),
        files=tuple(json.loads(files)),
        reason=reason,
    )
    return LoggedCall(number, at_ns, call)
