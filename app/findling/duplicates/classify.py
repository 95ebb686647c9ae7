"""Classifies how two texts are alike, from their words alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.comparisons import MatchKind, Pair
from findling.duplicates import sketch
from findling.duplicates.alignment import align
from findling.duplicates.diff_kinds import find_differences

if TYPE_CHECKING:
    from findling.duplicates.alignment import Alignment
    from findling.duplicates.diff_kinds import Differences
    from findling.duplicates.word_tokens import WordTokens

VERDICT_STAMP = f"{sketch.SKETCH_STAMP}|verdict 3"
"""Version of the sketches and rules; pairs of other versions are found again."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Thresholds of the kinds of pairs, chosen on labelled pairs (docs/benchmarks.md).

    Attributes:
        near: similarity from which two texts are edited copies of one.
        version: similarity from which they are at least drafts of one; below it a pair is not kept.
        contained: share of the one that the other has, from which it lies within.
        uneven: how many times longer the other has to be for that.
        template: share of what stands in another's place that is figures and names, from which two are of one template;
        filled: share of all words that those are, for that; figures: share of figures in common up to which they are.
    """

    near: float = 0.8
    version: float = 0.65
    contained: float = 0.75
    uneven: float = 1.3
    template: float = 0.5
    filled: float = 0.01
    figures: float = 0.5


FITTED = Thresholds()

MISPRINT = 0.5
"""Share of a word that one with a letter or two changed counts for."""


def judge(
    first: tuple[int, WordTokens], second: tuple[int, WordTokens], thresholds: Thresholds = FITTED
) -> Pair | None:
    """Compare two documents, each a number and its words; None where they are no pair."""
    (number, one), (other_number, other) = sorted((first, second), key=lambda each: each[0])
    alignment = align(one.hashes, other.hashes)
    if not _is_promising(alignment, thresholds):
        return None
    differences = find_differences(one, other, alignment)
    common = alignment.common + MISPRINT * differences.misprints
    similarity = 2 * common / (len(one) + len(other))
    within, other_within = common / len(one), common / len(other)
    likeness = classify(similarity, within, other_within, (len(one), len(other)), differences, thresholds)
    if likeness is None:
        return None
    return Pair(
        first=number,
        second=other_number,
        likeness=likeness,
        similarity=_round(similarity),
        first_within=_round(within),
        second_within=_round(other_within),
        changes=differences.changes,
    )


def _round(share: float) -> float:
    """Round a share to be stored; one below 1 stays below."""
    return min(round(share, 4), 0.9999) if share < 1 else 1.0


def _is_promising(alignment: Alignment, thresholds: Thresholds) -> bool:
    """Tell whether two texts could be a pair if all that differs were misprints."""
    shorter, longer = sorted((alignment.first_length, alignment.second_length))
    most = alignment.common + MISPRINT * (shorter - alignment.common)
    return 2 * most >= thresholds.version * (shorter + longer) or most >= thresholds.contained * shorter


def classify(
    similarity: float,
    within: float,
    other_within: float,
    lengths: tuple[int, int],
    differences: Differences,
    thresholds: Thresholds,
) -> MatchKind | None:
    """Classify two texts by the shares of common words and by what differs."""
    shorter, longer = sorted(lengths)
    if max(within, other_within) >= thresholds.contained and longer >= thresholds.uneven * shorter:
        return MatchKind.TEMPLATE if is_template(differences, sum(lengths), thresholds) else MatchKind.CONTAINED
    if similarity < thresholds.version:
        return None
    if is_template(differences, sum(lengths), thresholds):
        return MatchKind.TEMPLATE
    return MatchKind.NEAR if similarity >= thresholds.near else MatchKind.VERSION


def is_template(differences: Differences, words: int, thresholds: Thresholds = FITTED) -> bool:
    """Tell whether mainly figures and names differ, as in two papers of one template.

    An edited copy keeps most of its figures; of a bad scan some are misread, but so are other words. A paper that has
    another number of its own is another paper, though the same goods were ordered at the same price.
    """
    swapped = differences.swapped_telling
    if swapped and differences.changes.words == differences.changes.distinctive:
        return True
    if swapped < thresholds.filled * words:
        return False
    return differences.identifiers > 0 or (
        swapped >= thresholds.template * differences.swapped
        and differences.figures_kept <= thresholds.figures * differences.figures
    )
