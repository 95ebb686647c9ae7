"""How sure a result is: a probability fitted on judged queries, shown as one of three words."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

from findling.types import Relevance

if TYPE_CHECKING:
    from findling.embedding.catalogue import RelevanceFit

STRONG = 0.5
FAIR = 0.2
"""Probabilities of being relevant from which on a result is called so."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a result.

    Attributes:
        cosine: of its best passage with the query; None where meaning was not asked.
        coverage: share of the query's words, weighed by rarity, that the document or its name holds, 0..1.
        certain: it holds the telling words, the phrase or the name that was typed.
    """

    cosine: float | None
    coverage: float
    certain: bool = False


def judge(evidence: Evidence, fit: RelevanceFit) -> Relevance:
    """Strong, fair or weak."""
    if evidence.certain:
        return Relevance.STRONG
    chance = probability(evidence, fit)
    if chance >= STRONG:
        return Relevance.STRONG
    return Relevance.FAIR if chance >= FAIR else Relevance.WEAK


def probability(evidence: Evidence, fit: RelevanceFit) -> float:
    """The chance that a result is relevant, by a logistic regression over cosine and coverage."""
    if evidence.cosine is None:
        return evidence.coverage**2
    logit = fit.intercept + fit.cosine * evidence.cosine + fit.coverage * evidence.coverage
    return 1 / (1 + exp(-logit))
