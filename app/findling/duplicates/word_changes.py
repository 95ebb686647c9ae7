"""Lists the stretches in which a text differs from another, but for what was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.domain.comparisons import DiffCategory, WordChange
from findling.duplicates.alignment import align
from findling.duplicates.diff_kinds import DiffClassifier
from findling.duplicates.word_categories import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from findling.duplicates.word_tokens import WordTokens

_ORDER = (DiffCategory.DATE, DiffCategory.NUMBER, DiffCategory.NEGATION, DiffCategory.NAME, DiffCategory.WORDS)
"""Subjects of a change, the most telling first: the figures of a date are no numbers."""


def list_changes(before: WordTokens, after: WordTokens) -> Iterator[WordChange]:
    """Yield what differs, in the order of both texts."""
    classifier = DiffClassifier(before, after)
    alignment = align(before.hashes, after.hashes)
    here, there = alignment.find_unmatched()
    here_gaps, there_gaps = alignment.find_gaps(here, in_second=False), alignment.find_gaps(there, in_second=True)
    gone, new = before.write(here), after.write(there)
    gone_kinds, new_kinds = classifier.classify(before, here), classifier.classify(after, there)
    gaps = np.union1d(here_gaps, there_gaps)
    for left, right in zip(_slice(here_gaps, gaps), _slice(there_gaps, gaps), strict=True):
        about = {CATEGORIES[number] for number in (*gone_kinds[left], *new_kinds[right])}
        yield WordChange(next(kind for kind in _ORDER if kind in about), " ".join(gone[left]), " ".join(new[right]))


def _slice(places: NDArray[np.int64], gaps: NDArray[np.int64]) -> Iterator[slice]:
    """Yield the stretch of ascending places that lies in each of some ascending gaps."""
    yield from map(slice, np.searchsorted(places, gaps).tolist(), np.searchsorted(places, gaps, "right").tolist())
