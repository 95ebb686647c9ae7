"""Topics, the documents in them, and where these lie on the map."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.topics import GroupingState, Topic, TopicFile, TopicTree
from findling.formats import FileKind
from findling.storage.half_precision import widen
from findling.storage.sql_parts import batched, marks
from findling.storage.topic_terms import BETWEEN_TERMS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.storage.vector_table import Space


@dataclass(frozen=True, slots=True)
class GroupingRecord:
    """Record of the last grouping.

    Attributes:
        state: what came of it.
        space_id: in which space.
        documents: how many there were.
        later: documents that came since, and have places.
        gone: documents that went since.
    """

    state: GroupingState
    space_id: int = 0
    documents: int = 0
    later: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """Document with its topic and its place.

    Attributes:
        topic_id: of the innermost topic; None where all documents are about one subject.
        closeness: cosine with the centre of that topic.
        x, y: on the map, in any unit.
        is_later: it came after the topics were made.
    """

    document_id: int
    topic_id: int | None
    closeness: float
    x: float
    y: float
    is_later: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class DocumentCentres:
    """Mean vectors of documents.

    Attributes:
        document_ids: int64 (documents,), ascending.
        vectors: float32 (documents, dimensions), of length 1.
    """

    document_ids: NDArray[np.int64]
    vectors: NDArray[np.float32]


class Topics:
    """Tables `topics`, `topic_documents` and `topic_grouping`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def record(self) -> GroupingRecord:
        """Return the record of the last grouping."""
        row = self._connection.execute("SELECT state, space_id, documents FROM topic_grouping").fetchone()
        if row is None:
            return GroupingRecord(GroupingState.UNKNOWN)
        placed, later = self._connection.execute(
            "SELECT count(*), coalesce(sum(is_later), 0) FROM topic_documents"
        ).fetchone()
        gone = max(int(row[2]) - (int(placed) - int(later)), 0) if row[0] != GroupingState.TOO_FEW else 0
        return GroupingRecord(GroupingState(row[0]), row[1], row[2], later, gone)

    def set_record(self, state: GroupingState, space: Space, documents: int) -> None:
        """Store what came of grouping."""
        self._connection.execute("DELETE FROM topic_grouping")
        self._connection.execute(
            "INSERT INTO topic_grouping (state, space_id, documents) VALUES (?, ?, ?)", (state, space.id, documents)
        )

    def centres(self, space: Space) -> DocumentCentres:
        """Return the mean vectors of all documents of a space that a file has."""
        numbers: list[int] = []
        # Row after row: all of them beside what is made of them would take half as much memory again.
        packed = bytearray()
        for document_id, vector in self._connection.execute(f"{_CENTRES} ORDER BY m.document_id", _of(space)):
            numbers.append(document_id)
            packed += vector
        return DocumentCentres(np.array(numbers, np.int64), widen(packed, space.dimensions))

    def unplaced_centres(self, space: Space) -> DocumentCentres:
        """Return the mean vectors of documents of a space that have a file, but no place yet."""
        rows = self._connection.execute(f"{_CENTRES} AND NOT {_PLACED} ORDER BY m.document_id", _of(space)).fetchall()
        packed = b"".join(row[1] for row in rows)
        return DocumentCentres(np.array([row[0] for row in rows], np.int64), widen(packed, space.dimensions))

    def placed_centres(self, space: Space) -> Iterator[DocumentCentres]:
        """Iterate over mean vectors of documents with a place and a file, some thousand at a time."""
        rows = self._connection.execute(f"{_CENTRES} AND {_PLACED} ORDER BY m.document_id", _of(space))
        while part := rows.fetchmany(_AT_ONCE):
            packed = b"".join(row[1] for row in part)
            yield DocumentCentres(np.array([row[0] for row in part], np.int64), widen(packed, space.dimensions))

    def count_unplaced(self, space: Space) -> int:
        """Count the documents of a space that have no place yet."""
        row = self._connection.execute(f"SELECT count(*) FROM ({_CENTRES} AND NOT {_PLACED})", _of(space)).fetchone()
        return int(row[0])

    def placed(self) -> list[PlacedDocument]:
        """Return all documents with their topics and places, by id."""
        return [PlacedDocument(*row) for row in self._connection.execute(f"{_PLACES} ORDER BY document_id")]

    def places_of(self, document_ids: Iterable[int]) -> dict[int, PlacedDocument]:
        """Return the topics and places of some documents, by their ids."""
        found: dict[int, PlacedDocument] = {}
        for part in batched(list(document_ids)):
            rows = self._connection.execute(f"{_PLACES} WHERE document_id IN ({marks(part)})", part)
            found |= {row[0]: PlacedDocument(*row) for row in rows}
        return found

    def extent(self) -> float:
        """Return the longer side of the map."""
        row = self._connection.execute("SELECT max(x) - min(x), max(y) - min(y) FROM topic_documents").fetchone()
        return max(row) if row[0] is not None else 0.0

    def all(self) -> list[tuple[int, int | None, tuple[str, ...]]]:
        """Return id, id of the topic around it, and terms of every topic, by id."""
        rows = self._connection.execute("SELECT id, parent_id, terms FROM topics ORDER BY id")
        return [(row[0], row[1], tuple(row[2].split(BETWEEN_TERMS))) for row in rows]

    def add(self, parent_id: int | None, terms: Sequence[str]) -> int:
        """Add a topic, and return its id, which no other ever had."""
        row = self._connection.execute(
            "INSERT INTO topics (parent_id, terms) VALUES (?, ?)", (parent_id, BETWEEN_TERMS.join(terms))
        )
        return int(row.lastrowid or 0)

    def move(self, topic_id: int, parent_id: int | None) -> None:
        """Put a topic into another one, or outermost."""
        self._connection.execute("UPDATE topics SET parent_id = ? WHERE id = ?", (parent_id, topic_id))

    def keep_only(self, topic_ids: Iterable[int]) -> None:
        """Delete all topics but these; what was in the others has no topic."""
        kept = set(topic_ids)
        gone = [row[0] for row in self._connection.execute("SELECT id FROM topics") if row[0] not in kept]
        for part in batched(gone):
            self._connection.execute(f"DELETE FROM topics WHERE id IN ({marks(part)})", part)

    def place(self, documents: Iterable[PlacedDocument]) -> None:
        """Store topics and places of documents that still exist."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO topic_documents (document_id, topic_id, closeness, x, y, is_later)"
            " SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM documents WHERE id = ?1)",
            ((each.document_id, each.topic_id, each.closeness, each.x, each.y, each.is_later) for each in documents),
        )

    def clear(self) -> None:
        """Delete all topics and places."""
        self._connection.execute("DELETE FROM topic_documents")
        self._connection.execute("DELETE FROM topics")

    def drop_empty(self) -> None:
        """Delete topics without documents, whose names are made of words of documents that are gone."""
        for _ in range(2):
            self._connection.execute(
                "DELETE FROM topics WHERE id NOT IN (SELECT topic_id FROM topic_documents WHERE topic_id IS NOT NULL)"
                " AND id NOT IN (SELECT parent_id FROM topics WHERE parent_id IS NOT NULL)"
            )

    def tree(self) -> TopicTree:
        """Return all topics with the numbers of their documents, the largest first."""
        record = self.record()
        own = dict(
            self._connection.execute("SELECT topic_id, count(*) FROM topic_documents GROUP BY topic_id").fetchall()
        )
        rows = self.all()
        parts: dict[int, list[Topic]] = {}
        for topic_id, parent_id, terms in rows:
            if parent_id is not None:
                parts.setdefault(parent_id, []).append(Topic(topic_id, terms, own.get(topic_id, 0)))
        outer = []
        for topic_id, parent_id, terms in rows:
            if parent_id is None:
                inner = _by_size(parts.get(topic_id, []))
                size = own.get(topic_id, 0) + sum(part.size for part in inner)
                outer.append(Topic(topic_id, terms, size, inner))
        return TopicTree(record.state, record.documents - record.gone + record.later, _by_size(outer))

    def count_files(self) -> dict[str, int]:
        """Return the number of files that are about each topic, outer and inner ones, by its name."""
        own = dict(
            self._connection.execute(
                "SELECT t.topic_id, count(*) FROM topic_documents t JOIN files f ON f.document_id = t.document_id"
                " WHERE t.topic_id IS NOT NULL GROUP BY t.topic_id"
            ).fetchall()
        )
        within: dict[str, set[int]] = {}
        rows = self.all()
        names = {topic_id: ", ".join(terms) for topic_id, _, terms in rows}
        for topic_id, parent_id, _ in rows:
            for each in (topic_id, parent_id):
                if each is not None:
                    within.setdefault(names[each], set()).add(topic_id)
        return {name: sum(own.get(each, 0) for each in ids) for name, ids in within.items()}

    def files(self, topic_id: int | None, limit: int, offset: int = 0) -> list[TopicFile]:
        """Return files of a topic and its parts, or of all, the most typical first.

        Of copies, only the latest is given.
        """
        rows = self._connection.execute(
            f"{_FILES} WHERE (?1 IS NULL OR t.topic_id IN (SELECT id FROM topics WHERE id = ?1 OR parent_id = ?1))"
            " ORDER BY t.closeness DESC, t.document_id LIMIT ?2 OFFSET ?3",
            (topic_id, limit, offset),
        )
        return [_read_file(row) for row in rows]

    def files_of(self, document_ids: Sequence[int]) -> list[TopicFile]:
        """Return a file of each of these documents, in their order."""
        found: dict[int, TopicFile] = {}
        for part in batched(document_ids):
            rows = self._connection.execute(f"{_FILES} WHERE t.document_id IN ({marks(part)})", part)
            found |= {row[0]: _read_file(row) for row in rows}
        return [found[document_id] for document_id in document_ids if document_id in found]

    def all_files(self) -> list[TopicFile]:
        """Return a file of each document that has a place, by document."""
        return [_read_file(row) for row in self._connection.execute(f"{_FILES} ORDER BY t.document_id")]


_CENTRES = (
    "SELECT m.document_id, m.vector FROM mean_vectors m WHERE m.space_id = ? AND length(m.vector) = ?"
    " AND EXISTS (SELECT 1 FROM files f WHERE f.document_id = m.document_id)"
)
_PLACED = "EXISTS (SELECT 1 FROM topic_documents t WHERE t.document_id = m.document_id)"
_PLACES = "SELECT document_id, topic_id, closeness, x, y, is_later FROM topic_documents"
_AT_ONCE = 4_096

_FILES = (
    "SELECT t.document_id, f.path, d.title, d.kind, f.mtime_ns, t.closeness FROM topic_documents t"
    " JOIN documents d ON d.id = t.document_id JOIN files f ON f.id ="
    " (SELECT id FROM files c WHERE c.document_id = t.document_id ORDER BY c.absence IS NOT NULL,"
    " c.outermost_id IS NOT NULL, c.mtime_ns DESC, c.path LIMIT 1)"
)


def _read_file(row: tuple[int, bytes, str, str, int, float]) -> TopicFile:
    document_id, path, title, kind, modified_ns, closeness = row
    return TopicFile(document_id, Path(os.fsdecode(path)), title, FileKind(kind), modified_ns, closeness)


def _of(space: Space) -> tuple[int, int]:
    """Return the space of `_CENTRES`, and the bytes of a whole vector of it."""
    return space.id, 2 * space.dimensions


def _by_size(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    kept = (topic for topic in topics if topic.size)
    return tuple(sorted(kept, key=lambda topic: (-topic.size, topic.id)))
