"""Vectors of passages that an edited document keeps from before, until it is embedded."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

from findling.storage.half_precision import STORED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from findling.storage.vector_table import Space

_PLACE = np.dtype("<u4")


class KeptVectors:
    """Table `kept_vectors`, which a document leaves in the transaction that stores its vectors."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, document_id: int, space: Space, places: Sequence[int], matrix: NDArray[np.floating]) -> None:
        """Store vectors of a document's passages of these numbers, (places, dimensions).

        They go with the document.
        """
        stored = matrix.astype(STORED).tobytes()
        numbers = np.array(places, _PLACE).tobytes()
        self._connection.execute(
            "INSERT OR REPLACE INTO kept_vectors (document_id, space_id, places, matrix, checksum)"
            " VALUES (?, ?, ?, ?, ?)",
            (document_id, space.id, numbers, stored, zlib.crc32(stored)),
        )

    def find(self, document_id: int, space: Space) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Return numbers of passages, (places,) int64, and vectors, (places, dimensions) float32.

        Both are empty where nothing is kept, or what is there is damaged.
        """
        row = self._connection.execute(
            "SELECT places, matrix, checksum FROM kept_vectors WHERE document_id = ? AND space_id = ?",
            (document_id, space.id),
        ).fetchone()
        if row is None or zlib.crc32(row[1]) != row[2]:
            return np.empty(0, np.int64), np.empty((0, space.dimensions), np.float32)
        matrix = np.frombuffer(row[1], STORED).reshape(-1, space.dimensions).astype(np.float32)
        return np.frombuffer(row[0], _PLACE).astype(np.int64), matrix
