"""Documents read and not embedded yet: found by their words, and later by meaning too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.storage.block_codec import pack_passages, unpack_passages

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from findling.domain.files import Passage
    from findling.storage.vector_table import Space

_LAST = 1_000_000
"""Added to the priority of a document on which the process ended; those of the files stay far below it."""


@dataclass(frozen=True, slots=True)
class WaitingDocument:
    """Document that waits for being embedded.

    Attributes:
        passages: as they were cut when it was read.
        attempts: how often the process ended while it was embedded, whatever ended it.
        crashes: how often of these, and of errors, the process itself is known to have failed.
    """

    id: int
    content_hash: bytes
    passages: tuple[Passage, ...]
    attempts: int
    crashes: int


class EmbeddingQueue:
    """Table `embedding_queue`; a document leaves it in the transaction storing its vectors."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, document_id: int, space: Space, passages: Sequence[Passage], file_id: int) -> None:
        """Queue a document, cut for a space, in the place that its file had among those to be read."""
        # Not replaced, for then what counts these rows would not be told that one went.
        self._connection.execute("DELETE FROM embedding_queue WHERE document_id = ?", (document_id,))
        self._connection.execute(
            "INSERT INTO embedding_queue (document_id, space_id, passages, count, priority)"
            " SELECT ?, ?, ?, ?, priority FROM files WHERE id = ?",
            (document_id, space.id, pack_passages(passages), len(passages), file_id),
        )

    def raise_priority(self, document_id: int, file_id: int) -> None:
        """Let a document that waits come as early as a further file that has its content."""
        self._connection.execute(
            "UPDATE embedding_queue SET priority = min(priority, (SELECT priority FROM files WHERE id = ?))"
            " WHERE document_id = ?",
            (file_id, document_id),
        )

    def has(self, document_id: int, space: Space) -> bool:
        """Return whether a document is queued, as it is cut for a space; set aside or not."""
        row = self._connection.execute(
            "SELECT 1 FROM embedding_queue WHERE document_id = ? AND space_id = ?", (document_id, space.id)
        ).fetchone()
        return row is not None

    def passages(self, document_id: int, space: Space) -> tuple[Passage, ...]:
        """Return the passages of a document that waits; none if it does not."""
        row = self._connection.execute(
            "SELECT passages FROM embedding_queue WHERE document_id = ? AND space_id = ?", (document_id, space.id)
        ).fetchone()
        return unpack_passages(row[0]) if row else ()

    def take(self, space: Space, limit: int) -> list[WaitingDocument]:
        """Return the documents whose turn is next: lowest priority number first."""
        rows = self._connection.execute(
            "SELECT q.document_id, d.content_hash, q.passages, q.attempts, q.crashes"
            " FROM embedding_queue q JOIN documents d ON d.id = q.document_id"
            " WHERE q.space_id = ? AND q.set_aside_ns = 0 ORDER BY q.priority, q.document_id LIMIT ?",
            (space.id, limit),
        )
        return [WaitingDocument(row[0], row[1], unpack_passages(row[2]), row[3], row[4]) for row in rows]

    def begin(self, document_ids: Iterable[int]) -> None:
        """Note what is being embedded, so that the next process knows it if this one ends."""
        self._connection.executemany(
            "UPDATE embedding_queue SET begun = 1 WHERE document_id = ?", [(i,) for i in document_ids]
        )

    def release(self, document_ids: Iterable[int]) -> None:
        """Undo `begin`, for documents that will be taken up again as if nothing had been."""
        self._connection.executemany(
            "UPDATE embedding_queue SET begun = 0 WHERE document_id = ? AND begun = 1", [(i,) for i in document_ids]
        )

    def suspend_begun(self, *, crashed: bool) -> None:
        """Put what was begun and not ended behind all others, as `Files.suspend_begun` does."""
        self._connection.execute(
            "UPDATE embedding_queue SET begun = 0, attempts = attempts + 1, crashes = crashes + ?,"
            " priority = max(priority, 0) + ? WHERE begun = 1",
            (int(crashed), _LAST),
        )

    def set_aside(self, document_id: int, now_ns: int) -> None:
        """Give up a document until `resume_suspended`."""
        self._connection.execute(
            "UPDATE embedding_queue SET set_aside_ns = ? WHERE document_id = ?", (now_ns, document_id)
        )

    def resume_suspended(self, now_ns: int, after_ns: int) -> None:
        """Let those wait again, for one more try, that were set aside so long ago."""
        self._connection.execute(
            "UPDATE embedding_queue SET set_aside_ns = 0, crashes = min(crashes, 1)"
            # A clock that was put back makes them due as well.
            " WHERE set_aside_ns <> 0 AND abs(? - set_aside_ns) >= ?",
            (now_ns, after_ns),
        )

    def count_passages(self, space: Space) -> int:
        """Count the passages that wait for being embedded in a space."""
        row = self._connection.execute(
            "SELECT coalesce(sum(count), 0) FROM embedding_queue WHERE space_id = ? AND set_aside_ns = 0", (space.id,)
        ).fetchone()
        return int(row[0])

    def count_files(self) -> int:
        """Count the files that are found by their words, and whose meaning waits."""
        row = self._connection.execute(
            "SELECT count(*) FROM embedding_queue q JOIN files f ON f.document_id = q.document_id"
            " WHERE q.set_aside_ns = 0 AND f.status = 'indexed'"
        ).fetchone()
        return int(row[0])

    def exist(self) -> bool:
        """Return True if any document waits."""
        row = self._connection.execute("SELECT 1 FROM embedding_queue WHERE set_aside_ns = 0 LIMIT 1").fetchone()
        return row is not None
