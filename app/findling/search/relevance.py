"""Relevance of a result: a probability fitted on judged queries, in three grades."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import exp
from typing import TYPE_CHECKING

from findling.domain.search import Relevance

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.domain.calibration import Background, RelevanceFit
    from findling.domain.search import Result

_NEAR = slice(10, 60)
_SAME_SUBJECT, _LIKE_SUBJECT = 0.8, 0.55

REFERENCE_MEAN, REFERENCE_DEVIATION = 0.001, 0.069
"""Mean and deviation of the cosines of unrelated texts, over six collections, by the fit's own model.

Measured by `tests/benchmarks/search.py` (docs/benchmarks.md, "Search").
"""

STRONG = 0.7
"""Chance of being relevant from which on a result is called so.

Collections differ more than a fit knows of: a chance of .7, given by a fit on the others, was right at least .67 of the
time on five of six (docs/benchmarks.md, "Search").
"""

FAIR = 0.25
FAIR_COSINE = 0.4
"""Chance of being relevant, and cosine on the scale of the fit, either of which makes a result worth a look.

The chance was fitted on judged collections, where questions and answers share words; what people ask in words of their
own shares none with its answer, and what has nothing to do with a library shares words with it by accident. Whether
there is anything at all on a subject the cosine tells better. Both were chosen on every other question of six judged
collections and of sixty questions over mixed files, against two hundred questions on other subjects, and hold on the
other half (docs/benchmarks.md, "Search").
"""

_FAIR_COVERAGE = 0.22
_WHOLE = 0.999
_BEHIND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Evidence for the relevance of a result.

    Attributes:
        cosine: of its best passage with the query; None where meaning was not asked.
        coverage: share of the query's words, weighed by rarity, that a passage or the name holds, 0..1; a long
            document as a whole holds words of any question.
        margin: how far the cosine is above that of documents that are merely near; 0 where meaning was not asked.
        exact_match: it holds a distinctive term or a phrase that was typed.
    """

    cosine: float | None
    coverage: float
    margin: float = 0.0
    exact_match: bool = False


@dataclass(frozen=True, slots=True)
class Calibration:
    """A fit, and what brings the cosines of a model to its scale.

    Attributes:
        fit: made with a model on judged queries.
        background: brings the cosines of another model to the scale of that one; None for the model itself.
    """

    fit: RelevanceFit
    background: Background | None = None

    def scale(self, cosine: float) -> float:
        """Return a cosine on the scale of the model that the fit was made with.

        Unrelated texts are what two models have in common: mean and deviation of their cosines are made the same.
        """
        if self.background is None:
            return cosine
        return REFERENCE_MEAN + self.scale_difference(cosine - self.background.mean)

    def scale_difference(self, difference: float) -> float:
        """Return a difference of cosines on the scale of the model that the fit was made with."""
        return difference * REFERENCE_DEVIATION / self.background.deviation if self.background else difference


def grade(evidence: Evidence, calibration: Calibration | None) -> Relevance:
    """Grade a result as strong, fair or weak.

    It is unrated where a cosine counts and nothing says how sure that is. A rare term alone makes no result strong: of
    the documents with such a term and a part of the other words that were first on the judged collections, .4 were
    relevant, of those with all words all (docs/benchmarks.md, "Search").
    """
    if evidence.exact_match and evidence.coverage >= _WHOLE:
        return Relevance.STRONG
    if evidence.cosine is None:
        chance = evidence.coverage**2
        is_fair = evidence.coverage >= _FAIR_COVERAGE
    elif calibration is None:
        return Relevance.UNRATED
    else:
        chance = probability(evidence, calibration)
        is_fair = chance >= FAIR or calibration.scale(evidence.cosine) >= FAIR_COSINE
    if chance >= STRONG:
        return Relevance.STRONG
    return Relevance.FAIR if is_fair or evidence.exact_match else Relevance.WEAK


def noise_floor(cosines: Iterable[float]) -> float:
    """Return the mean of the 11th to the 60th best cosine: near a query, but no answers.

    In a small library the farthest stand in for them.
    """
    ordered = sorted(cosines, reverse=True)
    near = ordered[_NEAR] or ordered[-1:]
    return sum(near) / len(near) if near else 0.0


def probability(evidence: Evidence, calibration: Calibration) -> float:
    """Return the probability of relevance by logistic regression.

    Raises:
        ValueError: there is no cosine.
    """
    if evidence.cosine is None:
        raise ValueError("nothing was asked by meaning")
    fit = calibration.fit
    cosine, lead = calibration.scale(evidence.cosine), calibration.scale_difference(evidence.margin)
    logit = fit.intercept + fit.cosine * cosine + fit.coverage * evidence.coverage + fit.lead * lead
    return 1 / (1 + exp(-logit))


def judge_similarity(cosine: float, calibration: Calibration | None) -> Relevance:
    """Grade the cosine of two mean vectors.

    Quartiles of revisions and of unrelated documents lie far from the bounds.
    """
    if calibration is None:
        return Relevance.UNRATED
    cosine = calibration.scale(cosine)
    if cosine >= _SAME_SUBJECT:
        return Relevance.STRONG
    return Relevance.FAIR if cosine >= _LIKE_SUBJECT else Relevance.WEAK


def agree_with_order(results: Sequence[Result]) -> list[Result]:
    """Lower to weak what stands below a weak result.

    So words, order and the line before the weak ones agree. The order comes from more than a chance does. So where the
    first is weak and one of the next two is not, the first is fair as well: else a good match would stand below "No
    good match".
    """
    agreed = list(results)
    if agreed and agreed[0].relevance is Relevance.WEAK:
        behind = {each.relevance for each in agreed[1 : 1 + _BEHIND]}
        if behind & {Relevance.STRONG, Relevance.FAIR}:
            agreed[0] = replace(agreed[0], relevance=Relevance.FAIR)
    weak = next((at for at, each in enumerate(agreed) if each.relevance is Relevance.WEAK), len(agreed))
    return agreed[:weak] + [replace(each, relevance=Relevance.WEAK) for each in agreed[weak:]]
