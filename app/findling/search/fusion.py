"""Rank fusion of lexical and dense scores."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

import numpy as np

from findling.search.neighbourhood import smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

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
    """

    document_id: int
    words: float = 0.0
    meaning: float | None = None
    exact: bool = False
    filename_match: float = 0.0
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class Weighting:
    """Weights of the two halves of a query.

    Attributes:
        meaning: share of meaning, 0..1.
        full_words: BM25 that counts as all that words can say, though no candidate may have as much.
    """

    meaning: float
    full_words: float = 0.0


def weigh_meaning(words: int) -> float:
    """Return the share of meaning for a query of so many content words.

    Few words are in many documents that mean something else; of many, those that matter to a text are among them.
    """
    return min(_MOST_WEIGHT, max(_LEAST_WEIGHT, MEANING_WEIGHT + _WEIGHT_STEP * (3 - log2(words + 1))))


def rank(
    candidates: Collection[Candidate], weighting: Weighting, means: Means | None = None
) -> list[tuple[Candidate, float]]:
    """Order candidates by a convex combination of their normalised scores, best first.

    Meaning is stretched to 0..1 over the candidates; words are measured against `full_words`, so that the best of many
    that hold but the common words of a question does not count as if it held all of it. The best are then moved towards
    their neighbours in meaning, whose mean vectors `means` gives; none are where it is None. Those with the distinctive
    terms or the name come before the others.
    """
    words = _share({c.document_id: c.words for c in candidates}, weighting.full_words)
    meaning = stretch({c.document_id: c.meaning for c in candidates if c.meaning is not None})
    scores = {
        c.document_id: weighting.meaning * meaning.get(c.document_id, 0.0)
        + (1 - weighting.meaning) * words[c.document_id]
        for c in candidates
    }
    if means is not None:
        scores |= _smooth_best(scores, means)
    scored = [(candidate, scores[candidate.document_id] + _precedence(candidate)) for candidate in candidates]
    return sorted(scored, key=lambda pair: (-_precedence(pair[0]), -pair[1], pair[0].document_id))


def _precedence(candidate: Candidate) -> float:
    return EXACT_BONUS * candidate.exact + NAME_BONUS * (candidate.filename_match >= 1.0)


def _share(scores: Mapping[int, float], full: float) -> dict[int, float]:
    """Scale scores to shares of the highest one, or of `full` where that is higher."""
    most = max(full, *scores.values(), 0.0) if scores else 0.0
    return {key: score / most if most > 0 else 0.0 for key, score in scores.items()}


def _smooth_best(scores: Mapping[int, float], means: Means) -> dict[int, float]:
    best = sorted(scores, key=lambda key: (-scores[key], key))[:SMOOTHED]
    vectors = means(best)
    embedded = [key for key in best if key in vectors]
    if not embedded:
        return {}
    smoothed = smooth(np.array([scores[key] for key in embedded]), np.stack([vectors[key] for key in embedded]))
    return dict(zip(embedded, smoothed.tolist(), strict=True))


def stretch(scores: Mapping[int, float]) -> dict[int, float]:
    """Scale scores so that the lowest is 0 and the highest 1; equal ones are 1."""
    if not scores:
        return {}
    low = min(scores.values())
    span = max(scores.values()) - low
    if span <= 0:
        return dict.fromkeys(scores, 1.0)
    return {key: (score - low) / span for key, score in scores.items()}
