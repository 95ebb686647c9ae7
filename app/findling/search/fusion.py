"""Rank fusion of lexical and dense scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MEANING_WEIGHT = 0.6
"""Share of meaning in the fused score. Flat between 0.5 and 0.7 on six judged collections (docs/benchmarks.md)."""

FOREIGN_WEIGHT = 0.3
"""Share of meaning for a question in a language that the model does not know (docs/benchmarks.md)."""

EXACT_BONUS = 1.0
"""Bonus of a document that holds every distinctive term as it was typed: it stands above all that do not."""

NAME_BONUS = 1.0
"""Bonus of a document whose file's name holds every word that was typed."""


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


def rank(candidates: Collection[Candidate], *, weight: float = MEANING_WEIGHT) -> list[tuple[Candidate, float]]:
    """Order candidates by a convex combination of their normalised scores, best first.

    Words and meaning are each stretched to 0..1 over the candidates (min-max, which kept more of both than reciprocal
    ranks: docs/benchmarks.md, "Search"). Those with the distinctive terms or the name come before the others.
    """
    words = stretch({c.document_id: c.words for c in candidates}, floor=0.0)
    meaning = stretch({c.document_id: c.meaning for c in candidates if c.meaning is not None})
    scored = [
        (
            candidate,
            weight * meaning.get(candidate.document_id, 0.0)
            + (1 - weight) * words[candidate.document_id]
            + EXACT_BONUS * candidate.exact
            + NAME_BONUS * (candidate.filename_match >= 1.0),
        )
        for candidate in candidates
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].document_id))


def stretch(scores: Mapping[int, float], floor: float | None = None) -> dict[int, float]:
    """Scale scores so that the lowest (or `floor`) is 0 and the highest 1; equal ones are 1."""
    if not scores:
        return {}
    low = min(scores.values()) if floor is None else floor
    span = max(scores.values()) - low
    if span <= 0:
        return dict.fromkeys(scores, 0.0 if floor is not None else 1.0)
    return {key: (score - low) / span for key, score in scores.items()}
