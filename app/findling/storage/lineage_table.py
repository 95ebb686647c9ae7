"""Stamps of a database, a new one by each writer, that tell its indexes from outdated ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class Lineage:
    """Table `lineage`, of one row.

    A database that is put back from a backup, or is another one, holds other stamps than the indexes that were written
    since. Its last stamp but one is accepted too: a writer draws one first, and marks the indexes with it then.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def accepts(self, stamp: bytes | None) -> bool:
        """Return whether indexes with this stamp are this database's; None is of earlier releases."""
        stamp_now, before = self._connection.execute("SELECT stamp, before FROM lineage").fetchone()
        return stamp in (stamp_now, before)

    def renew(self) -> bytes:
        """Draw another stamp, and return it."""
        self._connection.execute("UPDATE lineage SET before = stamp, stamp = randomblob(16)")
        return bytes(self._connection.execute("SELECT stamp FROM lineage").fetchone()[0])

    def touch(self) -> None:
        """Write a row, so that there is something to commit."""
        self._connection.execute("UPDATE lineage SET touched = touched + 1")
