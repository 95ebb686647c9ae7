"""Spaces and their vectors: one row a document, and no result ever mixes two spaces."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.calibration import Background
from findling.storage.half_precision import STORED, widen
from findling.storage.sql_parts import batched, marks
from findling.storage.vector_blocks import find_best, join_blocks, score_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from findling.domain.files import Passage
    from findling.storage.vector_blocks import BestCosines, VectorBlock

_COLUMNS = "id, fingerprint, model, dimensions"


@dataclass(frozen=True, slots=True)
class Space:
    """Model with its tokenizer, its precision and the rules by which passages are cut for it.

    Attributes:
        fingerprint: names all of these; two spaces with one fingerprint are one.
        model: the catalogue's id of the model.
        dimensions: of every vector.
    """

    id: int
    fingerprint: str
    model: str
    dimensions: int


@dataclass(frozen=True, slots=True)
class UnembeddedText:
    """Text that is stored and not embedded in a space yet.

    Attributes:
        characters: of the documents' texts, by which the time to embed them is estimated.
    """

    documents: int
    characters: int


@dataclass(frozen=True, slots=True, eq=False)
class DocumentVectors:
    """Vectors of one document.

    Attributes:
        first_passage: id of its first passage; the others follow without a gap.
        matrix: (passages, dimensions) float16, rows of length 1.
    """

    document_id: int
    first_passage: int
    matrix: NDArray[np.float16]

    @property
    def labels(self) -> NDArray[np.int64]:
        """Ids of the passages, (passages,) int64."""
        return np.arange(self.first_passage, self.first_passage + len(self.matrix), dtype=np.int64)


class Spaces:
    """Table `spaces`, and the rows of other tables that belong to a space."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def active(self) -> Space | None:
        """Return the space in which queries are answered; None before anything was embedded."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM spaces WHERE answering = 1").fetchone()
        return Space(*row) if row else None

    def make_active(self, space: Space) -> None:
        """Make a space the one in which queries are answered, from the end of this transaction on."""
        self._connection.execute("UPDATE spaces SET answering = 0 WHERE answering = 1")
        self._connection.execute("UPDATE spaces SET answering = 1 WHERE id = ?", (space.id,))

    def background(self, space: Space) -> Background | None:
        """Return how the cosines of unrelated texts lie in a space, once that was measured."""
        row = self._connection.execute(
            "SELECT background_mean, background_deviation, background_documents FROM spaces WHERE id = ?", (space.id,)
        ).fetchone()
        return None if row is None or None in row else Background(*row)

    def set_background(self, space: Space, background: Background) -> None:
        """Store how the cosines of unrelated texts lie in a space."""
        self._connection.execute(
            "UPDATE spaces SET background_mean = ?, background_deviation = ?, background_documents = ? WHERE id = ?",
            (background.mean, background.deviation, background.documents, space.id),
        )

    def all(self) -> list[Space]:
        """Return all spaces, oldest first."""
        return [Space(*row) for row in self._connection.execute(f"SELECT {_COLUMNS} FROM spaces ORDER BY id")]

    def has_vectors(self, space: Space) -> bool:
        """Return True if anything is embedded in a space."""
        row = self._connection.execute("SELECT 1 FROM vectors WHERE space_id = ? LIMIT 1", (space.id,)).fetchone()
        return row is not None

    def documents_without(self, space: Space, after: int, limit: int) -> list[int]:
        """Return the next documents, by id, that are not embedded in a space, nor queued for it."""
        rows = self._connection.execute(
            "SELECT d.id FROM documents d WHERE d.id > ?1 AND NOT EXISTS"
            " (SELECT 1 FROM vectors v WHERE v.document_id = d.id AND v.space_id = ?2) AND NOT EXISTS"
            " (SELECT 1 FROM embedding_queue q WHERE q.document_id = d.id AND q.space_id = ?2) ORDER BY d.id LIMIT ?3",
            (after, space.id, limit),
        )
        return [row[0] for row in rows]

    def count_unembedded(self, space: Space) -> UnembeddedText:
        """Count the text that is not embedded in a space, nor queued for it."""
        row = self._connection.execute(
            "SELECT count(*), coalesce(sum(length(text)), 0) FROM documents WHERE text != '' AND id IN"
            " (SELECT id FROM documents EXCEPT SELECT document_id FROM vectors WHERE space_id = ?1"
            " EXCEPT SELECT document_id FROM embedding_queue WHERE space_id = ?1)",
            (space.id,),
        ).fetchone()
        return UnembeddedText(*row)

    def purge_vectors(self, space: Space, limit: int) -> bool:
        """Delete vectors and passages of up to `limit` documents; return True if there may be more.

        Raises:
            ValueError: queries are answered in this space.
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
        """Delete a space whose vectors were purged."""
        self._connection.execute("DELETE FROM spaces WHERE id = ?", (space.id,))


class Vectors:
    """Tables `spaces` and `vectors`, and the passages that vectors belong to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def ensure_space(self, fingerprint: str, model: str, dimensions: int) -> Space:
        """Return the space with this fingerprint, which is added if there is none."""
        self._connection.execute(
            "INSERT OR IGNORE INTO spaces (fingerprint, model, dimensions) VALUES (?, ?, ?)",
            (fingerprint, model, dimensions),
        )
        space = self.find_space(fingerprint)
        assert space is not None
        return space

    def find_space(self, fingerprint: str) -> Space | None:
        """Return the space with this fingerprint, if there is one."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM spaces WHERE fingerprint = ?", (fingerprint,)
        ).fetchone()
        return Space(*row) if row else None

    def latest_space(self, model: str) -> Space | None:
        """Return the newest space of a model, if there is one."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM spaces WHERE model = ? ORDER BY id DESC LIMIT 1", (model,)
        ).fetchone()
        return Space(*row) if row else None

    def has(self, document_id: int, space_id: int) -> bool:
        """Return True if a document is embedded in a space."""
        row = self._connection.execute(
            "SELECT 1 FROM vectors WHERE document_id = ? AND space_id = ?", (document_id, space_id)
        ).fetchone()
        return row is not None

    def add(self, document_id: int, space: Space, passages: Sequence[Passage], matrix: NDArray[np.float32]) -> None:
        """Store a document's passages and their vectors.

        Args:
            document_id: id of the document.
            space: space in which it was cut and embedded.
            passages: in order.
            matrix: (passages, dimensions) float32, rows of length 1; stored as float16, which changes 3 of 10,000
                neighbours among the first ten.
        """
        if matrix.shape != (len(passages), space.dimensions):
            raise ValueError(f"{matrix.shape} vectors for {len(passages)} passages of {space.dimensions} dimensions")
        if not passages:
            return
        first = self._connection.execute(
            "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'passages'), 0),"
            " coalesce((SELECT max(id) FROM passages), 0)) + 1"
        ).fetchone()[0]
        self._connection.executemany(
            "INSERT INTO passages (id, document_id, space_id, start, end, page, heading) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (first + number, document_id, space.id, p.start, p.end, p.page, p.heading)
                for number, p in enumerate(passages)
            ],
        )
        stored = matrix.astype(STORED).tobytes()
        self._connection.execute(
            "INSERT INTO vectors (first_passage, document_id, space_id, count, matrix, checksum)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (first, document_id, space.id, len(passages), stored, zlib.crc32(stored)),
        )
        self._add_mean(document_id, space, matrix)

    def _add_mean(self, document_id: int, space: Space, matrix: NDArray[np.floating]) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO mean_vectors (space_id, document_id, vector) VALUES (?, ?, ?)",
            (space.id, document_id, mean_vector(matrix).astype(STORED).tobytes()),
        )

    def add_missing_means(self, space: Space, limit: int) -> bool:
        """Store the mean vectors of up to `limit` documents of an earlier release.

        Returns:
            True if there may be more.
        """
        rows = self._connection.execute(
            "SELECT document_id FROM vectors v WHERE space_id = ? AND NOT EXISTS (SELECT 1 FROM mean_vectors m"
            " WHERE m.space_id = v.space_id AND m.document_id = v.document_id) LIMIT ?",
            (space.id, limit),
        ).fetchall()
        found = list(self.of_documents([row[0] for row in rows], space))
        for each in found:
            self._add_mean(each.document_id, space, each.matrix)
        # Of those that are damaged there is no mean, and never will be.
        return len(rows) == limit and bool(found)

    def means(self, document_ids: Sequence[int], space: Space) -> dict[int, NDArray[np.float32]]:
        """Return the mean vectors, (dimensions,) float32, of these documents, by document."""
        found: dict[int, NDArray[np.float32]] = {}
        for part in batched(document_ids):
            rows = self._connection.execute(
                f"SELECT document_id, vector FROM mean_vectors WHERE space_id = ? AND document_id IN ({marks(part)})",
                (space.id, *part),
            ).fetchall()
            matrix = widen(b"".join(row[1] for row in rows), space.dimensions)
            found |= zip((row[0] for row in rows), matrix, strict=True)
        missing = [each for each in document_ids if each not in found]
        return found | {each.document_id: mean_vector(each.matrix) for each in self.of_documents(missing, space)}

    def all_means(self, space: Space) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return the ids of all documents with a mean vector, and (documents, dimensions) float32."""
        select = "SELECT document_id, vector FROM mean_vectors WHERE space_id = ? ORDER BY document_id"
        rows = self._connection.execute(select, (space.id,)).fetchall()
        return np.array([row[0] for row in rows], np.int64), widen(b"".join(row[1] for row in rows), space.dimensions)

    def of_documents(self, document_ids: Sequence[int], space: Space) -> Iterator[DocumentVectors]:
        """Iterate over the vectors of these documents that are embedded in the space and undamaged."""
        for part in batched(document_ids):
            rows = self._connection.execute(
                "SELECT document_id, first_passage, matrix, checksum FROM vectors"
                f" WHERE space_id = ? AND document_id IN ({marks(part)})",
                (space.id, *part),
            )
            yield from _decode(rows, space)

    def in_blocks(self, document_ids: Sequence[int], space: Space) -> Iterator[VectorBlock]:
        """Iterate over the vectors that `of_documents` gives, some thousand at a time."""
        for part in batched(document_ids):
            rows = self._connection.execute(
                "SELECT document_id, first_passage, matrix, checksum FROM vectors"
                f" WHERE space_id = ? AND document_id IN ({marks(part)})",
                (space.id, *part),
            )
            yield from join_blocks(rows, space.dimensions)

    def best_cosines(self, document_ids: Sequence[int], space: Space, query: NDArray[np.float32]) -> BestCosines:
        """Return the cosine of the nearest passage of each of these documents that is embedded."""
        return find_best(self.in_blocks(document_ids, space), query)

    def passage_cosines(
        self, document_ids: Sequence[int], space: Space, query: NDArray[np.float32]
    ) -> dict[int, dict[int, float]]:
        """Return cosines of all passages of documents with a query, by passage id, by document id."""
        return score_rows(self.in_blocks(document_ids, space), query)

    def sample(self, space: Space, limit: int) -> Iterator[DocumentVectors]:
        """Iterate over the vectors of up to `limit` documents, whichever and always the same."""
        chosen = [
            row[0]
            for row in self._connection.execute(
                # Knuth's multiplicative hash, since ids follow folders.
                "SELECT document_id FROM vectors WHERE space_id = ?"
                " ORDER BY document_id * 2654435761 % 4294967296, document_id LIMIT ?",
                (space.id, limit),
            )
        ]
        return self.of_documents(chosen, space)

    def count_documents(self, space: Space) -> int:
        """Count the documents that are embedded in a space."""
        row = self._connection.execute("SELECT count(*) FROM vectors WHERE space_id = ?", (space.id,)).fetchone()
        return int(row[0])

    def between(self, first_label: int, last_label: int, space: Space) -> Iterator[DocumentVectors]:
        """Iterate over the vectors of passages in a range of ids, inclusive, ascending."""
        rows = self._connection.execute(
            "SELECT document_id, first_passage, matrix, checksum FROM vectors WHERE space_id = ?"
            " AND first_passage BETWEEN"
            " coalesce((SELECT max(first_passage) FROM vectors WHERE first_passage <= ?), ?) AND ?"
            " ORDER BY first_passage",
            (space.id, first_label, first_label, last_label),
        )
        for found in _decode(rows, space):
            start = max(first_label - found.first_passage, 0)
            matrix = found.matrix[start : last_label - found.first_passage + 1]
            if len(matrix):
                yield DocumentVectors(found.document_id, found.first_passage + start, matrix)

    def all_in_blocks(self, space: Space) -> Iterator[VectorBlock]:
        """Iterate over all undamaged vectors of a space in blocks, by ascending labels."""
        rows = self._connection.execute(
            "SELECT document_id, first_passage, matrix, checksum FROM vectors WHERE space_id = ?"
            " ORDER BY first_passage",
            (space.id,),
        )
        return join_blocks(rows, space.dimensions)

    def count(self, space_id: int, first_label: int = 0, last_label: int = 2**63 - 1) -> int:
        """Count the live vectors of a space, in a range of labels (both inclusive) or in all."""
        row = self._connection.execute(
            "SELECT coalesce(sum(min(first_passage + count - 1, ?3) - max(first_passage, ?2) + 1), 0) FROM vectors"
            " WHERE space_id = ?1 AND first_passage <= ?3 AND first_passage + count > ?2"
            # One row at most reaches into the range; where the search in the index begins.
            " AND first_passage >= coalesce((SELECT max(first_passage) FROM vectors"
            " WHERE space_id = ?1 AND first_passage <= ?2), ?2)",
            (space_id, first_label, last_label),
        ).fetchone()
        return int(row[0])

    def find_damage(self, limit: int | None = 5) -> list[int]:
        """Return documents with damaged vectors."""
        rows = self._connection.execute("SELECT document_id, matrix, checksum FROM vectors")
        return list(islice((document for document, matrix, checksum in rows if zlib.crc32(matrix) != checksum), limit))


def mean_vector(matrix: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return the normalised mean of a document's passages, (dimensions,) float32."""
    mean: NDArray[np.float32] = matrix.astype(np.float32).mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-12)


def _decode(rows: sqlite3.Cursor, space: Space) -> Iterator[DocumentVectors]:
    for document_id, first_passage, matrix, checksum in rows:
        # A damaged row would answer with nonsense; without it the document is still found by its words.
        if zlib.crc32(matrix) == checksum:
            vectors = np.frombuffer(matrix, STORED).reshape(-1, space.dimensions)
            yield DocumentVectors(document_id, first_passage, vectors)
