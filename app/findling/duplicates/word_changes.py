"""Lists the stretches in which one text differs from another, without what only stands elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.domain.comparisons import DiffCategory, WordChange
from findling.duplicates.alignment import align
from findling.duplicates.diff_kinds import DiffClassifier
from findling.duplicates.word_categories import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.duplicates.word_tokens import WordTokens

_ORDER = (DiffCategory.DATE, DiffCategory.NUMBER, DiffCategory.NEGATION, DiffCategory.NAME, DiffCategory.WORDS)
"""Subjects of a change, the most telling first: the figures of a date are no numbers."""


def list_changes(before: WordTokens, after: WordTokens) -> Iterator[WordChange]:
    """Yield what differs, in the order of both texts."""
    classifier = DiffClassifier(before, after)
    alignment = align(before.hashes, after.hashes)
    here, there = alignment.find_unmatched()
    here_gaps, there_gaps = alignment.find_gaps(here, in_second=False), alignment.find_gaps(there, in_second=True)
    for gap in np.union1d(here_gaps, there_gaps).tolist():
        gone, new = here[here_gaps == gap], there[there_gaps == gap]
        about = {
            CATEGORIES[number] for number in (*classifier.classify(before, gone), *classifier.classify(after, new))
        }
        yield WordChange(
            next(kind for kind in _ORDER if kind in about), " ".join(before.write(gone)), " ".join(after.write(new))
        )
