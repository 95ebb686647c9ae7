"""A segment: a graph and the copies of its vectors, searched as one, and built once."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from findling.index.vectors.copies import NO_COPIES, Copies
from findling.index.vectors.exact import widen_unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.index.vectors.exact import Labels, Matrix, Neighbours
    from findling.index.vectors.hnsw_graph import HnswGraph

_DIGEST_SIZE = 16
"""Bytes by which vectors are told apart; two of a million different ones agree with a chance of 1e-27."""


class Segment:
    """What is searched; nothing ever adds to it."""

    def __init__(self, graph: HnswGraph, copies: Copies = NO_COPIES) -> None:
        self.graph = graph
        self.copies = copies

    def __len__(self) -> int:
        return len(self.graph) + len(self.copies)

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` best vectors, each under all of its labels; fewer where there are fewer."""
        return self.copies.add_to(self.graph.search(query, k), k)


class SegmentBuilder:
    """Places vectors in a graph that nobody searches, each different one once."""

    def __init__(self, start: Segment, threads: int = 1) -> None:
        """Begin with what a segment holds, which then belongs to the builder.

        Args:
            start: a segment that nobody searches, its graph with room for all that will be added.
            threads: how many place vectors at once.
        """
        self._graph = start.graph
        self._threads = threads
        self._placed = [start.copies.placed]
        self._labels = [start.copies.labels]
        self._known: dict[bytes, int] = {}
        for labels, rows in self._graph.blocks():
            self._known.update(zip(map(_identify, rows), labels.tolist(), strict=True))

    def add(self, labels: Labels, vectors: Matrix) -> None:
        """Add vectors; those that are not unit vectors are left out.

        Args:
            labels: int64 (n,), new ones.
            vectors: float16 or float32 (n, d).
        """
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
        """Hand over what was built."""
        return Segment(self._graph, Copies.of(np.concatenate(self._placed), np.concatenate(self._labels)))


def _identify(row: NDArray[np.float32]) -> bytes:
    return blake2b(row.data, digest_size=_DIGEST_SIZE).digest()
