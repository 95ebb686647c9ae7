"""In-memory inverted index from shingle hashes to documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

_ELDERS = 200
"""Documents that a shingle proposes, the first that had it: what more have is a common phrase, or of a form."""

_TELLING = 8
"""Documents up to which a shingle tells them from all others."""

_LEAST_SHARED = 2
_LEAST_CONTAINMENT = 0.25
_MOST_CANDIDATES = 200
_MOST_COUNTED = 64
_LONGEST_TAIL = 200_000
_MOST_GONE = 256


@dataclass(frozen=True, slots=True)
class SketchMatch:
    """Document that is proposed to be compared with a sketch.

    Attributes:
        share: of the sample of the shorter of the two that the other has too, 0..1, as far as it was counted.
        is_telling: they share what hardly any other has; else only what a crowd of documents has.
    """

    document: int
    share: float
    is_telling: bool


class ShingleIndex:
    """Inverted index: sorted hashes with their documents, and a tail of later ones.

    What a search costs does not grow with the number of documents that share a shingle. A document of 500 words takes
    up to 1,900 bytes, so 100,000 of them take less than 190 MB.
    """

    def __init__(self, documents: Sequence[int], sketches: Sequence[NDArray[np.uint64]]) -> None:
        self._documents: list[int] = []
        self._places: dict[int, int] = {}
        self._sketches: list[NDArray[np.uint64]] = []
        self._samples = _Samples()
        # Distinct hashes, ascending; where the owners of each begin, and the end of all; the owners, the first first.
        self._hashes = np.empty(0, np.uint64)
        self._starts = np.zeros(1, np.int64)
        self._owners = np.empty(0, np.int32)
        self._tail: defaultdict[int, list[int]] = defaultdict(list)
        self._merged = 0
        self._tail_length = 0
        self._gone: set[int] = set()
        for document, values in zip(documents, sketches, strict=True):
            self._append(document, values)
        self._merge_tail()

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, document: int) -> bool:
        return document in self._places

    def add(self, document: int, values: NDArray[np.uint64]) -> None:
        """Add the sketch of a document; one that is there already is shown again."""
        if document in self._places:
            self.show(document)
            return
        place = self._append(document, values)
        for value in values.tolist():
            self._tail[value].append(place)
        if self._tail_length > _LONGEST_TAIL:
            self._merge_tail()

    def hide(self, documents: Iterable[int]) -> None:
        """Propose these no more, until they are shown."""
        for document in documents:
            self._samples.rows["shown"][self._places[document]] = False

    def show(self, document: int) -> None:
        """Propose a document again."""
        self._samples.rows["shown"][self._places[document]] = True

    def remove(self, documents: Iterable[int]) -> None:
        """Remove documents for good."""
        for document in documents:
            place = self._places.pop(document)
            self._samples.rows["shown"][place] = False
            self._gone.add(place)
        if len(self._gone) > _MOST_GONE:
            self._merge_tail()

    def find(self, values: NDArray[np.uint64]) -> list[SketchMatch]:
        """Find documents worth comparing with a sketch, those first that share most of what few have.

        They share two shingles at least, and a quarter of the sample of the shorter one. A shared shingle weighs the
        less the more documents have it.
        """
        owners, frequencies, cut = self._find_owners(values)
        shown = self._samples.rows["shown"][owners]
        owners, frequencies = owners[shown], frequencies[shown]
        numbers, at, shared = np.unique(owners, return_inverse=True, return_counts=True)
        if not len(numbers):
            return []
        weights = np.bincount(at, 1.0 / frequencies, len(numbers))
        telling = np.bincount(at, frequencies <= _TELLING, len(numbers))
        comparable = self._comparable(values, numbers)
        if len(cut):
            uncut = np.bincount(at, frequencies <= self._most_told(), len(numbers)).astype(np.int64)
            shared = self._count_shared(numbers, shared, uncut, comparable, weights, cut)
        least = min(_LEAST_SHARED, len(values))
        shares = shared / comparable
        good = np.flatnonzero((shared >= least) & (shares >= _LEAST_CONTAINMENT))
        order = good[np.lexsort((numbers[good], -shares[good], -weights[good] / comparable[good]))][:_MOST_CANDIDATES]
        found = zip(numbers[order].tolist(), shares[order].tolist(), (telling[order] >= least).tolist(), strict=True)
        return [SketchMatch(self._documents[place], share, is_telling) for place, share, is_telling in found]

    def _comparable(self, values: NDArray[np.uint64], numbers: NDArray[np.int32]) -> NDArray[np.float64]:
        """Count the hashes of the smaller sample below the bound up to which both are complete."""
        samples = self._samples.rows[numbers]
        lengths, bounds = samples["length"], samples["bound"]
        own = np.searchsorted(values, bounds, "right")
        # Hashes are even, which estimates what the other has below our bound.
        share = np.minimum(float(values[-1]) / np.maximum(bounds.astype(np.float64), 1.0), 1.0)
        smaller: NDArray[np.float64] = np.maximum(np.minimum(own, np.rint(lengths * share)), 1.0)
        return smaller

    def _count_shared(
        self,
        numbers: NDArray[np.int32],
        shared: NDArray[np.int64],
        uncut: NDArray[np.int64],
        comparable: NDArray[np.float64],
        weights: NDArray[Any],
        cut: NDArray[np.uint64],
    ) -> NDArray[np.int64]:
        """Count what the best documents share in full that would be too little without the shingles of a crowd."""
        least = _LEAST_CONTAINMENT * comparable
        unsure = np.flatnonzero((shared < least) & (shared + len(cut) >= least))
        counted = shared.copy()
        for place in unsure[np.argsort(-weights[unsure], kind="stable")][:_MOST_COUNTED]:
            sketch = self._sketches[numbers[place]]
            found = np.minimum(np.searchsorted(sketch, cut), len(sketch) - 1)
            counted[place] = uncut[place] + np.count_nonzero(sketch[found] == cut)
        return counted

    def _append(self, document: int, values: NDArray[np.uint64]) -> int:
        place = len(self._documents)
        self._documents.append(document)
        self._places[document] = place
        self._sketches.append(values)
        self._samples.append(len(values), int(values[-1]) if len(values) else 0)
        self._tail_length += len(values)
        return place

    def _merge_tail(self) -> None:
        """Put the tail into the sorted part: what is sorted already is moved, and not sorted again."""
        if self._gone:
            self._drop_gone()
        first, self._merged = self._merged, len(self._documents)
        added = self._sketches[first:]
        owners = np.repeat(np.arange(first, len(self._documents), dtype=np.int32), list(map(len, added)))
        values = np.concatenate([self._hashes[:0], *added])
        order = np.argsort(values, kind="stable")
        values, owners = values[order], owners[order]
        begins = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])) if len(values) else order[:0]
        distinct, counts = values[begins], np.diff(begins, append=len(values))
        if len(self._hashes):
            self._insert(distinct, counts, owners)
        else:
            self._hashes, self._starts, self._owners = distinct, np.append(begins, len(values)), owners
        self._tail.clear()
        self._tail_length = 0

    def _insert(self, distinct: NDArray[np.uint64], counts: NDArray[np.int64], owners: NDArray[np.int32]) -> None:
        """Insert hashes, ascending, with so many owners each, one after the other."""
        places = np.searchsorted(self._hashes, distinct)
        are_new = self._hashes[np.minimum(places, len(self._hashes) - 1)] != distinct
        # Later owners of a hash stand behind its earlier ones, those of a new one before the next hash's.
        ends = self._starts[places + ~are_new]
        self._owners = np.insert(self._owners, np.repeat(ends, counts), owners)
        lengths = np.diff(self._starts)
        lengths[places[~are_new]] += counts[~are_new]
        self._hashes = np.insert(self._hashes, places[are_new], distinct[are_new])
        lengths = np.insert(lengths, places[are_new], counts[are_new])
        self._starts = np.concatenate([[0], np.cumsum(lengths)])

    def _drop_gone(self) -> None:
        for place in self._gone:
            self._sketches[place] = self._hashes[:0]
        kept = ~np.isin(self._owners, list(self._gone))
        lengths = np.diff(np.concatenate([[0], np.cumsum(kept)])[self._starts])
        self._owners, self._hashes = self._owners[kept], self._hashes[lengths > 0]
        self._starts = np.concatenate([[0], np.cumsum(lengths[lengths > 0])])
        self._gone.clear()

    def _most_told(self) -> int:
        # Those that are gone may stand among the first, so as many more are looked at.
        return _ELDERS + len(self._gone)

    def _find_owners(
        self, values: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.uint64]]:
        """Find who has shingles.

        Returns:
            Owners, and for each how many documents have that shingle; the shingles of which not all owners are told.
        """
        most = self._most_told()
        counts = starts = np.zeros(len(values), np.int64)
        if len(self._hashes):
            at = np.minimum(np.searchsorted(self._hashes, values), len(self._hashes) - 1)
            starts = self._starts[at]
            counts = np.where(self._hashes[at] == values, self._starts[at + 1] - starts, 0)
        later = [self._tail.get(value, ()) for value in values.tolist()] if self._tail else [()] * len(values)
        lengths = np.fromiter(map(len, later), np.int64, len(later))
        frequencies = counts + lengths
        cut = values[frequencies > most]
        told = np.minimum(counts, most)
        # The ranges starts[i] .. starts[i] + told[i], one after the other.
        offsets = np.arange(told.sum()) - np.repeat(np.cumsum(told) - told, told)
        main = self._owners[np.repeat(starts, told) + offsets]
        left = np.minimum(most - told, lengths)
        tail = np.fromiter(
            chain.from_iterable(places[:count] for places, count in zip(later, left.tolist(), strict=True)), np.int32
        )
        return (
            np.concatenate([main, tail]),
            np.concatenate([np.repeat(frequencies, told), np.repeat(frequencies, left)]),
            cut,
        )


class _Samples:
    """Size of each sketch, the bound up to which it is complete, and whether it is shown, in an array that grows."""

    def __init__(self) -> None:
        self.rows = np.zeros(64, np.dtype([("length", np.int64), ("bound", np.uint64), ("shown", np.bool_)]))
        self._count = 0

    def append(self, length: int, bound: int) -> None:
        if self._count == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
        self.rows[self._count] = (length, bound, True)
        self._count += 1
