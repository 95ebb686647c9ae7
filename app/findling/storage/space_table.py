"""Which space answers questions, which is being filled, and what is taken out when one is given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.storage.vector_table import Space

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = "id, fingerprint, model, dimensions"


@dataclass(frozen=True, slots=True)
class UnembeddedText:
    """What is stored and not embedded in a space yet.

    Attributes:
        documents: how many.
        characters: of their texts, which is what embedding them takes.
    """

    documents: int
    characters: int


class Spaces:
    """Table `spaces`, and what of the other tables belongs to one of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def active(self) -> Space | None:
        """The space that questions are answered in; None before anything was embedded."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM spaces WHERE answering = 1").fetchone()
        return Space(*row) if row else None

    def make_active(self, space: Space) -> None:
        """From the end of this transaction on, questions are answered in this space and in no other."""
        self._connection.execute("UPDATE spaces SET answering = 0 WHERE answering = 1")
        self._connection.execute("UPDATE spaces SET answering = 1 WHERE id = ?", (space.id,))

    def all(self) -> list[Space]:
        """Every space of the library, oldest first."""
        return [Space(*row) for row in self._connection.execute(f"SELECT {_COLUMNS} FROM spaces ORDER BY id")]

    def has_vectors(self, space: Space) -> bool:
        """Whether anything is embedded in a space."""
        row = self._connection.execute("SELECT 1 FROM vectors WHERE space_id = ? LIMIT 1", (space.id,)).fetchone()
        return row is not None

    def documents_without(self, space: Space, after: int, limit: int) -> list[int]:
        """The next documents, by id, that are not embedded in a space."""
        rows = self._connection.execute(
            "SELECT d.id FROM documents d WHERE d.id > ? AND NOT EXISTS"
            " (SELECT 1 FROM vectors v WHERE v.document_id = d.id AND v.space_id = ?) ORDER BY d.id LIMIT ?",
            (after, space.id, limit),
        )
        return [row[0] for row in rows]

    def count_unembedded(self, space: Space) -> UnembeddedText:
        """How much text is stored and not embedded in a space."""
        row = self._connection.execute(
            "SELECT count(*), coalesce(sum(length(text)), 0) FROM documents WHERE text != '' AND id IN"
            " (SELECT id FROM documents EXCEPT SELECT document_id FROM vectors WHERE space_id = ?)",
            (space.id,),
        ).fetchone()
        return UnembeddedText(*row)

    def purge_vectors(self, space: Space, limit: int) -> bool:
        """Delete the vectors and passages of up to `limit` documents in a space; says whether there may be more.

        Raises:
            ValueError: questions are answered in this space.
        """
        if self.active() == space:
            raise ValueError(f"the space {space.id} answers questions")
        rows = self._connection.execute(
            "SELECT first_passage, count FROM vectors WHERE space_id = ? LIMIT ?", (space.id, limit)
        ).fetchall()
        self._connection.executemany("DELETE FROM vectors WHERE first_passage = ?", [(first,) for first, _ in rows])
        self._connection.executemany(
            "DELETE FROM passages WHERE id BETWEEN ? AND ?", [(first, first + count - 1) for first, count in rows]
        )
        return len(rows) == limit

    def remove(self, space: Space) -> None:
        """Forget a space that was taken out."""
        self._connection.execute("DELETE FROM spaces WHERE id = ?", (space.id,))
