"""Classifies differences of two aligned texts: numbers, dates, names, negations, others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Self

import numpy as np
from rapidfuzz.distance import Indel

from findling.domain.comparisons import DiffCategory, DiffCounts
from findling.duplicates.word_categories import CATEGORIES, categorise, is_label
from findling.duplicates.word_tokens import WordTrait, fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from findling.duplicates.alignment import Alignment
    from findling.duplicates.word_tokens import WordTokens

# Where every noun is written large, or every word of a heading, a capital says nothing of names.
_CAPITALS_MEAN_NAMES = 0.25
_NUMBER, _DATE, _NAME, _NEGATION, _WORDS = map(
    CATEGORIES.index,
    (DiffCategory.NUMBER, DiffCategory.DATE, DiffCategory.NAME, DiffCategory.NEGATION, DiffCategory.WORDS),
)
_FIGURES = [_NUMBER, _DATE]
_TELLING = [_NUMBER, _DATE, _NAME]
_KNOWN_WORDS = 1 << 15
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
        self._texts = first, second
        self._names_count = few and len(first.lowercase) + len(second.lowercase) > 0

    def classify(self, tokens: WordTokens, places: NDArray[np.int64]) -> NDArray[np.intp]:
        """Return the categories of words of either text, (places,) as numbers of `CATEGORIES`.

        A capital is a name only if neither text writes the word small.
        """
        return self.classify_written(tokens, places, tokens.write(places))

    def classify_written(
        self, tokens: WordTokens, places: NDArray[np.int64], written: Sequence[str]
    ) -> NDArray[np.intp]:
        """Return categories like `classify`, of words of either text that are given as written too."""
        categories = np.fromiter(map(_number_category, written), np.intp, len(written))
        capitals = np.flatnonzero(categories == _NAME)
        if len(capitals):
            are_none = self._are_written_small(tokens.hashes[places[capitals]]) if self._names_count else slice(None)
            categories[capitals[are_none]] = _WORDS
        return categories

    def _are_written_small(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        found = np.zeros(len(hashes), np.bool_)
        for small in (text.lowercase for text in self._texts if len(text.lowercase)):
            found |= small[np.minimum(np.searchsorted(small, hashes), len(small) - 1)] == hashes
        return found


@dataclass(frozen=True, slots=True, eq=False)
class _Unmatched:
    """Words of one text that are in no run, and moved ones, by the gaps in which they stand.

    Attributes:
        written: they, as they stand.
        bounds: (gaps + 1,), where those of each gap begin.
        counts: (gaps, categories), how many each gap has of each category.
        have_identifier: (gaps,), whether there is among them a number with a label at most two words before.
    """

    written: list[str]
    bounds: NDArray[np.intp]
    counts: NDArray[np.intp]
    have_identifier: NDArray[np.bool_]

    @classmethod
    def sort(
        cls,
        tokens: WordTokens,
        places: NDArray[np.int64],
        gaps: NDArray[np.int64],
        count: int,
        classifier: DiffClassifier,
    ) -> Self:
        """Sort words of a text, at ascending places, into so many gaps."""
        kinds = len(CATEGORIES)
        written = tokens.write(places)
        categories = classifier.classify_written(tokens, places, written)
        counts = np.bincount(gaps * kinds + categories, minlength=count * kinds)
        numbers = tokens.have(WordTrait.NUMBER)[places]
        named = [
            gap
            for gap, place in zip(gaps[numbers].tolist(), places[numbers].tolist(), strict=True)
            if any(map(is_label, tokens.fold(slice(max(place - 2, 0), place))))
        ]
        return cls(
            written,
            np.searchsorted(gaps, np.arange(count + 1)),
            counts.reshape(count, kinds),
            np.bincount(np.array(named, np.intp), minlength=count) > 0,
        )

    def get_words(self, gap: int) -> list[str]:
        """Return those of a gap, as they are compared."""
        return list(map(fold_word, self.written[self.bounds[gap] : self.bounds[gap + 1]]))


def find_differences(first: WordTokens, second: WordTokens, alignment: Alignment) -> Differences:
    """Count what differs between two aligned texts."""
    classifier = DiffClassifier(first, second)
    count = len(alignment.kept_runs) + 1
    places, others = alignment.find_unmatched()
    here = _Unmatched.sort(first, places, alignment.find_gaps(places, in_second=False), count, classifier)
    there = _Unmatched.sort(second, others, alignment.find_gaps(others, in_second=True), count, classifier)
    # What stands in another's place is one change, not two.
    total = np.maximum(here.counts, there.counts).sum(axis=0).tolist()
    lost = int(here.counts[:, _FIGURES].sum() + there.counts[:, _FIGURES].sum())
    swaps = np.flatnonzero(here.counts.any(axis=1) & there.counts.any(axis=1))
    telling, telling_there = (side.counts[swaps][:, _TELLING].sum(axis=1) for side in (here, there))
    both_tell = (telling > 0) & (telling_there > 0)
    misprints = sum(_count_misprints(here.get_words(gap), there.get_words(gap)) for gap in swaps.tolist())
    figures = first.figures + second.figures
    return Differences(
        changes=DiffCounts(
            numbers=total[_NUMBER],
            dates=total[_DATE],
            names=total[_NAME],
            negations=total[_NEGATION],
            words=sum(total),
        ),
        swapped=int(here.counts[swaps].sum() + there.counts[swaps].sum()) - 2 * misprints,
        swapped_telling=int((telling + telling_there)[both_tell].sum()),
        identifiers=int(np.count_nonzero(here.have_identifier[swaps] & there.have_identifier[swaps])),
        misprints=misprints,
        figures=figures,
        figures_kept=max(figures - lost, 0),
    )


@lru_cache(_KNOWN_WORDS)
def _number_category(written: str) -> int:
    return CATEGORIES.index(categorise(written, fold_word(written)))


def _count_misprints(left: Sequence[str], right: Sequence[str]) -> int:
    """Count words on both sides that are the same but for a letter or two, in order."""
    if len(left) * len(right) > 10_000:
        return 0
    return sum(1 for _ in _misprints(left, right))


def _misprints(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions, ascending on both sides, each with the nearest that is left."""
    others = [(j, word, len(word)) for j, word in enumerate(right) if word[0].isalpha()]
    start = 0
    for i, word in enumerate(left):
        length = len(word)
        if length < _SHORTEST_MISPRINT or not word[0].isalpha():
            continue
        for place in range(start, len(others)):
            j, other, other_length = others[place]
            # Of two so different lengths no letters can be common enough: 2 * least / sum < 0.72.
            if 50 * min(length, other_length) < 18 * (length + other_length):
                continue
            if Indel.normalized_similarity(word, other, score_cutoff=_ALIKE):
                yield i, j
                start = place + 1
                break
