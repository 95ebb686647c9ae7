"""In-memory inverted index from shingle hashes to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_COMMON = 2000
"""A shingle of more documents is a common phrase, and proposes none of them."""

_LEAST_SHARED = 2
_LEAST_CONTAINMENT = 0.25
_MOST_CANDIDATES = 200
_LONGEST_TAIL = 200_000


class ShingleIndex:
    """Inverted index: sorted hashes with their documents, and an unsorted tail of later ones.

    A document of 500 words takes up to 1,300 bytes, so 100,000 of them take less than 130 MB.
    """

    def __init__(self, documents: Sequence[int], sketches: Sequence[NDArray[np.uint64]]) -> None:
        self._documents: list[int] = []
        self._samples = _Samples()
        # Distinct hashes, ascending; where the owners of each begin, and the end of all; the owners.
        self._hashes = np.empty(0, np.uint64)
        self._starts = np.zeros(1, np.int64)
        self._owners = np.empty(0, np.int32)
        self._tail: list[NDArray[np.uint64]] = []
        self._tail_length = 0
        for document, values in zip(documents, sketches, strict=True):
            self._append(document, values)
        self._merge_tail()

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, document: int, values: NDArray[np.uint64]) -> None:
        """Add the sketch of a document."""
        self._append(document, values)
        if self._tail_length > _LONGEST_TAIL:
            self._merge_tail()

    def find(self, values: NDArray[np.uint64]) -> list[int]:
        """Find documents worth comparing with a sketch, the most alike first.

        They share two shingles at least, and a quarter of the sample of the shorter one.
        """
        owners = np.concatenate([self._find_in_main(values), self._find_in_tail(values)])
        numbers, shared = np.unique(owners, return_counts=True)
        enough = shared >= min(_LEAST_SHARED, len(values))
        numbers, shared = numbers[enough], shared[enough]
        if not len(numbers):
            return []
        estimates = shared / self._comparable(values, numbers)
        good = np.flatnonzero(estimates >= _LEAST_CONTAINMENT)
        order = good[np.argsort(-estimates[good], kind="stable")][:_MOST_CANDIDATES]
        return [self._documents[number] for number in numbers[order]]

    def _comparable(self, values: NDArray[np.uint64], numbers: NDArray[np.int32]) -> NDArray[np.float64]:
        """Count the hashes of the smaller sample below the bound up to which both are complete."""
        samples = self._samples.rows[numbers]
        lengths, bounds = samples["length"], samples["bound"]
        own = np.searchsorted(values, bounds, "right")
        # Hashes are even, which estimates what the other has below our bound.
        share = np.minimum(float(values[-1]) / np.maximum(bounds.astype(np.float64), 1.0), 1.0)
        smaller: NDArray[np.float64] = np.maximum(np.minimum(own, np.rint(lengths * share)), 1.0)
        return smaller

    def _append(self, document: int, values: NDArray[np.uint64]) -> None:
        self._documents.append(document)
        self._samples.append(len(values), int(values[-1]) if len(values) else 0)
        self._tail.append(values)
        self._tail_length += len(values)

    def _merge_tail(self) -> None:
        first = len(self._documents) - len(self._tail)
        lengths = [len(values) for values in self._tail]
        hashes = np.concatenate([np.repeat(self._hashes, np.diff(self._starts)), *self._tail])
        owners = np.concatenate(
            [self._owners, np.repeat(np.arange(first, first + len(lengths), dtype=np.int32), lengths)]
        )
        order = np.argsort(hashes, kind="stable")
        hashes, self._owners = hashes[order], owners[order]
        begins = (
            np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]])) if len(hashes) else self._starts[:0]
        )
        self._hashes, self._starts = hashes[begins], np.append(begins, len(hashes))
        self._tail, self._tail_length = [], 0

    def _find_in_main(self, values: NDArray[np.uint64]) -> NDArray[np.int32]:
        if not len(self._hashes):
            return self._owners
        at = np.minimum(np.searchsorted(self._hashes, values), len(self._hashes) - 1)
        at = at[self._hashes[at] == values]
        starts, counts = self._starts[at], self._starts[at + 1] - self._starts[at]
        kept = counts <= _COMMON
        starts, counts = starts[kept], counts[kept]
        # The ranges starts[i] .. starts[i] + counts[i], one after the other.
        offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        found: NDArray[np.int32] = self._owners[np.repeat(starts, counts) + offsets]
        return found

    def _find_in_tail(self, values: NDArray[np.uint64]) -> NDArray[np.int32]:
        if not self._tail:
            return np.empty(0, np.int32)
        first = len(self._documents) - len(self._tail)
        owners = np.repeat(
            np.arange(first, first + len(self._tail), dtype=np.int32), [len(each) for each in self._tail]
        )
        return owners[np.isin(np.concatenate(self._tail), values)]


class _Samples:
    """Size of each sketch and the bound up to which it is complete, in an array that grows."""

    def __init__(self) -> None:
        self.rows = np.zeros(64, np.dtype([("length", np.int64), ("bound", np.uint64)]))
        self._count = 0

    def append(self, length: int, bound: int) -> None:
        if self._count == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
        self.rows[self._count] = (length, bound)
        self._count += 1
