"""Data of a trial of models on the user's files: questions, judged answers, scores, advice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.messages.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

WORDS = "words"
"""Name in place of a model's where words alone are searched; no model has it."""

LEAST_JUDGED, LEAST_MADE = 10, 30
"""Questions from which on an interval says something: below, the bootstrap's is too narrow."""


class QuestionOrigin(StrEnum):
    """Origin of a question: a title or sentence held out, the user's typing, an earlier search."""

    TITLE = "title"
    SENTENCE = "sentence"
    TYPED = "typed"
    PAST = "past"

    @property
    def is_made(self) -> bool:
        """Return whether it was made from a document, which answers it."""
        return self in (QuestionOrigin.TITLE, QuestionOrigin.SENTENCE)


class ModelAdvice(StrEnum):
    """Advice that follows from a trial."""

    KEEP = "keep"
    CHANGE = "change"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class TrialQuestion:
    """Question of a trial.

    Attributes:
        source: the content, in hexadecimal, that a made question was made from; "" for others.
    """

    text: str
    origin: QuestionOrigin
    source: str = ""


@dataclass(frozen=True, slots=True)
class SampleText:
    """Text of a document of a sample.

    Attributes:
        content: names it.
    """

    content: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PooledAnswer:
    """Document that some model found for a question, shown without saying which.

    Attributes:
        passage: the part of it to read.
    """

    content: str
    path: Path
    title: str
    passage: str


@dataclass(frozen=True, slots=True)
class AnswerPool:
    """Question with all that the models found for it, in an order of chance.

    Attributes:
        left: questions that wait to be judged, this one included.
    """

    question: str
    answers: tuple[PooledAnswer, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Interval:
    """Confidence interval of a mean."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class QuestionScores:
    """Scores over some questions.

    Attributes:
        ndcg, success: means of nDCG@10 and success@1, 0..1.
        interval: of the mean nDCG@10.
        difference: from the model in use in mean nDCG@10, over the same questions; None for that model itself.
        difference_interval: of the difference.
    """

    questions: int
    ndcg: float
    success: float
    interval: Interval
    difference: float | None = None
    difference_interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialledModel:
    """Result of a model, or of words alone.

    Attributes:
        made: over the questions that were made; None where there are none.
        judged: over those whose answers the user judged.
        passages_per_second: that it embeds here, with all that indexing may use; None for words.
        bytes: of its files; None for words, and where the size is unknown.
        hours: that embedding the whole library takes; None for words.
    """

    id: str
    made: QuestionScores | None
    judged: QuestionScores | None
    passages_per_second: float | None = None
    bytes: int | None = None
    hours: float | None = None

    @property
    def is_judged(self) -> bool:
        """Return whether enough is judged for its scores to be shown before those of made questions."""
        return self.judged is not None and self.judged.questions >= LEAST_JUDGED


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialReport:
    """Outcome of a trial.

    Attributes:
        documents: in the sample.
        questions: made and other ones.
        waiting: questions whose answers are not judged yet.
        judged: questions of which the user found an answer.
        unanswered: judged questions that no document found answers.
        models: the one in use, the candidates, and words alone.
        advice: follows from intervals alone.
        recommended: id of the model to change to; "" unless the advice is to change.
        reason: what the advice rests on, as a sentence.
    """

    documents: int
    questions: int
    waiting: int
    judged: int
    unanswered: int
    models: tuple[TrialledModel, ...]
    advice: ModelAdvice
    recommended: str
    reason: Notice


@dataclass(frozen=True, slots=True)
class RankedContent:
    """Content found, with its passage to show; "" for a made question, which nobody judges."""

    content: str
    passage: str


@dataclass(frozen=True, slots=True)
class RankedAnswers:
    """Best contents for a question, best first."""

    question: str
    found: tuple[RankedContent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRun:
    """Run of a model, or of words alone, over all questions.

    Attributes:
        documents, questions: how many there were.
        tokens_a_second: that the model embeds; 0 for words.
    """

    model: str
    documents: int
    questions: int
    answers: tuple[RankedAnswers, ...]
    tokens_a_second: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialState:
    """Sample, questions and runs of a trial.

    Attributes:
        used: the model in use when it began.
        contents: of the sample, in the collection's order.
        questions: made ones first.
        runs: of the models that were tried with these questions.
    """

    used: str
    contents: tuple[str, ...] = ()
    questions: tuple[TrialQuestion, ...] = ()
    runs: tuple[ModelRun, ...] = ()

    def run_of(self, model: str) -> ModelRun | None:
        """Return the run of a model over all that there is now, if there is one."""
        now = (len(self.contents), len(self.questions))
        return next((run for run in self.runs if run.model == model and (run.documents, run.questions) == now), None)

    def answers_of(self, model: str) -> dict[str, RankedAnswers]:
        """Return what a model found in the sample as it is now, by question."""
        now = (run for run in self.runs if run.model == model and run.documents == len(self.contents))
        return {each.question: each for run in now for each in run.answers}

    @property
    def models(self) -> tuple[str, ...]:
        """The model in use, and the others that were asked all there is now; none while it was not."""
        asked = [run.model for run in self.runs if self.run_of(run.model) and run.model not in (WORDS, self.used)]
        return (self.used, *asked) if self.run_of(self.used) and self.run_of(WORDS) else ()

    def without(self, gone: AbstractSet[str]) -> TrialState:
        """Return the state as if some contents had never been in the sample.

        Questions that were made from them go as well, and what models found of them; the rest of their rankings stays.
        """
        contents = tuple(each for each in self.contents if each not in gone)
        questions = tuple(each for each in self.questions if each.source not in gone)
        asked = {each.text for each in questions}
        runs = []
        for run in self.runs:
            answers = tuple(
                RankedAnswers(each.question, tuple(one for one in each.found if one.content not in gone))
                for each in run.answers
                if each.question in asked
            )
            # What was not asked of all that there was is not asked of all that is left.
            documents = run.documents - len(self.contents) + len(contents)
            runs.append(replace(run, answers=answers, documents=documents, questions=len(answers)))
        return replace(self, contents=contents, questions=questions, runs=tuple(runs))

    def with_run(self, run: ModelRun) -> TrialState:
        """Return the state with a run in place of an earlier one."""
        return replace(self, runs=(*(each for each in self.runs if each.model != run.model), run))
