"""Rank fusion of lexical and dense scores."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, log2
from typing import TYPE_CHECKING

import numpy as np

from findling.search.neighbourhood import smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    Means = Callable[[Sequence[int]], Mapping[int, NDArray[np.float32]]]

MEANING_WEIGHT = 0.55
"""Share of meaning in the score of a query of seven words (docs/benchmarks.md, "Search")."""

_WEIGHT_STEP = 0.1
_LEAST_WEIGHT, _MOST_WEIGHT = 0.3, 0.85

FOREIGN_WEIGHT = 0.3
"""Share of meaning for a question in a language that the model does not know (docs/benchmarks.md)."""

EXACT_BONUS = 1.0
"""Bonus of a document that holds every distinctive term as it was typed: it stands above all that do not."""

NAME_BONUS = 1.0
"""Bonus of a document whose file's name holds every word that was typed."""

NAMED_SCORES = (0.9, 0.9, 0.6)
"""Least scores of documents whose file's name bears what was typed, by `NameMatch`: they are shown, below what speaks
of it for sure, and keep their place where their text has a better one."""

SMOOTHED = 200
"""Best candidates whose neighbours are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A candidate document with its scores.

    Attributes:
        words: BM25 of the whole document; 0 where no word matches.
        meaning: the best cosine of its passages with the query; None where it is not embedded.
        exact: it holds every distinctive term of the query as typed.
        filename_match: share of the query's words that a name of it holds, 0..1.
        margin: how far `meaning` is above that of documents that are merely near; for relevance, not for the order.
        named: the least score for the name of a file of it; 0 where it bears nothing of what was typed.
        name_only: its text lacks a phrase that was typed, which the name has.
    """

    document_id: int
    words: float = 0.0
    meaning: float | None = None
    exact: bool = False
    filename_match: float = 0.0
    margin: float = 0.0
    named: float = 0.0
    name_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """All candidate documents of a query, several hundred: arrays of (n,), one place for each.

    Attributes:
        ids: int64.
        words: float64, as of a `Candidate`.
        meaning: float64, NaN where a document is not embedded.
        exact: bool.
        filename_match: float64.
        named: float64, the least score for the name of a file; 0 where it bears nothing of what was typed.
        name_only: bool.
        floor: the cosine of documents that are merely near.
    """

    ids: NDArray[np.int64]
    words: NDArray[np.float64]
    meaning: NDArray[np.float64]
    exact: NDArray[np.bool_]
    filename_match: NDArray[np.float64]
    named: NDArray[np.float64]
    name_only: NDArray[np.bool_]
    floor: float = 0.0

    def __len__(self) -> int:
        return len(self.ids)

    def at(self, place: int) -> Candidate:
        """Return the candidate at a place."""
        meaning = float(self.meaning[place])
        is_embedded = not isnan(meaning)
        return Candidate(
            document_id=int(self.ids[place]),
            words=float(self.words[place]),
            meaning=meaning if is_embedded else None,
            exact=bool(self.exact[place]),
            filename_match=float(self.filename_match[place]),
            margin=meaning - self.floor if is_embedded else 0.0,
            named=float(self.named[place]),
            name_only=bool(self.name_only[place]),
        )


@dataclass(frozen=True, slots=True)
class Weighting:
    """Weights of the two halves of a query.

    Attributes:
        meaning: share of meaning, 0..1.
        full_words: BM25 that counts as all that words can say, though no candidate may have as much.
    """

    meaning: float
    full_words: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """An order of candidates.

    Attributes:
        places: int64 (n,), the places of the candidates, best first.
        scores: float64 (n,), in this order.
    """

    places: NDArray[np.int64]
    scores: NDArray[np.float64]


def weigh_meaning(words: int) -> float:
    """Return the share of meaning for a query of so many content words.

    Few words are in many documents that mean something else; of many, those that matter to a text are among them.
    """
    return min(_MOST_WEIGHT, max(_LEAST_WEIGHT, MEANING_WEIGHT + _WEIGHT_STEP * (3 - log2(words + 1))))


def rank(candidates: Candidates, weighting: Weighting, means: Means | None = None) -> Ranking:
    """Order candidates by a convex combination of their normalised scores, best first.

    Meaning is stretched to 0..1 over the candidates; words are measured against `full_words`, so that the best of many
    that hold but the common words of a question does not count as if it held all of it. The best are then moved towards
    their neighbours in meaning, whose mean vectors `means` gives; none are where it is None. Those with the distinctive
    terms or the name come before the others. One that is not embedded counts as others with as much of the words do.
    """
    words = _share(candidates.words, weighting.full_words)
    meaning = _expect_missing(stretch(candidates.meaning), words)
    scores = weighting.meaning * meaning + (1 - weighting.meaning) * words
    if means is not None:
        scores = _smooth_best(candidates.ids, scores, means)
    scores = np.maximum(scores, candidates.named)
    precedence = EXACT_BONUS * candidates.exact + NAME_BONUS * (candidates.filename_match >= 1.0)
    scores = scores + precedence
    places = np.lexsort((candidates.ids, -scores, -precedence))
    return Ranking(places, scores[places])


def _share(scores: NDArray[np.float64], full: float) -> NDArray[np.float64]:
    """Scale scores to shares of the highest one, or of `full` where that is higher."""
    most = max(full, float(scores.max(initial=0.0)))
    return scores / most if most > 0 else np.zeros_like(scores)


def _expect_missing(meaning: NDArray[np.float64], words: NDArray[np.float64]) -> NDArray[np.float64]:
    """Replace NaN by the least squares estimate from those with words that are embedded.

    Else documents that wait for being embedded would stand behind all others (docs/benchmarks.md, "Found by words
    first"). Without words nothing is expected.
    """
    is_missing = np.isnan(meaning)
    known = ~is_missing & (words > 0)
    if not is_missing.any() or not known.any():
        return np.nan_to_num(meaning)
    deviation = words[known] - words[known].mean()
    variance = float(deviation @ deviation)
    slope = max(float(deviation @ meaning[known]) / variance, 0.0) if variance > 0 else 0.0
    expected = np.clip(meaning[known].mean() + slope * (words - words[known].mean()), 0.0, 1.0)
    return np.where(is_missing, np.where(words > 0, expected, 0.0), meaning)


def _smooth_best(ids: NDArray[np.int64], scores: NDArray[np.float64], means: Means) -> NDArray[np.float64]:
    best = np.lexsort((ids, -scores))[:SMOOTHED]
    vectors = means(ids[best].tolist())
    embedded = [place for place in best.tolist() if int(ids[place]) in vectors]
    if not embedded:
        return scores
    smoothed = scores.copy()
    smoothed[embedded] = smooth(scores[embedded], np.stack([vectors[key] for key in ids[embedded].tolist()]))
    return smoothed


def stretch(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scale scores so that the lowest is 0 and the highest 1; equal ones are 1, and NaN stays."""
    if np.isnan(scores).all():
        return scores
    low = np.nanmin(scores)
    span = np.nanmax(scores) - low
    if span <= 0:
        return np.where(np.isnan(scores), scores, 1.0)
    stretched: NDArray[np.float64] = (scores - low) / span
    return stretched
