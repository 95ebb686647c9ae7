"""Tells what one of two alike documents is to the other, and which is the newer draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind
from findling.domain.duplicate_check import KnownFile, Verdict
from findling.duplicates.version_order import Draft, find_newer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.comparisons import Pair
    from findling.duplicates.dated_names import DatedNames


def describe_match(pair: Pair, number: int, own: DatedNames, other: DatedNames) -> list[KnownFile]:
    """Describe what document `number` of a pair is to each file of the other.

    Nothing is said of two documents of one form.
    """
    verdict = _tell(pair, number, own, other)
    within = pair.first_within if number == pair.first else pair.second_within
    return [KnownFile(path, verdict, pair.similarity, within) for path, _ in other.files] if verdict else []


def _tell(pair: Pair, number: int, own: DatedNames, other: DatedNames) -> Verdict | None:
    if pair.likeness is MatchKind.TEMPLATE:
        return None
    order = _tell_order(own, other)
    if pair.likeness is MatchKind.VERSION:
        return order or Verdict.NEAR
    if pair.likeness is MatchKind.CONTAINED:
        lies_within = (pair.first_within > pair.second_within) == (number == pair.first)
        # A draft that grew is the newer one where the names say that both are drafts.
        if order and own.is_draft_with(other) and (order is Verdict.OLDER_VERSION) == lies_within:
            return order
        return Verdict.CONTAINED if lies_within else Verdict.HOLDS
    mainly_words = 2 * pair.changes.distinctive <= pair.changes.words
    return order if order and mainly_words and own.is_draft_with(other) else Verdict.NEAR


def _tell_order(own: DatedNames, other: DatedNames) -> Verdict | None:
    draft = Draft(0, own)
    newer = find_newer(draft, Draft(1, other))
    if newer is None:
        return None
    return Verdict.NEWER_VERSION if newer is draft else Verdict.OLDER_VERSION


def sort_matches(matches: Sequence[KnownFile]) -> tuple[KnownFile, ...]:
    """Sort the files that a file is like, the most alike first; the same goes before all."""
    return tuple(sorted(matches, key=_sort_key))


def _sort_key(match: KnownFile) -> tuple[int, float, Path]:
    sameness = (Verdict.IDENTICAL, Verdict.SAME_TEXT)
    place = sameness.index(match.verdict) if match.verdict in sameness else len(sameness)
    share = match.containment if match.verdict is Verdict.CONTAINED else match.similarity
    return place, -share, match.path
