"""Vectors of documents embedded in part, so that the next run goes on where this stopped."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import sqlite3

    from numpy.typing import NDArray

    from findling.storage.vector_table import Space

_STORED = np.dtype("<f4")


class UnfinishedVectors:
    """Table `unfinished_vectors`.

    Its rows belong to a content, and to the texts that were embedded of it: with another reader, or cut in another
    way, the same content begins again.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(
        self, content_hash: bytes, texts_hash: bytes, space: Space, first: int, matrix: NDArray[np.float32]
    ) -> None:
        """Store vectors of a content's passages from `first` on, (passages, dimensions) float32."""
        stored = matrix.astype(_STORED).tobytes()
        self._connection.execute(
            "INSERT OR REPLACE INTO unfinished_vectors (content_hash, texts_hash, space_id, first, matrix, checksum)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (content_hash, texts_hash, space.id, first, stored, zlib.crc32(stored)),
        )

    def find(self, content_hash: bytes, texts_hash: bytes, space: Space) -> NDArray[np.float32]:
        """Return vectors of a content's first passages, no gap, (passages, dimensions) float32."""
        found = [np.empty((0, space.dimensions), np.float32)]
        count = 0
        for first, matrix, checksum in self._connection.execute(
            "SELECT first, matrix, checksum FROM unfinished_vectors"
            " WHERE content_hash = ? AND texts_hash = ? AND space_id = ? ORDER BY first",
            (content_hash, texts_hash, space.id),
        ):
            if first != count or zlib.crc32(matrix) != checksum:
                break
            found.append(np.frombuffer(matrix, _STORED).reshape(-1, space.dimensions).astype(np.float32))
            count += len(found[-1])
        return np.concatenate(found)

    def remove(self, content_hash: bytes, space: Space) -> None:
        """Delete what is stored of a content, which is embedded now."""
        self._connection.execute(
            "DELETE FROM unfinished_vectors WHERE content_hash = ? AND space_id = ?", (content_hash, space.id)
        )

    def exist(self) -> bool:
        """Return True if there are any."""
        return self._connection.execute("SELECT 1 FROM unfinished_vectors LIMIT 1").fetchone() is not None

    def clear(self, space: Space) -> None:
        """Delete all of a space: no file waits for being embedded in it any more."""
        self._connection.execute("DELETE FROM unfinished_vectors WHERE space_id = ?", (space.id,))
