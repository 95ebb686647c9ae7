"""Choice of a model for a user's files: what is ready, what understands more, which is best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.models import ModelCost
from findling.messages.model_templates import ChoiceMessage
from findling.models.cost_estimate import estimate_disk, estimate_seconds
from findling.models.languages import UNKNOWN, count_known, find_foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from findling.domain.library import Survey
    from findling.embedding.catalogue import ModelSpec
    from findling.messages.notice import Notice
    from findling.models.cost_estimate import Speed

_OFFERED_SHARE = 0.02
"""Share of files in foreign languages from which a model that knows them is worth a choice."""
_RECOMMENDED_SHARE = 0.15
"""Share from which it serves such files better than a model that is better in English alone."""
_NIGHT_SECONDS = 10 * 3_600.0
"""Longest time that a recommended model may take: a night."""
_NAMED_LANGUAGES = 3


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Models worth choosing among.

    Attributes:
        reasons: why each is here, by its id: the bundled one, then those that understand more.
        best: id of the one that is recommended.
    """

    reasons: Mapping[str, Notice]
    best: str


def recommend(
    ready: ModelSpec, suggested: Iterable[ModelSpec], languages: Mapping[str, int], costs: Mapping[str, ModelCost]
) -> Recommendation:
    """Choose among the bundled model and those that the catalogue suggests.

    Args:
        ready: the model that ships with Findling.
        suggested: others.
        languages: files in each language; those of an unknown one count nowhere.
        costs: of each model, by its id; one that is not known keeps none from being recommended.
    """
    suggested = tuple(suggested)
    files = sum(count for code, count in languages.items() if code != UNKNOWN)
    foreign = find_foreign(ready, languages)
    better = _find_better(ready, suggested) if files > sum(foreign.values()) or not files else None
    wider = _find_wider(ready, suggested, foreign)
    wider_share = _share_known(wider, foreign, files) if wider else 0.0
    reasons = {ready.id: ChoiceMessage.READY()}
    if better:
        reasons[better.id] = ChoiceMessage.BETTER()
    if wider and wider_share >= _OFFERED_SHARE:
        named = tuple(code for code in foreign if code in wider.languages)[:_NAMED_LANGUAGES]
        reasons[wider.id] = ChoiceMessage.WIDER(languages=named, share=wider_share)
    best = wider if wider and wider_share >= _RECOMMENDED_SHARE else better
    if best is None:
        return Recommendation(reasons, ready.id)
    if best.id in costs and costs[best.id].seconds > _NIGHT_SECONDS:
        return Recommendation({**reasons, ready.id: ChoiceMessage.READY_IN_TIME()}, ready.id)
    return Recommendation(reasons, best.id)


def estimate_surveyed(surveys: Sequence[Survey], spec: ModelSpec, measured: Speed) -> ModelCost:
    """Estimate a model's cost of indexing surveyed folders by the surveying model's speed."""
    tokens = sum(survey.tokens for survey in surveys)
    usual = measured.spec
    more_seconds = estimate_seconds(tokens, spec, measured) - estimate_seconds(tokens, usual, measured)
    more_disk = estimate_disk(tokens, spec) - estimate_disk(tokens, usual)
    seconds = sum(survey.seconds or 0.0 for survey in surveys) + more_seconds
    disk = sum(survey.disk for survey in surveys) + more_disk
    foreign = sum(find_foreign(spec, count_languages(surveys)).values()) if spec.languages else None
    return ModelCost(max(seconds, 0.0), max(disk, 0), foreign)


def count_languages(surveys: Sequence[Survey]) -> dict[str, int]:
    """Return the documents of all surveys in each language, the most frequent first."""
    counts: dict[str, int] = {}
    for survey in surveys:
        for code, count in survey.languages or ():
            counts[code] = counts.get(code, 0) + count
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _find_better(ready: ModelSpec, suggested: Iterable[ModelSpec]) -> ModelSpec | None:
    """Return the suggested model for the languages of the one that is ready."""
    return next((spec for spec in suggested if spec.languages == ready.languages), None)


def _find_wider(ready: ModelSpec, suggested: Iterable[ModelSpec], foreign: Mapping[str, int]) -> ModelSpec | None:
    """Return the suggested model that knows most of the files in foreign languages."""
    wider = (spec for spec in suggested if not set(spec.languages) <= set(ready.languages))
    return max(wider, key=lambda spec: count_known(foreign, spec), default=None)


def _share_known(spec: ModelSpec, foreign: Mapping[str, int], files: int) -> float:
    return count_known(foreign, spec) / files if files else 0.0
