"""All sketches of a library in memory, turned inside out: which documents share text with this one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_COMMON = 2000
"""A shingle that more documents have is a phrase of everyone's, and proposes nobody."""

_LEAST_SHARED = 2
_LEAST_CONTAINMENT = 0.15
_MOST_CANDIDATES = 200
_LONGEST_TAIL = 200_000


class Shelf:
    """Sorted hashes with their owners, and a tail of those that came later.

    A document of 500 words takes 780 bytes, so 100,000 of them take less than 100 MB.
    """

    def __init__(self, documents: Sequence[int], sketches: Sequence[NDArray[np.uint64]]) -> None:
        self._documents: list[int] = []
        self._lengths: list[int] = []
        self._bounds: list[int] = []
        self._hashes = np.empty(0, np.uint64)
        self._owners = np.empty(0, np.int32)
        self._tail: list[NDArray[np.uint64]] = []
        self._tail_length = 0
        for document, values in zip(documents, sketches, strict=True):
            self._append(document, values)
        self._fold_tail()

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, document: int, values: NDArray[np.uint64]) -> None:
        """Put a document's sketch onto the shelf."""
        self._append(document, values)
        if self._tail_length > _LONGEST_TAIL:
            self._fold_tail()

    def find(self, values: NDArray[np.uint64]) -> list[int]:
        """The documents that share enough with a sketch to be worth comparing, the most alike first.

        Those are two shingles at least, and 15 % of what the shorter of both is sampled with.
        """
        owners = np.concatenate([self._find_in_main(values), self._find_in_tail(values)])
        numbers, shared = np.unique(owners, return_counts=True)
        estimates = (
            shared / np.array([self._comparable(values, int(number)) for number in numbers] or [1])[: len(shared)]
        )
        fewest = min(_LEAST_SHARED, len(values))
        good = np.flatnonzero((shared >= fewest) & (estimates >= _LEAST_CONTAINMENT))
        order = good[np.argsort(-estimates[good], kind="stable")][:_MOST_CANDIDATES]
        return [self._documents[number] for number in numbers[order]]

    def _comparable(self, values: NDArray[np.uint64], number: int) -> int:
        """How many hashes the smaller of two samples has below the bound up to which both are complete."""
        length, bound = self._lengths[number], self._bounds[number]
        own_bound = int(values[-1])
        if bound <= own_bound:
            own = int(np.searchsorted(values, np.uint64(bound), "right"))
            return max(min(own, length), 1)
        # What the other has below our bound is told by the evenness of hashes.
        return max(min(len(values), round(length * own_bound / bound)), 1)

    def _append(self, document: int, values: NDArray[np.uint64]) -> None:
        self._documents.append(document)
        self._lengths.append(len(values))
        self._bounds.append(int(values[-1]) if len(values) else 0)
        self._tail.append(values)
        self._tail_length += len(values)

    def _fold_tail(self) -> None:
        first = len(self._documents) - len(self._tail)
        lengths = [len(values) for values in self._tail]
        hashes = np.concatenate([self._hashes, *self._tail])
        owners = np.concatenate(
            [self._owners, np.repeat(np.arange(first, first + len(lengths), dtype=np.int32), lengths)]
        )
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._owners = hashes[order], owners[order]
        self._tail, self._tail_length = [], 0

    def _find_in_main(self, values: NDArray[np.uint64]) -> NDArray[np.int32]:
        starts = np.searchsorted(self._hashes, values, "left")
        ends = np.searchsorted(self._hashes, values, "right")
        counts = ends - starts
        kept = (counts > 0) & (counts <= _COMMON)
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
