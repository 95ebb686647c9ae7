"""Totals over whole tables, kept up to date by the one writer instead of counted each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.storage.file_counts import Counts
from findling.storage.vector_table import Vectors

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_VECTORS_CHANGED = """CREATE TEMP TRIGGER counted_vectors_{event} AFTER {event} ON main.vectors
   BEGIN UPDATE counted_vectors
   SET number = number {sign} (min({row}.first_passage + {row}.count - 1, last_label)
       - max({row}.first_passage, first_label) + 1)
   WHERE space_id = {row}.space_id
   AND first_label < {row}.first_passage + {row}.count AND last_label >= {row}.first_passage; END"""

_FILES = (
    "CREATE TEMP TABLE counted_files (status TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO counted_files SELECT status, count(*) FROM files GROUP BY status",
    """CREATE TEMP TRIGGER counted_file_added AFTER INSERT ON main.files
       BEGIN INSERT INTO counted_files VALUES (new.status, 1) ON CONFLICT (status) DO UPDATE SET number = number + 1;
       END""",
    """CREATE TEMP TRIGGER counted_file_gone AFTER DELETE ON main.files
       BEGIN UPDATE counted_files SET number = number - 1 WHERE status = old.status; END""",
    """CREATE TEMP TRIGGER counted_file_changed AFTER UPDATE OF status ON main.files WHEN new.status <> old.status
       BEGIN UPDATE counted_files SET number = number - 1 WHERE status = old.status;
       INSERT INTO counted_files VALUES (new.status, 1) ON CONFLICT (status) DO UPDATE SET number = number + 1;
       END""",
)
# A document is stored in one transaction with a file that has it, so that only one whose file goes can be left over.
_LEFT_OVER = (
    "CREATE TEMP TABLE maybe_left_over (document_id INTEGER PRIMARY KEY)",
    """INSERT INTO maybe_left_over
       SELECT id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM files f WHERE f.document_id = d.id)""",
    """CREATE TEMP TRIGGER left_by_file_gone AFTER DELETE ON main.files WHEN old.document_id IS NOT NULL
       BEGIN INSERT OR IGNORE INTO maybe_left_over VALUES (old.document_id); END""",
    """CREATE TEMP TRIGGER left_by_file_changed AFTER UPDATE OF document_id ON main.files
       WHEN old.document_id IS NOT NULL AND new.document_id IS NOT old.document_id
       BEGIN INSERT OR IGNORE INTO maybe_left_over VALUES (old.document_id); END""",
    """CREATE TEMP TRIGGER left_document_gone AFTER DELETE ON main.documents
       BEGIN DELETE FROM maybe_left_over WHERE document_id = old.id; END""",
)
_VECTORS = (
    """CREATE TEMP TABLE counted_vectors (
        space_id INTEGER NOT NULL,
        first_label INTEGER NOT NULL,
        last_label INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (space_id, first_label, last_label)
    ) WITHOUT ROWID""",
    _VECTORS_CHANGED.format(event="INSERT", row="new", sign="+"),
    _VECTORS_CHANGED.format(event="DELETE", row="old", sign="-"),
)
_WAITS = (
    "({row}.status = 'indexed' AND EXISTS (SELECT 1 FROM main.embedding_queue q"
    " WHERE q.document_id = {row}.document_id AND q.set_aside_ns = 0))"
)
_HAVE = "(SELECT count(*) FROM main.files WHERE document_id = {row}.document_id AND status = 'indexed')"
_UNEMBEDDED = (
    "CREATE TEMP TABLE counted_unembedded (number INTEGER NOT NULL)",
    f"INSERT INTO counted_unembedded SELECT count(*) FROM files f WHERE {_WAITS.format(row='f')}",
    f"""CREATE TEMP TRIGGER counted_queued AFTER INSERT ON main.embedding_queue WHEN new.set_aside_ns = 0
       BEGIN UPDATE counted_unembedded SET number = number + {_HAVE.format(row="new")}; END""",
    f"""CREATE TEMP TRIGGER counted_embedded AFTER DELETE ON main.embedding_queue WHEN old.set_aside_ns = 0
       BEGIN UPDATE counted_unembedded SET number = number - {_HAVE.format(row="old")}; END""",
    f"""CREATE TEMP TRIGGER counted_set_aside AFTER UPDATE OF set_aside_ns ON main.embedding_queue
       BEGIN UPDATE counted_unembedded SET number = number
       + ((new.set_aside_ns = 0) - (old.set_aside_ns = 0)) * {_HAVE.format(row="new")}; END""",
    f"""CREATE TEMP TRIGGER counted_file_read AFTER UPDATE OF status, document_id ON main.files
       BEGIN UPDATE counted_unembedded SET number = number
       + {_WAITS.format(row="new")} - {_WAITS.format(row="old")}; END""",
    f"""CREATE TEMP TRIGGER counted_waiting_file_gone AFTER DELETE ON main.files
       BEGIN UPDATE counted_unembedded SET number = number - {_WAITS.format(row="old")}; END""",
)
_UNREAD = (
    "CREATE TEMP TABLE counted_unread (number INTEGER NOT NULL)",
    "INSERT INTO counted_unread VALUES (0)",
    """CREATE TEMP TRIGGER counted_unread_changed AFTER UPDATE ON main.files
       WHEN new.document_id IS NULL AND new.status <> 'pending'
       BEGIN UPDATE counted_unread SET number = number + 1; END""",
)


class RunningTotals:
    """Totals of the writer's connection, each counted when it is first asked for.

    Their tables and triggers are temporary: they belong to the connection, nothing of them is in the file, and what is
    rolled back is rolled back in them as well. They hold because nobody else writes. A reader has none.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._vectors = Vectors(connection)

    def files(self) -> Counts:
        """Return the numbers of all files by status."""
        self._ensure("counted_files", _FILES)
        return Counts(**dict(self._connection.execute("SELECT status, number FROM counted_files").fetchall()))

    def unembedded(self) -> int:
        """Return the number of files that are found by their words, and whose meaning waits."""
        self._ensure("counted_unembedded", _UNEMBEDDED)
        return int(self._connection.execute("SELECT number FROM counted_unembedded").fetchone()[0])

    def left_over(self, limit: int) -> list[int]:
        """Return up to `limit` documents that no file has any more; inside a transaction."""
        self._ensure("maybe_left_over", _LEFT_OVER)
        self._connection.execute(
            # A join would begin with all files, since nothing tells how few these are.
            "DELETE FROM maybe_left_over AS m WHERE EXISTS (SELECT 1 FROM files f WHERE f.document_id = m.document_id)"
        )
        rows = self._connection.execute("SELECT document_id FROM maybe_left_over LIMIT ?", (limit,))
        return [row[0] for row in rows]

    def vectors(self, space_id: int, ranges: Sequence[tuple[int, int]]) -> list[int]:
        """Return the numbers of live vectors of a space in these ranges of labels, both inclusive.

        The same ranges, asked for again, cost nothing; those that are not asked for are forgotten.
        """
        self._ensure("counted_vectors", _VECTORS)
        rows = self._connection.execute(
            "SELECT first_label, last_label, number FROM counted_vectors WHERE space_id = ?", (space_id,)
        )
        known = {(row[0], row[1]): row[2] for row in rows}
        new = {each: self._vectors.count(space_id, *each) for each in ranges if each not in known}
        self._connection.executemany(
            "DELETE FROM counted_vectors WHERE space_id = ? AND first_label = ? AND last_label = ?",
            [(space_id, *each) for each in known.keys() - set(ranges)],
        )
        self._connection.executemany(
            "INSERT INTO counted_vectors VALUES (?, ?, ?, ?)",
            [(space_id, *each, number) for each, number in new.items()],
        )
        known |= new
        return [known[each] for each in ranges]

    def unread_changes(self) -> int:
        """Return how often files without text came to be or changed since this was first asked."""
        self._ensure("counted_unread", _UNREAD)
        return int(self._connection.execute("SELECT number FROM counted_unread").fetchone()[0])

    def _ensure(self, table: str, statements: Sequence[str]) -> None:
        """Make a table with its triggers unless it is there: a rollback takes it along."""
        known = self._connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = ?", (table,)).fetchone()
        if known is None:
            for statement in statements:
                self._connection.execute(statement)
