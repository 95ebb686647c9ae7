"""Tells which of two alike documents is the newer draft, by their names and times."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.domain.duplicate_check import KnownFile, Verdict
from findling.duplicates.group_builder import find_stem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.comparisons import Pair

_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DatedNames:
    """Names of the files of one document, and when each was changed, in ns since 1970; none is empty."""

    files: tuple[tuple[Path, int], ...]

    @property
    def stems(self) -> set[str]:
        """Return the names without what tells versions apart."""
        return {find_stem(path) for path, _ in self.files}

    @property
    def age(self) -> tuple[int, tuple[int, ...]]:
        """Return how old the text is: the time of its oldest file, and the numbers in its name."""
        # A copy may be younger than what it is a copy of.
        path, modified = min(self.files, key=lambda each: (each[1], each[0]))
        return modified, tuple(map(int, _FIGURES.findall(path.stem)))

    def is_draft_with(self, other: DatedNames) -> bool:
        """Return whether names of two documents differ only in what tells versions apart; copies may have any name."""
        names = [{path.stem.casefold() for path, _ in each.files} for each in (self, other)]
        return any(len(stem) > 1 for stem in self.stems & other.stems) and not names[0] & names[1]


def describe_match(pair: Pair, number: int, own: DatedNames, other: DatedNames) -> list[KnownFile]:
    """Describe what document `number` of a pair is to each file of the other; nothing where both are of one form."""
    verdict = _tell(pair, number, own, other)
    within = pair.first_within if number == pair.first else pair.second_within
    return [KnownFile(path, verdict, pair.similarity, within) for path, _ in other.files] if verdict else []


def _tell(pair: Pair, number: int, own: DatedNames, other: DatedNames) -> Verdict | None:
    order = Verdict.NEWER_VERSION if own.age > other.age else Verdict.OLDER_VERSION
    if pair.likeness is MatchKind.TEMPLATE:
        return None
    if pair.likeness is MatchKind.VERSION:
        return order
    if pair.likeness is MatchKind.CONTAINED:
        lies_within = (pair.first_within > pair.second_within) == (number == pair.first)
        # A draft that grew is the newer one where the names say that both are drafts.
        if own.is_draft_with(other) and (order is Verdict.OLDER_VERSION) == lies_within:
            return order
        return Verdict.CONTAINED if lies_within else Verdict.HOLDS
    mainly_words = 2 * pair.changes.distinctive <= pair.changes.words
    return order if mainly_words and own.is_draft_with(other) else Verdict.NEAR


def sort_matches(matches: Sequence[KnownFile]) -> tuple[KnownFile, ...]:
    """Sort the files that a file is like, the most alike first; what is the same goes before all."""
    return tuple(sorted(matches, key=_sort_key))


def _sort_key(match: KnownFile) -> tuple[int, float, Path]:
    sameness = (Verdict.IDENTICAL, Verdict.SAME_TEXT)
    place = sameness.index(match.verdict) if match.verdict in sameness else len(sameness)
    share = match.containment if match.verdict is Verdict.CONTAINED else match.similarity
    return place, -share, match.path
