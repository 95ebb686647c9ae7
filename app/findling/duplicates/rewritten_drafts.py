"""Finds documents of one name that are one document, rewritten too far to make a pair.

Most words of a report that is rewritten for the next edition are others, but whole sentences stay. Two files that
are only called the same share none, and two papers of one form share those of the form, between figures and names of
their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.duplicates.alignment import align
from findling.duplicates.classify import VERDICT_STAMP, is_template
from findling.duplicates.diff_kinds import find_differences
from findling.duplicates.namesakes import find_namesakes
from findling.duplicates.word_tokens import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    from findling.duplicates.dated_names import DatedNames
    from findling.duplicates.word_tokens import WordTokens
    from findling.storage.database import Database

_SENTENCE = 8
"""Words in a row that are no chance."""

_LEAST_KEPT = 0.2
_FEWEST_KEPT = 24
"""Share of the shorter text, and words, that have to stand in such rows. Of two documents of one name a twentieth at
most does, of revisions that make no pair a fifth or more, but for lists of figures (docs/benchmarks.md)."""

_LEAST_SAMPLED = 0.05
"""Share of the sample of four words in a row below which nothing like that share can stand in rows of eight."""


class RewrittenDrafts:
    """Finder of such documents, which reads each text once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tokens: dict[int, WordTokens] = {}
        self._sketches: dict[int, NDArray[np.uint64]] = {}

    def find(self, known: Mapping[int, DatedNames], seen: AbstractSet[int]) -> list[int]:
        """Return the documents rewritten from one of those known, without those seen already."""
        names = {path.name for each in known.values() for path, _ in each.files}
        namesakes = find_namesakes(self._database, names, seen)
        self._load_sketches([*known, *namesakes] if namesakes else [])
        return [other for other in namesakes if any(self._are_one(number, other) for number in known)]

    def _load_sketches(self, numbers: Iterable[int]) -> None:
        missing = [number for number in numbers if number not in self._sketches]
        rows = self._database.duplicates.sketches(VERDICT_STAMP, among=missing)
        self._sketches |= {row.document_id: row.hashes for row in rows if row.words}

    def _are_one(self, number: int, other: int) -> bool:
        if not {number, other} <= self._sketches.keys():
            return False
        if _estimate_common(self._sketches[number], self._sketches[other]) < _LEAST_SAMPLED:
            return False
        return is_rewritten(self._read(number), self._read(other))

    def _read(self, number: int) -> WordTokens:
        if number not in self._tokens:
            self._tokens[number] = split_words(self._database.documents.body(number) or "")
        return self._tokens[number]


def is_rewritten(first: WordTokens, second: WordTokens) -> bool:
    """Tell whether a text was made of another: whole sentences stayed that are not of a form."""
    alignment = align(first.hashes, second.hashes)
    lengths = np.concatenate([alignment.kept_runs[:, 2], alignment.moved_runs[:, 2]])
    kept = int(lengths[lengths >= _SENTENCE].sum())
    if kept < max(_LEAST_KEPT * min(len(first), len(second)), _FEWEST_KEPT):
        return False
    return not is_template(find_differences(first, second, alignment), len(first) + len(second))


def _estimate_common(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    """Return the share of the smaller sketch that the other has, where both are complete."""
    bound = min(one[-1], other[-1])
    one, other = (each[: np.searchsorted(each, bound, "right")] for each in (one, other))
    return len(np.intersect1d(one, other, assume_unique=True)) / max(min(len(one), len(other)), 1)
