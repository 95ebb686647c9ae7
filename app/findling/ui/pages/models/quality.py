"""What is published of models, made comparable: the mean over those tasks that all of them were measured by."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from findling.domain.models import ModelCard

RETRIEVAL = ("SciFact", "NFCorpus", "ArguAna", "FiQA2018", "SCIDOCS", "QuoraRetrieval")
"""Tasks whose measure is nDCG@10: how well what answers a question is found."""
SIMILARITY = ("STSBenchmark", "STS12", "STS13", "STS14", "STS15", "STS16", "SICK-R")
"""Tasks whose measure is Spearman's rho: how well likeness of sentences is told."""

_ALIKE = 0.01


@dataclass(frozen=True, slots=True)
class Quality:
    """What a model is good for, in 0..1; None where nothing comparable was published."""

    finding: float | None
    likeness: float | None


def compare(cards: Sequence[ModelCard]) -> Mapping[str, Quality]:
    """The quality of each model, by its id; a build has that of its original."""
    scores = {card.id: dict(card.scores) for card in cards}
    published = [each for each in scores.values() if each]
    tasks = set.intersection(*map(set, published)) if published else set()
    own = {model: _weigh(each, tasks) for model, each in scores.items()}
    originals = {card.id: card.original for card in cards}
    return {model: own[model] if scores[model] else own.get(originals[model], own[model]) for model in scores}


def relate(value: float, usual: float | None) -> int:
    """How it compares with the model in use: 1 for better, 0 for about as good, -1 for worse, or nothing to compare."""
    if usual is None or abs(value - usual) < _ALIKE:
        return 0
    return 1 if value > usual else -1


def _weigh(scores: Mapping[str, float], tasks: set[str]) -> Quality:
    return Quality(_mean(scores, tasks, RETRIEVAL), _mean(scores, tasks, SIMILARITY))


def _mean(scores: Mapping[str, float], tasks: set[str], wanted: Iterable[str]) -> float | None:
    found = [scores[task] for task in wanted if task in tasks and task in scores]
    return fmean(found) if found else None
