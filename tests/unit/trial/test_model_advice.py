"""Advice follows from intervals, of judged questions first."""

from __future__ import annotations

import pytest

from findling.domain.trials import Interval, ModelAdvice, QuestionScores, TrialledModel
from findling.messages.trial_templates import TrialMessage
from findling.trial.model_advice import MARGIN, advise, compare_models, measure_ranking


def scores(low: float, high: float, questions: int) -> QuestionScores:
    middle = (low + high) / 2
    return QuestionScores(questions, 0.5, 0.5, Interval(0.4, 0.6), middle, Interval(low, high))


BETTER, WORSE, SAME, OPEN = (0.01, 0.09), (-0.09, -0.01), (-0.01, 0.015), (-0.05, 0.06)


@pytest.mark.parametrize(
    ("judged", "made", "advice", "message"),
    [
        (BETTER, WORSE, ModelAdvice.CHANGE, TrialMessage.CHANGE_JUDGED),
        (WORSE, BETTER, ModelAdvice.KEEP, TrialMessage.KEEP_JUDGED),
        (SAME, BETTER, ModelAdvice.KEEP, TrialMessage.KEEP_JUDGED),
        (OPEN, BETTER, ModelAdvice.CHANGE, TrialMessage.CHANGE_MADE),
        (OPEN, WORSE, ModelAdvice.KEEP, TrialMessage.KEEP_MADE),
        (OPEN, OPEN, ModelAdvice.UNDECIDED, TrialMessage.UNDECIDED),
        (None, BETTER, ModelAdvice.CHANGE, TrialMessage.CHANGE_MADE),
        (None, None, ModelAdvice.UNDECIDED, TrialMessage.UNDECIDED),
    ],
)
def test_what_is_judged_decides_if_it_tells_and_else_what_was_made(judged, made, advice, message):
    model = TrialledModel(
        id="other", judged=scores(*judged, 40) if judged else None, made=scores(*made, 300) if made else None
    )
    found, recommended, reason = advise("mine", [model])
    assert (found, reason.message) == (advice, message)
    assert recommended == ("other" if advice is ModelAdvice.CHANGE else "")


@pytest.mark.parametrize(("judged", "made"), [(9, 29), (0, 0)])
def test_too_few_questions_tell_nothing_however_narrow_their_interval(judged, made):
    model = TrialledModel(id="other", judged=scores(0.2, 0.21, judged), made=scores(0.2, 0.21, made))
    assert advise("mine", [model])[0] is ModelAdvice.UNDECIDED


def test_of_two_better_models_the_surer_one_is_recommended():
    wide = TrialledModel(id="wide", judged=scores(0.01, 0.3, 40), made=None)
    sure = TrialledModel(id="sure", judged=scores(0.05, 0.1, 40), made=None)
    assert advise("mine", [wide, sure])[1] == "sure"


def test_a_model_is_kept_only_if_no_other_may_be_better():
    worse = TrialledModel(id="worse", judged=scores(*WORSE, 40), made=None)
    unsure = TrialledModel(id="unsure", judged=scores(-0.1, MARGIN + 0.01, 40), made=None)
    assert advise("mine", [worse])[0] is ModelAdvice.KEEP
    assert advise("mine", [worse, unsure])[0] is ModelAdvice.UNDECIDED


def test_scores_are_means_over_questions_and_differences_are_paired():
    judged = [{"a": True, "b": False}, {"c": True}]
    first = measure_ranking([["a", "b"], ["d", "c"]], judged)
    second = measure_ranking([["b", "a"], ["d"]], judged)
    assert first.success == (1.0, 0.0)
    assert first.ndcg == pytest.approx((1.0, 0.6309), abs=1e-4)
    compared = compare_models({"mine": second, "other": first}, "mine", 1)
    assert compared["mine"].difference is None
    assert compared["other"].difference == pytest.approx((1 - 0.6309 + 0.6309) / 2, abs=1e-4)
    assert compare_models({"mine": measure_ranking([], [])}, "mine", 1) == {}
