"""Classifies differences of two aligned texts: numbers, dates, names, negations, other words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel

from findling.domain.comparisons import DiffCategory, DiffCounts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.duplicates.alignment import Alignment
    from findling.duplicates.word_tokens import WordTokens

# Words before a number that identifies a paper.
_LABELS = frozenset(
    re.findall(
        r"\w+",
        """no nr nº num núm number nummer numéro numero número ref reference id invoice rechnung facture factura fattura
        account konto compte cuenta policy police case ticket""",
    )
)
_SHORTEST_IDENTIFIER = 3
# Where every noun is written large, or every word of a heading, a capital says nothing of names.
_CAPITALS_MEAN_NAMES = 0.25
_ALIKE = 0.72
_SHORTEST_MISPRINT = 4


@dataclass(frozen=True, slots=True)
class Differences:
    """Counts of what differs between two texts.

    Attributes:
        changes: by what they are about.
        swapped: words that stand on one side where the other has different ones, on both sides together.
        swapped_telling: those of them that are numbers, dates or names, where both sides have some.
        identifiers: stretches in which both have a number after such words as "No." or "Account", each another.
        misprints: words that are the same but for a letter or two, counted once.
        figures: numbers and dates of both texts; figures_kept: those of them that both have.
    """

    changes: DiffCounts
    swapped: int
    swapped_telling: int
    identifiers: int
    misprints: int
    figures: int
    figures_kept: int


class DiffClassifier:
    """Classifier of the words of two texts that are compared."""

    def __init__(self, first: WordTokens, second: WordTokens) -> None:
        few = first.capitalised + second.capitalised <= _CAPITALS_MEAN_NAMES * (len(first) + len(second))
        self._small = (first.lowercase, second.lowercase)
        self._names_count = few and any(self._small)

    def classify(self, tokens: WordTokens, place: int) -> DiffCategory:
        """Return the category of a word of either text; a capital is a name only if neither writes the word small."""
        category = tokens.categories[place]
        if category is not DiffCategory.NAME:
            return category
        folded = tokens.folded[place]
        is_name = self._names_count and not any(folded in words for words in self._small)
        return DiffCategory.NAME if is_name else DiffCategory.WORDS


def find_differences(first: WordTokens, second: WordTokens, alignment: Alignment) -> Differences:
    """Count what differs between two aligned texts."""
    classifier = DiffClassifier(first, second)
    first_left, second_left = _find_unmatched(alignment)
    total: Counter[DiffCategory] = Counter()
    lost = 0
    swapped = swapped_telling = identifiers = misprints = 0
    for gap in alignment.gaps():
        left = [place for place in range(gap.first, gap.first_end) if first_left[place]]
        right = [place for place in range(gap.second, gap.second_end) if second_left[place]]
        if not left and not right:
            continue
        here, there = (
            Counter([classifier.classify(tokens, place) for place in places])
            for tokens, places in ((first, left), (second, right))
        )
        # What stands in another's place is one change, not two.
        total += here | there
        lost += sum(side[about] for side in (here, there) for about in (DiffCategory.NUMBER, DiffCategory.DATE))
        if left and right:
            alike = _count_misprints([first.folded[i] for i in left], [second.folded[i] for i in right])
            misprints += alike
            swapped += len(left) + len(right) - 2 * alike
            swapped_telling += _count_swapped(here, there)
            identifiers += _has_identifier(first, left) and _has_identifier(second, right)
    figures = first.figures + second.figures
    changes = DiffCounts(
        numbers=total[DiffCategory.NUMBER],
        dates=total[DiffCategory.DATE],
        names=total[DiffCategory.NAME],
        negations=total[DiffCategory.NEGATION],
        words=total.total(),
    )
    return Differences(changes, swapped, swapped_telling, identifiers, misprints, figures, max(figures - lost, 0))


def _count_swapped(here: Counter[DiffCategory], there: Counter[DiffCategory]) -> int:
    """Count figures and names of a swap, where both sides have some."""
    about = (DiffCategory.NUMBER, DiffCategory.DATE, DiffCategory.NAME)
    left, right = (sum(side[each] for each in about) for side in (here, there))
    return left + right if left and right else 0


def _has_identifier(tokens: WordTokens, places: Sequence[int]) -> bool:
    """Tell whether unmatched words hold a number with a label at most two words before."""
    words = tokens.folded
    return any(
        words[place][0].isdigit()
        and len(words[place]) >= _SHORTEST_IDENTIFIER
        and not _LABELS.isdisjoint(words[max(place - 2, 0) : place])
        for place in places
    )


def _find_unmatched(alignment: Alignment) -> tuple[list[bool], list[bool]]:
    """Mark the words of each text that are in no run, moved ones included."""
    first, second = np.ones(alignment.first_length, bool), np.ones(alignment.second_length, bool)
    for run in (*alignment.kept, *alignment.moved):
        first[run.first : run.first_end] = second[run.second : run.second_end] = False
    return first.tolist(), second.tolist()


def _count_misprints(left: Sequence[str], right: Sequence[str]) -> int:
    """Count words on both sides that are the same but for a letter or two, in order."""
    if len(left) * len(right) > 10_000:
        return 0
    return sum(1 for _ in _misprints(left, right))


def _misprints(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions, ascending on both sides, each with the nearest that is left."""
    start = 0
    for i, word in enumerate(left):
        if len(word) < _SHORTEST_MISPRINT or not word[0].isalpha():
            continue
        for j in range(start, len(right)):
            if Indel.normalized_similarity(word, right[j], score_cutoff=_ALIKE) and right[j][0].isalpha():
                yield i, j
                start = j + 1
                break
