"""Finds a text in a document, exact, misremembered or misread, and what differs there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from findling.duplicates.word_changes import list_changes
from findling.duplicates.word_tokens import WordTokens, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.domain.comparisons import WordChange

_MOST_WORDS = 400

_PLACES = 3
"""Places of a document that are looked at letter by letter."""

_PART = 4
"""Letters at the beginning or end of a word by which one that was misread is still known."""

_PART_WEIGHT = 0.4
_MARGIN_WORDS = 6

_LEAST_HELD = 0.25
"""Share of the quotation's words below which a window is not looked at letter by letter."""

_LEAST_REACH, _REACH_SHARE, _MOST_REACH = 2, 5, 12
"""Words by which the ends of a place are moved at a time: two and a fifth of the quotation's, twelve at most."""

_FITTINGS = 2
"""Times that both ends are moved, one after the other."""


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """Place of a document that says about what a quotation says.

    Attributes:
        start, end: code points into the document's text, at the borders of words.
        likeness: of the letters of both, in order, 0..1 (Indel distance).
        differs: what of the quotation is otherwise there.
    """

    start: int
    end: int
    likeness: float
    differs: tuple[WordChange, ...]


class Quotation:
    """Text that is looked for in documents.

    Args:
        text: of a longer one than 400 words its beginning stands for it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _cut(split_words(text), 0, _MOST_WORDS)
        folded = self.tokens.fold(slice(None))
        self._words = frozenset(folded)
        self._starts = frozenset(word[:_PART] for word in self._words if len(word) > _PART)
        self._ends = frozenset(word[-_PART:] for word in self._words if len(word) > _PART)
        self._joined = " ".join(folded)

    def find_in(self, text: str) -> QuotedPlace | None:
        """Find the place of a document most like the quotation; None if no word of it is there."""
        tokens = split_words(text)
        words = tokens.fold(slice(None))
        best: tuple[float, int, int] | None = None
        for start, end in self._find_windows(words):
            if not self._may_match(words[start:end]):
                continue
            found = self._match(words, start, end)
            if best is None or found > best:
                best = found
        if best is None:
            return None
        likeness, first, last = best
        differs = tuple(list_changes(self.tokens, _cut(tokens, first, last)))
        begin, end = int(tokens.words["start"][first]), int(tokens.words["end"][last - 1])
        return QuotedPlace(begin, end, round(likeness, 4), differs)

    def _find_windows(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield windows of a document's words, those first that hold most of the quotation's.

        A word counts the less the more often the document has it.
        """
        counts: dict[str, int] = {}
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        weighed = {word: self._weigh(word) / count**0.5 for word, count in counts.items()}
        weights = np.fromiter((weighed[word] for word in words), np.float64, len(words))
        if not weights.any():
            return
        width = min(len(self.tokens) + _MARGIN_WORDS, len(words))
        total = np.concatenate([[0.0], np.cumsum(weights)])
        sums = total[width:] - total[:-width]
        for _ in range(_PLACES):
            at = int(np.argmax(sums))
            if sums[at] <= 0:
                return
            yield max(at - _MARGIN_WORDS, 0), min(at + width + _MARGIN_WORDS, len(words))
            sums[max(at - width // 2, 0) : at + width // 2 + 1] = 0

    def _may_match(self, words: Sequence[str]) -> bool:
        """Return whether enough of the quotation's words, some perhaps misread, are in a window."""
        held = {word for word in words if self._weigh(word) == 1.0}
        like = sum(self._weigh(word) == _PART_WEIGHT for word in words)
        return len(held) + _PART_WEIGHT * like >= _LEAST_HELD * len(self._words)

    def _weigh(self, word: str) -> float:
        if word in self._words:
            return 1.0
        is_like = len(word) > _PART and (word[:_PART] in self._starts or word[-_PART:] in self._ends)
        return _PART_WEIGHT if is_like else 0.0

    def _match(self, words: Sequence[str], start: int, end: int) -> tuple[float, int, int]:
        """Return the likeness of a window's best part, and its first and last (excluded) word."""
        window = " ".join(words[start:end])
        found = fuzz.partial_ratio_alignment(self._joined, window)
        assert found is not None
        # Of a window that is shorter than the quotation all is meant.
        left, right = (found.dest_start, found.dest_end) if len(window) >= len(self._joined) else (0, len(window))
        first, last, at = start, end, 0
        for number in range(start, end):
            behind = at + len(words[number])
            # A word belongs to it whose middle does.
            middle = (at + behind) / 2
            if middle < left:
                first = number + 1
            if middle <= right:
                last = number + 1
            at = behind + 1
        first = min(first, end - 1)
        return self._fit(words, first, max(last, first + 1))

    def _fit(self, words: Sequence[str], first: int, last: int) -> tuple[float, int, int]:
        """Move the ends of a place to where it is most like the quotation; return how like it is.

        It was found by as many letters as the quotation has, so that it may lack words at its ends, or have more.
        """
        reach = min(_LEAST_REACH + len(self.tokens) // _REACH_SHARE, _MOST_REACH)

        def rate(begin: int, end: int) -> tuple[float, int, int]:
            return fuzz.ratio(self._joined, " ".join(words[begin:end])) / 100, begin, end

        best = rate(first, last)
        for _ in range(_FITTINGS):
            _, first, last = best
            best = max(rate(begin, last) for begin in range(max(first - reach, 0), min(first + reach, last)))
            _, first, _ = best
            ends = range(max(last - reach, first + 1), min(last + reach, len(words)) + 1)
            best = max((rate(first, end) for end in ends), key=lambda each: (each[0], -each[2]))
        return best


def _cut(tokens: WordTokens, first: int, last: int) -> WordTokens:
    return WordTokens(tokens.text, tokens.words[first:last])
