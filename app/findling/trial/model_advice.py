"""Scores of models over a trial's questions, and advice that follows from their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.trials import LEAST_JUDGED, LEAST_MADE, ModelAdvice, QuestionScores
from findling.evaluation import metrics
from findling.messages.model_remedies import ModelRemedy
from findling.messages.trial_templates import TrialMessage
from findling.trial.paired_bootstrap import estimate_interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.domain.trials import TrialledModel
    from findling.messages.notice import Notice

MARGIN = 0.02
"""Gain in nDCG@10 below which another model is not worth the change."""

_LEVEL = 0.95
_DEPTH = 10


@dataclass(frozen=True, slots=True)
class QuestionResults:
    """Results of a model for some questions, each (questions,) in the same order for all models."""

    ndcg: tuple[float, ...]
    success: tuple[float, ...]


def measure_ranking(ranked: Sequence[Sequence[str]], judged: Sequence[Mapping[str, bool]]) -> QuestionResults:
    """Measure ranked contents of questions, best first, by which contents answer each."""
    graded = [{content: int(answers) for content, answers in each.items()} for each in judged]
    return QuestionResults(
        tuple(metrics.score(found[:_DEPTH], grades).ndcg_10 for found, grades in zip(ranked, graded, strict=True)),
        tuple(float(bool(found) and each.get(found[0], False)) for found, each in zip(ranked, judged, strict=True)),
    )


def compare_models(results: Mapping[str, QuestionResults], used: str, candidates: int) -> dict[str, QuestionScores]:
    """Return each model's scores and difference from the used one; none without questions.

    With several candidates the intervals of differences are wider (Bonferroni), for the best of several is chosen.
    """
    base = results[used]
    if not base.ndcg:
        return {}
    level = 1 - (1 - _LEVEL) / max(candidates, 1)
    scores = {}
    for model, each in results.items():
        gains = [mine - theirs for mine, theirs in zip(each.ndcg, base.ndcg, strict=True)]
        scores[model] = QuestionScores(
            questions=len(each.ndcg),
            ndcg=sum(each.ndcg) / len(each.ndcg),
            success=sum(each.success) / len(each.success),
            interval=estimate_interval(each.ndcg),
            difference=None if model == used else sum(gains) / len(gains),
            difference_interval=None if model == used else estimate_interval(gains, level),
        )
    return scores


def advise(used: str, candidates: Sequence[TrialledModel]) -> tuple[ModelAdvice, str, Notice]:
    """Return the advice, the model to change to ("" for none), and what the advice rests on.

    What the user judged decides, if it is enough to tell; else the questions that were made.
    """
    judged = _decide(used, {each.id: each.judged for each in candidates}, is_judged=True)
    made = _decide(used, {each.id: each.made for each in candidates}, is_judged=False)
    return (
        judged
        or made
        or (
            ModelAdvice.UNDECIDED,
            "",
            TrialMessage.UNDECIDED(used=used).advising(ModelRemedy.JUDGE_SOME()),
        )
    )


def _decide(
    used: str, scores: Mapping[str, QuestionScores | None], *, is_judged: bool
) -> tuple[ModelAdvice, str, Notice] | None:
    """Return what one kind of questions tells; None where it tells nothing."""
    known = {model: each for model, each in scores.items() if each and each.difference_interval}
    questions = min((each.questions for each in known.values()), default=0)
    if len(known) < len(scores) or questions < (LEAST_JUDGED if is_judged else LEAST_MADE):
        return None
    intervals = {model: each.difference_interval for model, each in known.items() if each.difference_interval}
    best = max(intervals, key=lambda model: intervals[model].low)
    low, high = intervals[best].low, intervals[best].high
    highest = max(each.high for each in intervals.values())
    if highest < MARGIN:
        keep = TrialMessage.KEEP_JUDGED if is_judged else TrialMessage.KEEP_MADE
        return ModelAdvice.KEEP, "", keep(used=used, count=questions, high=max(highest, 0.0))
    if low > 0:
        change = TrialMessage.CHANGE_JUDGED if is_judged else TrialMessage.CHANGE_MADE
        return ModelAdvice.CHANGE, best, change(model=best, used=used, count=questions, low=low, high=high)
    return None
