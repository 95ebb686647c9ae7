"""In-memory inverted index from shingle hashes to documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from findling.duplicates.word_library import SAMPLE, SHARE, SharingBounds, find_sharing

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
        """Find documents to compare with a sketch, those first that share most of what few have.

        They share two shingles at least, and a quarter of the sample of the shorter one. A shared shingle weighs the
        less the more documents have it.
        """
        least = min(_LEAST_SHARED, len(values))
        told, cut = self._find_sharing(values, least)
        shared, comparable = told["shared"], told["comparable"]
        if len(cut):
            shared = self._count_shared(told, cut)
        shares = shared / comparable
        good = np.flatnonzero((shared >= least) & (shares >= _LEAST_CONTAINMENT))
        order = good[np.lexsort((told["place"][good], -shares[good], -told["weight"][good] / comparable[good]))]
        order = order[:_MOST_CANDIDATES]
        are_telling = (told["telling"][order] >= least).tolist()
        found = zip(told["place"][order].tolist(), shares[order].tolist(), are_telling, strict=True)
        return [SketchMatch(self._documents[place], share, is_telling) for place, share, is_telling in found]

    def _find_sharing(self, values: NDArray[np.uint64], least: int) -> tuple[NDArray[np.void], NDArray[np.uint64]]:
        """Find who may share enough, by the sorted part and by the tail; see `find_sharing`."""
        # Those that are gone may stand among the first, so as many more are looked at.
        most = _ELDERS + len(self._gone)
        later = [self._tail.get(value, ()) for value in values.tolist()] if self._tail else [()] * len(values)
        lengths = np.fromiter(map(len, later), np.int64, len(later))
        owners = np.fromiter(chain.from_iterable(places[:most] for places in later), np.int32)
        return find_sharing(
            np.ascontiguousarray(values, np.uint64),
            (self._hashes, self._starts, self._owners),
            (lengths, owners),
            (self._samples.rows, self._samples.shares),
            SharingBounds(most, _TELLING, least, _LEAST_CONTAINMENT),
        )

    def _count_shared(self, told: NDArray[np.void], cut: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Count shared shingles, those of a crowd too for the best documents that have too few."""
        least, shared = _LEAST_CONTAINMENT * told["comparable"], told["shared"].copy()
        unsure = np.flatnonzero(shared < least)
        for place in unsure[np.argsort(-told["weight"][unsure], kind="stable")][:_MOST_COUNTED]:
            sketch = self._sketches[told["place"][place]]
            found = np.minimum(np.searchsorted(sketch, cut), len(sketch) - 1)
            shared[place] = told["uncut"][place] + np.count_nonzero(sketch[found] == cut)
        return shared

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


class _Samples:
    """Samples of documents, and room to count what a sketch shares, in arrays that grow."""

    def __init__(self) -> None:
        self.rows = np.zeros(64, SAMPLE)
        self.shares = np.zeros(64, SHARE)
        self._count = 0

    def append(self, length: int, bound: int) -> None:
        if self._count == len(self.rows):
            self.rows = np.concatenate([self.rows, np.zeros_like(self.rows)])
            self.shares = np.zeros(len(self.rows), SHARE)
        self.rows[self._count] = (length, bound, True)
        self._count += 1
