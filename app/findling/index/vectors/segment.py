"""A segment: a graph and the copies of its vectors, searched as one, and built once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from findling.index.vectors.exact import Neighbours, take_best, widen_unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.index.vectors.exact import Labels, Matrix
    from findling.index.vectors.hnsw_graph import HnswGraph

_BYTES_OF_PAIR = 16

_DIGEST_SIZE = 16
"""Bytes by which vectors are told apart; two of a million different ones agree with a chance of 1e-27."""


@dataclass(frozen=True, slots=True, eq=False)
class Copies:
    """The labels that are not in a graph because an equal vector is.

    Attributes:
        placed: int64 (n,), ascending: the label under which the vector is in the graph.
        labels: int64 (n,): the label that it has as well; ascending where `placed` is equal.
    """

    placed: Labels
    labels: Labels

    def __len__(self) -> int:
        return len(self.labels)

    @classmethod
    def of(cls, placed: Labels, labels: Labels) -> Copies:
        """Sort pairs into the order of the attributes."""
        order = np.lexsort((labels, placed))
        return cls(placed[order], labels[order])

    @classmethod
    def from_bytes(cls, written: bytes) -> Copies:
        """Decode what `to_bytes` returned; raises ValueError for half a pair."""
        placed, labels = np.frombuffer(written, np.dtype("<i8")).reshape(2, len(written) // _BYTES_OF_PAIR)
        return cls(placed.astype(np.int64), labels.astype(np.int64))

    def to_bytes(self) -> bytes:
        """Encode all of `placed`, then all of `labels`, little-endian."""
        return np.concatenate([self.placed, self.labels]).astype("<i8").tobytes()

    def add_to(self, found: Neighbours, k: int) -> Neighbours:
        """Add the copies of the neighbours, with the same scores, and keep the `k` best."""
        if not len(self):
            return found
        start = np.searchsorted(self.placed, found.labels, side="left")
        counts = np.searchsorted(self.placed, found.labels, side="right") - start
        if not counts.any():
            return found
        # One position for each copy: its group's start, and its place within the group.
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        labels = self.labels[np.repeat(start, counts) + within]
        scores: NDArray[np.float32] = np.concatenate([found.scores, np.repeat(found.scores, counts)])
        return take_best(np.concatenate([found.labels, labels]), scores, k)


NO_COPIES = Copies(np.empty(0, np.int64), np.empty(0, np.int64))
"""Copies of most small segments."""


class Segment:
    """An immutable segment."""

    def __init__(self, graph: HnswGraph, copies: Copies = NO_COPIES) -> None:
        self.graph = graph
        self.copies = copies

    def __len__(self) -> int:
        return len(self.graph) + len(self.copies)

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` best vectors, each under all of its labels, or all if there are fewer."""
        return self.copies.add_to(self.graph.search(query, k), k)


class SegmentBuilder:
    """Builds a graph that nobody searches yet, with each distinct vector once."""

    def __init__(self, start: Segment, threads: int = 1) -> None:
        """Take over a segment that nobody searches, its graph with room for all that will be added."""
        self._graph = start.graph
        self._threads = threads
        self._placed = [start.copies.placed]
        self._labels = [start.copies.labels]
        self._known: dict[bytes, int] = {}
        for labels, rows in self._graph.blocks():
            self._known.update(zip(map(_identify, rows), labels.tolist(), strict=True))

    def add(self, labels: Labels, vectors: Matrix) -> None:
        """Add vectors, float16 or float32 (n, d), under new labels; drop those not of unit length."""
        labels, rows = widen_unit_rows(labels, vectors)
        placed = np.array(
            [self._known.setdefault(_identify(row), label) for row, label in zip(rows, labels.tolist(), strict=True)],
            np.int64,
        )
        new = placed == labels
        self._placed.append(placed[~new])
        self._labels.append(labels[~new])
        self._graph.add(labels[new], rows[new], self._threads)

    def finish(self) -> Segment:
        """Return the built segment."""
        return Segment(self._graph, Copies.of(np.concatenate(self._placed), np.concatenate(self._labels)))


def _identify(row: NDArray[np.float32]) -> bytes:
    return blake2b(row.data, digest_size=_DIGEST_SIZE).digest()
