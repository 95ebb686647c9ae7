"""Journal of changes, which the lexical index follows and watchers poll."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class Entry(StrEnum):
    """Subject of a line of the journal."""

    DOCUMENT = "document"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Change:
    """Addition, change or removal of the row `subject`; its table says which."""

    sequence: int
    entry: Entry
    subject: int


class Journal:
    """Table `journal`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def since(self, sequence: int, limit: int = 1000) -> list[Change]:
        """Return the changes after `sequence`, oldest first."""
        rows = self._connection.execute(
            "SELECT sequence, entry, subject FROM journal WHERE sequence > ? ORDER BY sequence LIMIT ?",
            (sequence, limit),
        )
        return [Change(row[0], Entry(row[1]), row[2]) for row in rows]

    def last(self) -> int:
        """Return the number of the latest change ever; 0 when there was none."""
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").fetchone()
        return int(row[0]) if row else 0

    def first(self) -> int:
        """Return the number of the oldest change that is kept; one more than `last` when none is."""
        row = self._connection.execute("SELECT min(sequence) FROM journal").fetchone()
        return int(row[0]) if row[0] is not None else self.last() + 1

    def forget(self, sequence: int) -> None:
        """Delete the changes up to `sequence`."""
        self._connection.execute("DELETE FROM journal WHERE sequence <= ?", (sequence,))
