"""Exact tail: vectors after the last published segment, in memory, all of them scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.index.vectors.exact import Neighbours, check_query, take_best, widen_unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.index.vectors.exact import Labels, Matrix

_BLOCK_ROWS = 4_096
"""Rows of one block: growth never copies what is there, and at most one block stands partly empty."""


@dataclass(slots=True, eq=False)
class _Block:
    """Rows `start:end` in use of two arrays; a tail's first block may have lost its beginning."""

    labels: Labels
    rows: NDArray[np.float32]
    start: int = 0
    end: int = 0

    def used_labels(self) -> Labels:
        return self.labels[self.start : self.end]

    def score(self, query: NDArray[np.float32]) -> NDArray[np.float32]:
        scores: NDArray[np.float32] = self.rows[self.start : self.end] @ query
        return scores


class Tail:
    """Vectors in ascending order of labels, appended at the end and dropped at the beginning.

    Kept as float32, which BLAS multiplies. Used by one thread.
    """

    def __init__(self, dimensions: int) -> None:
        self._dimensions = dimensions
        self._blocks: list[_Block] = []
        self._last_seen = 0

    def __len__(self) -> int:
        return sum(block.end - block.start for block in self._blocks)

    @property
    def first_label(self) -> int | None:
        """Smallest label, or None if empty."""
        return int(self._blocks[0].used_labels()[0]) if self._blocks else None

    @property
    def last_label(self) -> int | None:
        """Largest label, or None if empty."""
        return int(self._blocks[-1].used_labels()[-1]) if self._blocks else None

    def extend(self, labels: Labels, vectors: Matrix) -> None:
        """Append rows; those that are not unit vectors are left out.

        Args:
            labels: int64 (n,), ascending, all larger than any label given before.
            vectors: float16 or float32 (n, d).

        Raises:
            ValueError: shapes do not fit, or labels are out of order.
        """
        if vectors.shape != (len(labels), self._dimensions):
            raise ValueError(
                f"vectors of shape {vectors.shape} for {len(labels)} labels of {self._dimensions} dimensions"
            )
        if not len(labels):
            return
        if labels[0] <= self._last_seen or np.any(np.diff(labels) <= 0):
            raise ValueError("labels of a tail must ascend")
        self._last_seen = int(labels[-1])
        self._append(*widen_unit_rows(labels, vectors))

    def _append(self, labels: Labels, rows: NDArray[np.float32]) -> None:
        taken = 0
        while taken < len(labels):
            block = self._open_block()
            count = min(_BLOCK_ROWS - block.end, len(labels) - taken)
            block.labels[block.end : block.end + count] = labels[taken : taken + count]
            block.rows[block.end : block.end + count] = rows[taken : taken + count]
            block.end += count
            taken += count

    def _open_block(self) -> _Block:
        if not self._blocks or self._blocks[-1].end == _BLOCK_ROWS:
            rows = np.empty((_BLOCK_ROWS, self._dimensions), np.float32)
            self._blocks.append(_Block(np.empty(_BLOCK_ROWS, np.int64), rows))
        return self._blocks[-1]

    def trim(self, last_label: int) -> None:
        """Drop every row up to `last_label`, which a published segment has now."""
        for block in self._blocks:
            block.start += int(np.searchsorted(block.used_labels(), last_label, side="right"))
        self._blocks = [block for block in self._blocks if block.start < block.end]

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Return the `k` best rows for a query, float32 (d,).

        Raises:
            ValueError: the query has another shape, or is not finite.
        """
        query = check_query(query, self._dimensions)
        labels = [block.used_labels() for block in self._blocks]
        scores = [block.score(query) for block in self._blocks]
        empty = np.empty(0, np.int64), np.empty(0, np.float32)
        return take_best(np.concatenate([empty[0], *labels]), np.concatenate([empty[1], *scores]), k)
