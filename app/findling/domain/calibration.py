"""Data to judge how sure a cosine is: a fit on judged queries, cosines of unrelated texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RelevanceFit:
    """A logistic regression of relevance on judged queries (docs/benchmarks.md, "Search").

    Attributes:
        intercept: of the logit.
        cosine: weight of the best passage's cosine.
        coverage: weight of the share of the query's words that the document holds, 0..1.
        lead: weight of how far the cosine is above that of merely near documents.
    """

    intercept: float
    cosine: float
    coverage: float
    lead: float


@dataclass(frozen=True, slots=True)
class Background:
    """Cosines of a library's passages with questions that have nothing to do with them.

    Attributes:
        mean, deviation: of these cosines.
        documents: whose passages were asked.
    """

    mean: float
    deviation: float
    documents: int
