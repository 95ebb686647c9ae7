"""Compares two texts: stretches that are the same, moved or changed, with their categories."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.comparisons import DiffCategory, DiffCounts, DiffSpan, MatchKind, Pair, Side, TextComparison
from findling.duplicates.alignment import MatchRun, align
from findling.duplicates.classify import judge
from findling.duplicates.diff_kinds import DiffClassifier
from findling.duplicates.word_categories import CATEGORIES
from findling.duplicates.word_tokens import find_spans, hash_wording, is_distinctive, split_words
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from findling.duplicates.alignment import Alignment
    from findling.duplicates.word_tokens import WordTokens
    from findling.storage.database import Database

_ORDER = (DiffCategory.NEGATION, DiffCategory.NUMBER, DiffCategory.DATE, DiffCategory.NAME, DiffCategory.WORDS)


def compare(database: Database, first: Path, second: Path) -> TextComparison:
    """Compare two files of the library, as they were read last.

    Raises:
        UsageError: the library does not know one of them, or could not read it.
    """
    (one, text), (other, other_text) = (_read(database, path) for path in (first, second))
    stretches, pair = compare_texts(text, other_text, (one, other))
    return TextComparison(
        first=first, second=second, first_text=text, second_text=other_text, pair=pair, spans=stretches
    )


def compare_texts(first: str, second: str, numbers: tuple[int, int] = (0, 1)) -> tuple[tuple[DiffSpan, ...], Pair]:
    """Compare two texts, whose documents have these numbers.

    Returns:
        Stretches that cover all words of both, ascending in the first, and within that in the second; and the pair.
        One that has nothing in common, or too few words, is a `MatchKind.VERSION` with its true, low shares.
    """
    one, other = split_words(first), split_words(second)
    alignment = align(one.hashes, other.hashes)
    return tuple(_stretches(first, second, one, other, alignment)), _pair(one, other, alignment, numbers)


def _pair(one: WordTokens, other: WordTokens, alignment: Alignment, numbers: tuple[int, int]) -> Pair:
    low, high = sorted(numbers)
    distinctive = is_distinctive(one) and is_distinctive(other)
    if low == high or (distinctive and hash_wording(one) == hash_wording(other)):
        kind = MatchKind.IDENTICAL if low == high else MatchKind.SAME_TEXT
        return Pair(first=low, second=high, likeness=kind, similarity=1.0, first_within=1.0, second_within=1.0)
    judged = judge((numbers[0], one), (numbers[1], other)) if distinctive else None
    if judged:
        return judged
    total, common = len(one) + len(other), alignment.common
    shares = {numbers[0]: common / max(len(one), 1), numbers[1]: common / max(len(other), 1)}
    changes = DiffCounts(words=total - 2 * common)
    return Pair(
        first=low,
        second=high,
        likeness=MatchKind.VERSION,
        similarity=2 * common / max(total, 1),
        first_within=shares[low],
        second_within=shares[high],
        changes=changes,
    )


def _stretches(first: str, second: str, one: WordTokens, other: WordTokens, alignment: Alignment) -> Iterator[DiffSpan]:
    left, right = _WordOffsets(first), _WordOffsets(second)
    classifier = DiffClassifier(one, other)
    codes, other_codes = (classifier.classify(each, np.arange(len(each))).tolist() for each in (one, other))
    starts = MatchRun(0, 0, 0)
    ends = MatchRun(alignment.first_length, alignment.second_length, 0)
    for before, run in pairwise((starts, *alignment.kept, ends)):
        here = [each for each in alignment.moved if before.first_end <= each.first < run.first]
        there = [each for each in alignment.moved if before.second_end <= each.second < run.second]
        for each in here:
            yield _stretch(Side.MOVED, left.span(each.first, each.first_end), right.span(each.second, each.second_end))
        removed = _find_free(before.first_end, run.first, [(each.first, each.first_end) for each in here])
        added = _find_free(before.second_end, run.second, [(each.second, each.second_end) for each in there])
        nothing, nothing_there = (run.first, run.first), (run.second, run.second)
        for number in range(max(len(removed), len(added))):
            start, end = removed[number] if number < len(removed) else nothing
            other_start, other_end = added[number] if number < len(added) else nothing_there
            about = {CATEGORIES[code] for code in (*codes[start:end], *other_codes[other_start:other_end])}
            spans = left.span(start, end), right.span(other_start, other_end)
            yield _stretch(Side.CHANGED, *spans, tuple(each for each in _ORDER if each in about))
        if run.length:
            yield _stretch(Side.SAME, left.span(run.first, run.first_end), right.span(run.second, run.second_end))


def _stretch(
    side: Side, first: tuple[int, int], second: tuple[int, int], about: tuple[DiffCategory, ...] = ()
) -> DiffSpan:
    return DiffSpan(
        side=side,
        first_start=first[0],
        first_end=first[1],
        second_start=second[0],
        second_end=second[1],
        about=about,
    )


def _find_free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the parts of a range of words that are not taken."""
    free = []
    for taken_start, taken_end in sorted(taken):
        free.append((start, taken_start))
        start = taken_end
    return [(a, b) for a, b in (*free, (start, end)) if a < b]


class _WordOffsets:
    """Offsets of the words of a text."""

    def __init__(self, text: str) -> None:
        self._spans = find_spans(text)
        self._length = len(text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of a range of words; of an empty one, the position of the next word."""
        if start < end:
            return self._spans[start][0], self._spans[end - 1][1]
        place = self._spans[start][0] if start < len(self._spans) else self._length
        return place, place


def _read(database: Database, path: Path) -> tuple[int, str]:
    row = database.files.find(path)
    text = database.documents.body(row.document_id) if row and row.document_id else None
    if row is None or row.document_id is None or text is None:
        raise UsageError(LibraryMessage.FILE_NOT_READ(file=path), Remedy.SEE_FILES())
    return row.document_id, text
