"""Outcome of a trial: scores over made and judged questions, costs, advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.trials import WORDS, TrialledModel, TrialReport
from findling.embedding.catalogue import ModelSpec
from findling.embedding.model_store import ModelStore
from findling.models.cost_estimate import CHARACTERS_A_TOKEN, EMPTY_SPACE, TOKENS_A_PASSAGE
from findling.trial.model_advice import advise, compare_models, measure_ranking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from findling.domain.judgements import JudgedAnswer
    from findling.domain.trials import QuestionScores, TrialQuestion, TrialState
    from findling.storage.database import Database
    from findling.trial.compared_models import ComparedModel

_SECONDS_AN_HOUR = 3_600


def report_trial(database: Database, candidates: Sequence[ComparedModel], state: TrialState) -> TrialReport:
    """Score the runs of a trial by what is judged by now; the caller holds a snapshot."""
    judged = database.judgements.all()
    own = [question for question in state.questions if not question.origin.is_made]
    models = [each.model for each in candidates]
    made = _score(state, models, _list_made(state))
    answered = _list_answered(own, judged, state)
    scored = _score(state, models, answered)
    characters = database.spaces.count_unembedded(EMPTY_SPACE).characters
    results = tuple(_describe(model, candidates, state, made, scored, characters) for model in (*models, WORDS))
    advice, recommended, reason = advise(state.used, results[1 : len(models)])
    return TrialReport(
        documents=len(state.contents),
        questions=len(state.questions),
        waiting=len(list_waiting(own, judged)),
        judged=len(answered),
        unanswered=sum(each.text in judged and each.text not in answered for each in own),
        models=results,
        advice=advice,
        recommended=recommended,
        reason=reason,
    )


def list_waiting(
    questions: Sequence[TrialQuestion], judged: Mapping[str, Mapping[str, JudgedAnswer]]
) -> list[TrialQuestion]:
    """Return the questions of the user that nobody judged yet."""
    return [each for each in questions if not each.origin.is_made and each.text not in judged]


def list_judgements(database: Database, state: TrialState) -> dict[str, dict[str, bool]]:
    """Return which contents answer each question, made or judged, with one in the sample."""
    return _list_made(state) | _list_answered(state.questions, database.judgements.all(), state)


def _list_made(state: TrialState) -> dict[str, dict[str, bool]]:
    return {each.text: {each.source: True} for each in state.questions if each.origin.is_made}


def _list_answered(
    questions: Sequence[TrialQuestion], judged: Mapping[str, Mapping[str, JudgedAnswer]], state: TrialState
) -> dict[str, dict[str, bool]]:
    """Return the user's judgements of contents in the sample, which alone can be found."""
    known = set(state.contents)
    answered = {
        each.text: {name: one.answers for name, one in judged.get(each.text, {}).items() if name in known}
        for each in questions
        if not each.origin.is_made
    }
    return {text: answers for text, answers in answered.items() if any(answers.values())}


def _score(
    state: TrialState, models: Sequence[str], judged: Mapping[str, Mapping[str, bool]]
) -> dict[str, QuestionScores]:
    results = {}
    for model in (*models, WORDS):
        run = state.run_of(model)
        if run is None:
            continue
        found = {each.question: [one.content for one in each.found] for each in run.answers}
        results[model] = measure_ranking([found.get(text, []) for text in judged], list(judged.values()))
    return compare_models(results, state.used, len(models) - 1)


def _describe(
    model: str,
    candidates: Sequence[ComparedModel],
    state: TrialState,
    made: Mapping[str, QuestionScores],
    judged: Mapping[str, QuestionScores],
    characters: int,
) -> TrialledModel:
    scores = TrialledModel(id=model, made=made.get(model), judged=judged.get(model))
    candidate = next((each for each in candidates if each.model == model), None)
    run = state.run_of(model)
    if candidate is None or run is None:
        return scores
    spec = ModelStore.open(candidate.models).model(model).spec
    assert isinstance(spec, ModelSpec)
    return TrialledModel(
        id=model,
        made=scores.made,
        judged=scores.judged,
        passages_per_second=run.tokens_a_second / (spec.passage_tokens * TOKENS_A_PASSAGE),
        bytes=candidate.bytes,
        hours=characters / CHARACTERS_A_TOKEN / run.tokens_a_second / _SECONDS_AN_HOUR,
    )
