"""Graph of the nearest neighbours of documents, by which they are grouped and laid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.index.vectors.hnsw_graph import HnswGraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_NEIGHBOURS = 30
"""Neighbours of a document in a library of any size, at most."""

_LARGE = 30_000
_NEIGHBOURS_OF_LARGE = 15
_LEAST, _SHARE = 5, 10
_PLACED_AT_ONCE = 1_000
_ASKED_AT_ONCE = 2_000
_PLACING_SHARE = 0.7
_EFFORT = 64
"""Candidates looked at to place a document and to find neighbours: which of the like ones they are matters little."""


@dataclass(frozen=True, slots=True, eq=False)
class NeighbourGraph:
    """The nearest neighbours of each document, the nearest first, itself left out.

    Attributes:
        neighbours: int32 (documents, k), rows of documents.
        cosines: float32 (documents, k), of the centred vectors.
    """

    neighbours: NDArray[np.int32]
    cosines: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.neighbours)

    def narrow(self, rows: NDArray[np.int64]) -> NeighbourGraph:
        """Return the graph of some documents alone; a neighbour not among them has cosine 0."""
        position = np.full(len(self), -1, np.int32)
        position[rows] = np.arange(len(rows), dtype=np.int32)
        inner = position[self.neighbours[rows]]
        own = np.arange(len(rows), dtype=np.int32)[:, None]
        return NeighbourGraph(np.where(inner < 0, own, inner), np.where(inner < 0, 0, self.cosines[rows]))


def count_neighbours(documents: int) -> int:
    """Return how many neighbours to look at: few of few, so as not to join small groups."""
    most = _NEIGHBOURS if documents <= _LARGE else _NEIGHBOURS_OF_LARGE
    return max(min(most, max(_LEAST, documents // _SHARE), documents - 1), 0)


def centre(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return vectors, (documents, dimensions), without what all share, of length 1 again."""
    centred: NDArray[np.float32] = vectors - vectors.mean(axis=0)
    lengths = np.linalg.norm(centred, axis=1, keepdims=True)
    np.divide(centred, lengths, out=centred, where=lengths > 0)
    return centred


def find_covariance(vectors: NDArray[np.float32], mean: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the covariance of vectors about their mean, times their number, without a copy."""
    covariance: NDArray[np.float32] = vectors.T @ vectors - np.float32(len(vectors)) * np.outer(mean, mean)
    return covariance


class GraphBuilder:
    """Builds the graph of centred vectors, float32 (documents, dimensions), in short steps.

    A step takes some tenths of a second.

    Attributes:
        graph: once all steps are done.
    """

    def __init__(self, vectors: NDArray[np.float32]) -> None:
        self._vectors = vectors
        self.graph = NeighbourGraph(np.empty((0, 0), np.int32), np.empty((0, 0), np.float32))

    def steps(self) -> Iterator[float]:
        """Do the work; yields the share that is done between two steps."""
        vectors, count = self._vectors, len(self._vectors)
        wanted = count_neighbours(count)
        index = HnswGraph.create(vectors.shape[1], count, effort=_EFFORT)
        for start in range(0, count, _PLACED_AT_ONCE):
            block = vectors[start : start + _PLACED_AT_ONCE]
            index.add(np.arange(start, start + len(block), dtype=np.int64), block, 1)
            yield _PLACING_SHARE * (start + len(block)) / count
        neighbours = np.empty((count, wanted), np.int32)
        cosines = np.empty((count, wanted), np.float32)
        for row in range(count):
            found = index.search(vectors[row], wanted + 1, _EFFORT)
            others = found.labels != row
            neighbours[row] = found.labels[others][:wanted]
            cosines[row] = found.scores[others][:wanted]
            if row % _ASKED_AT_ONCE == _ASKED_AT_ONCE - 1:
                yield _PLACING_SHARE + (1 - _PLACING_SHARE) * row / count
        self.graph = NeighbourGraph(neighbours, cosines)
