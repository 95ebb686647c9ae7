"""Lists the stretches in which one text differs from another, without what only stands elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.comparisons import DiffCategory, WordChange
from findling.duplicates.alignment import align
from findling.duplicates.diff_kinds import DiffClassifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.duplicates.word_tokens import WordTokens

_ORDER = (DiffCategory.DATE, DiffCategory.NUMBER, DiffCategory.NEGATION, DiffCategory.NAME, DiffCategory.WORDS)
"""Subjects of a change, the most telling first: the figures of a date are no numbers."""


def list_changes(before: WordTokens, after: WordTokens) -> Iterator[WordChange]:
    """Yield what differs, in the order of both texts."""
    classifier = DiffClassifier(before, after)
    alignment = align(before.hashes, after.hashes)
    left = {at for run in alignment.moved for at in range(run.first, run.first_end)}
    right = {at for run in alignment.moved for at in range(run.second, run.second_end)}
    for gap in alignment.gaps():
        here = [at for at in range(gap.first, gap.first_end) if at not in left]
        there = [at for at in range(gap.second, gap.second_end) if at not in right]
        about = {classifier.classify(before, at) for at in here} | {classifier.classify(after, at) for at in there}
        if about:
            yield WordChange(
                next(kind for kind in _ORDER if kind in about),
                " ".join(before.written[at] for at in here),
                " ".join(after.written[at] for at in there),
            )
