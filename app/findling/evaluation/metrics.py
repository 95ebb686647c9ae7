"""Ranking measures as trec_eval computes them, and rank correlation."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import log2
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The measures of one query, or their means over several.

    Attributes:
        ndcg_10: gains as judged, discount log2(1 + rank) (Järvelin and Kekäläinen 2002).
        recall_100: share of the relevant documents among the first hundred.
        mrr_10: one over the rank of the first relevant document, 0 if it is not among the first ten.
        average_precision: over all relevant documents; those not found count 0.
    """

    ndcg_10: float
    recall_100: float
    mrr_10: float
    average_precision: float


def score(ranked: Sequence[str], judged: Mapping[str, int]) -> Scores:
    """Measure a ranking, best first, by grades of documents; relevant from 1 on."""
    relevant = {document for document, grade in judged.items() if grade > 0}
    hits = [document in relevant for document in ranked]
    return Scores(
        ndcg_10=_ndcg([judged.get(document, 0) for document in ranked], list(judged.values()), 10),
        recall_100=sum(hits[:100]) / len(relevant) if relevant else 0.0,
        mrr_10=next((1 / rank for rank, hit in enumerate(hits[:10], 1) if hit), 0.0),
        average_precision=_average_precision(hits, len(relevant)),
    )


def mean(scores: Sequence[Scores]) -> Scores:
    """Return the mean of each measure; all 0 if there are none."""
    count = len(scores) or 1
    names = [field.name for field in fields(Scores)]
    return Scores(**{name: sum(getattr(each, name) for each in scores) / count for name in names})


def spearman(first: NDArray[Any], second: NDArray[Any]) -> float:
    """Return Spearman's rank correlation of (n,) values; ties share their mean rank."""
    return float(np.corrcoef(_rank(first), _rank(second))[0, 1])


def _rank(values: NDArray[Any]) -> NDArray[np.float64]:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: NDArray[np.float64] = (last - (counts - 1) / 2)[inverse]
    return ranks


def _ndcg(gains: list[int], judged: list[int], depth: int) -> float:
    ideal = _dcg(sorted(judged, reverse=True)[:depth])
    return _dcg(gains[:depth]) / ideal if ideal > 0 else 0.0


def _dcg(gains: list[int]) -> float:
    return sum(max(gain, 0) / log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _average_precision(hits: list[bool], relevant: int) -> float:
    found, total = 0, 0.0
    for rank, hit in enumerate(hits, 1):
        if hit:
            found += 1
            total += found / rank
    return total / relevant if relevant else 0.0
