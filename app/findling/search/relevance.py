"""Relevance of a result: a probability fitted on judged queries, in three grades."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from findling.domain.search import Relevance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.embedding.catalogue import RelevanceFit

_NEAR = slice(10, 60)

STRONG = 0.5
FAIR = 0.05
"""Chances of being relevant from which on a result is called so.

Judged collections are about one subject each, where what is near is mostly no answer. `FAIR` was set low by hand, after
a look at searches of the sample library: right answers without a word in common had chances of about .05 there.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Evidence for the relevance of a result.

    Attributes:
        cosine: of its best passage with the query; None where meaning was not asked.
        coverage: share of the query's words, weighed by rarity, that the document or its name holds, 0..1.
        margin: how far the cosine is above that of documents that are merely near; 0 where meaning was not asked.
        exact_match: it holds the distinctive terms, the phrase or the name that was typed.
    """

    cosine: float | None
    coverage: float
    margin: float = 0.0
    exact_match: bool = False


def judge(evidence: Evidence, fit: RelevanceFit) -> Relevance:
    """Grade a result as strong, fair or weak."""
    if evidence.exact_match:
        return Relevance.STRONG
    chance = probability(evidence, fit)
    if chance >= STRONG:
        return Relevance.STRONG
    return Relevance.FAIR if chance >= FAIR else Relevance.WEAK


def noise_floor(cosines: Iterable[float]) -> float:
    """Return the mean of the 11th to the 60th best cosine: near a query, but no answers.

    In a small library the farthest stand in for them.
    """
    ordered = sorted(cosines, reverse=True)
    near = ordered[_NEAR] or ordered[-1:]
    return sum(near) / len(near) if near else 0.0


def probability(evidence: Evidence, fit: RelevanceFit) -> float:
    """Return the probability of relevance by logistic regression."""
    if evidence.cosine is None:
        return evidence.coverage**2
    logit = fit.intercept + fit.cosine * evidence.cosine + fit.coverage * evidence.coverage + fit.lead * evidence.margin
    return 1 / (1 + exp(-logit))
