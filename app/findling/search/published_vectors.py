"""Published vectors of a space and those that came after them, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import IndexDamagedError
from findling.index.vectors.exact import merge
from findling.index.vectors.tail import Tail
from findling.index.vectors.vector_reader import VectorReader

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from findling.index.vectors.exact import Neighbours
    from findling.storage.database import Database
    from findling.storage.vector_table import Space


class PublishedVectors:
    """The published graphs and the tail that came after them, in memory: for many queries."""

    def __init__(self, folder: Path, space: Space) -> None:
        """Load what is published in a folder; nothing of a damaged index, for exact search."""
        self._folder = folder
        self._space = space
        self._published = self._open()
        self._tail = Tail(space.dimensions)
        self._published_to = self._loaded = self._published.last_label

    def _open(self) -> VectorReader:
        folder, space = self._folder, self._space
        try:
            return VectorReader.open(folder, space.fingerprint, space.dimensions)
        except IndexDamagedError:
            return VectorReader.empty(folder, space.fingerprint, space.dimensions)

    def refresh(self, database: Database) -> None:
        """Load what was published and what was added since."""
        try:
            published_more = self._published.refresh()
        except IndexDamagedError:
            self._published = VectorReader.empty(self._folder, self._space.fingerprint, self._space.dimensions)
            self._tail, self._loaded, published_more = Tail(self._space.dimensions), 0, False
        if published_more and self._published.last_label < self._published_to:
            # The index was deleted or rebuilt: the tail has to reach back to where it ends now.
            self._tail, self._loaded = Tail(self._space.dimensions), self._published.last_label
        elif published_more:
            self._tail.trim(self._published.last_label)
            self._loaded = max(self._loaded, self._published.last_label)
        self._published_to = self._published.last_label
        for vectors in database.vectors.between(self._loaded + 1, 2**63 - 1, self._space):
            self._tail.extend(vectors.labels, vectors.matrix)
            self._loaded = int(vectors.labels[-1])

    def rest(self) -> None:
        """Give the memory of the graphs back."""
        self._published.give_back()

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` passages nearest to a unit vector, with those of deleted documents."""
        return merge([self._published.search(query, k), self._tail.search(query, k)], k)
