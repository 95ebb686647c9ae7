"""Sets of vectors for tests: clustered as real ones are, and streamed as by the database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from findling.index.vectors.exact import Labels
from numpy.typing import NDArray

from findling.index.vectors.merge_policy import MergePolicy
from findling.index.vectors.publisher import VectorPublisher

DIMENSIONS = 32
SMALL = MergePolicy(shortest_tail=200, longest_tail=800, largest_segment=1_600)
"""Real sizes, divided by a hundred."""


def make_unit_vectors(count: int, seed: int = 0, dimensions: int = DIMENSIONS) -> NDArray[np.float16]:
    """Make unit vectors around fixed centres, float16 (count, dimensions)."""
    centres = np.random.default_rng(42).normal(size=(40, dimensions))
    random = np.random.default_rng(seed)
    rows = centres[random.integers(0, len(centres), count)] + 0.7 * random.normal(size=(count, dimensions))
    unit: NDArray[np.float64] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit.astype(np.float16)


class StoredVectors:
    """Labels with their vectors, as the database streams them; some are deleted later."""

    def __init__(self, vectors: NDArray[np.float16], labels: Labels | None = None) -> None:
        self.vectors = vectors
        self.labels = np.arange(1, len(vectors) + 1, dtype=np.int64) if labels is None else labels

    def delete(self, gone: NDArray[np.bool_]) -> None:
        self.labels, self.vectors = self.labels[~gone], self.vectors[~gone]

    def rows(self, first: int, last: int) -> Iterator[tuple[Labels, NDArray[np.float16]]]:
        """Yield the live rows of a range, in pieces of uneven lengths."""
        wanted = (self.labels >= first) & (self.labels <= last)
        labels, vectors = self.labels[wanted], self.vectors[wanted]
        start = 0
        for length in [1, 70, 3, 300] * (len(labels) // 100 + 1):
            if start < len(labels):
                yield labels[start : start + length], vectors[start : start + length]
            start += length

    def count(self, first: int, last: int) -> int:
        return int(np.count_nonzero((self.labels >= first) & (self.labels <= last)))

    def publish_all(self, publisher: VectorPublisher, *, idle: bool = True) -> int:
        """Publish until no step is due, and return the number of steps."""
        steps = 0
        while step := publisher.plan(
            self.count(publisher.last_label + 1, 2**62),
            [segment.count - self.count(segment.first_label, segment.last_label) for segment in publisher.segments],
            idle=idle,
        ):
            assert publisher.publish(step, self.rows)
            steps += 1
        return steps
