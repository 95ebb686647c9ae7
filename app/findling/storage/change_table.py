"""Files that changed in what is published, so that a publication looks at these alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from findling.storage.vector_table import Space


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """Point in the history of one database, which is none in that of an older copy.

    Attributes:
        stamp: that the writer of that time had drawn (`lineage_table`).
        sequence: number of the latest change.
        space_id: space of the vectors that answered.
    """

    stamp: bytes
    sequence: int
    space_id: int

    @classmethod
    def parse(cls, text: str | None) -> ChangeMark | None:
        """Read a mark as `str` writes it; None for what is none."""
        try:
            stamp, sequence, space_id = (text or "").split(":")
            return cls(bytes.fromhex(stamp), int(sequence), int(space_id))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.stamp.hex()}:{self.sequence}:{self.space_id}"


class FileChanges:
    """Tables `file_changes` and `change_stamps`, which triggers fill (migration 25).

    Only the latest changes are kept, and no name: what a user deletes leaves nothing here.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def mark(self, space: Space) -> ChangeMark:
        """Return where the history stands; what is read after that holds all changes up to it."""
        stamp, last = self._connection.execute(
            "SELECT stamp, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'file_changes') FROM lineage"
        ).fetchone()
        return ChangeMark(bytes(stamp), last, space.id)

    def since(self, mark: ChangeMark, space: Space) -> list[int] | None:
        """Return the files that changed since a mark, by id, also those that are gone.

        Returns:
            None where that is not known: the mark is of another database or of a state that was not this one's, as
            after a backup was put back, it is too old, or other vectors answer now.
        """
        row = self._connection.execute(
            # A stamp holds from where it was drawn to where the next one was.
            "SELECT s.after, coalesce((SELECT min(n.after) FROM change_stamps n WHERE n.id > s.id), ?),"
            " (SELECT coalesce(min(sequence), 0) FROM file_changes) FROM change_stamps s WHERE s.stamp = ?",
            (self.mark(space).sequence, mark.stamp),
        ).fetchone()
        if row is None or mark.space_id != space.id:
            return None
        after, until, first = row
        if not max(after, first - 1) <= mark.sequence <= until:
            return None
        rows = self._connection.execute(
            "SELECT DISTINCT file_id FROM file_changes WHERE sequence > ? ORDER BY file_id", (mark.sequence,)
        )
        return [file_id for (file_id,) in rows]
