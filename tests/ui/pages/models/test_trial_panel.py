"""Comparing models on the Models page: begun, stopped, judged by keys, and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from findling.domain.job_progress import TrialProgress
from findling.domain.judgements import JudgedAnswer
from findling.domain.trials import (
    WORDS,
    AnswerPool,
    Interval,
    ModelAdvice,
    PooledAnswer,
    QuestionScores,
    TrialledModel,
    TrialReport,
)
from findling.messages.trial_templates import TrialMessage
from findling.processes.model_jobs.messages import CompareModels, ModelsCompared
from findling.processes.reader.trial_messages import AskTrial, TrialView
from findling.processes.writer.messages import JudgeAnswers
from modelstubs import BUNDLED, LARGE

POOL = AnswerPool(
    "who pays the deposit?",
    (
        PooledAnswer("aa", Path("/home/ada/lease.pdf"), "Lease", "The deposit is paid by the tenant."),
        PooledAnswer("bb", Path("/home/ada/bread & jam.txt"), "", "Knead the dough."),
    ),
    2,
)


def scores(ndcg: float, difference: float | None = None) -> QuestionScores:
    gain = None if difference is None else Interval(difference - 0.02, difference + 0.02)
    return QuestionScores(40, ndcg, 0.5, Interval(ndcg - 0.05, ndcg + 0.05), difference, gain)


REPORT = TrialReport(
    documents=300,
    questions=310,
    waiting=2,
    judged=12,
    unanswered=1,
    models=(
        TrialledModel(
            id=BUNDLED, made=scores(0.7), judged=scores(0.5), passages_per_second=90.4, bytes=24_000_000, hours=0.5
        ),
        TrialledModel(id=LARGE, made=scores(0.8, 0.1), judged=None, passages_per_second=9, bytes=None, hours=6.0),
        TrialledModel(id=WORDS, made=scores(0.6, -0.1), judged=None),
    ),
    advice=ModelAdvice.CHANGE,
    recommended=LARGE,
    reason=TrialMessage.CHANGE_MADE(model=LARGE, used=BUNDLED, count=40, low=0.08, high=0.12),
)


def plain(text: str) -> str:
    """Return a text without the signs that isolate foreign names."""
    return text.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


@pytest.fixture
def stored(services, monkeypatch) -> list:
    """Return what the writer is told, which it does at once."""
    stored: list = []

    def store(choice) -> None:
        stored.append(choice)
        services.writer.finished.emit(choice, None)

    monkeypatch.setattr(services.writer, "store", store)
    return stored


@pytest.fixture
def panel(show):
    panel = show().trial
    panel.open.click()
    return panel


def test_own_questions_are_asked_one_a_line(panel, work):
    panel.questions.setPlainText("who pays the deposit?\n\n  where is the boat? \n")
    panel.start.click()
    assert work.jobs == [CompareModels(("who pays the deposit?", "where is the boat?"))]
    assert not panel.questions.isEnabled()
    assert panel.strip.words


def test_progress_is_shown_and_can_be_stopped(panel, work):
    panel.start.click()
    work.progressed.emit(work.jobs[0], TrialProgress(BUNDLED, 0, 0, 600.0))
    assert panel.strip.words == "This takes about 10 minute(s)."
    work.progressed.emit(work.jobs[0], TrialProgress(WORDS, 30, 120))
    assert (panel.strip.words, panel.strip.share) == ("Asking: Words alone", 0.25)
    panel.strip.cancel.click()
    assert work.ended == ["comparing"]
    work.stopped.emit(work.jobs.pop())
    assert not panel.strip.words
    assert panel.questions.isEnabled()


def test_what_came_of_it_is_a_sentence_above_each_models_scores_and_costs(panel, work, library):
    panel.start.click()
    library.trial = TrialView(REPORT, None)
    work.finish(ModelsCompared())
    assert panel.outcome.advice.startswith(f"Change to {LARGE}: over 40 questions made from your files")
    assert list(map(plain, panel.outcome.lines)) == [
        BUNDLED,
        "made questions 0.70 (0.65–0.75) · judged questions 0.50 (0.45–0.55) · right one first: 50%",
        "90 passage(s) a second · 24.0 MB · whole library: about 30 minute(s)",
        LARGE,
        "made questions 0.80 (0.75–0.85) · right one first: 50%",
        "9 passage(s) a second · whole library: about 6 hour(s)",
        "Words alone",
        "made questions 0.60 (0.55–0.65) · right one first: 50%",
    ]
    assert panel.judging.question == ""


def test_the_recommended_model_is_shown_where_it_can_be_chosen(qtbot, panel, library):
    library.trial = TrialView(REPORT, None)
    panel.refresh()
    with qtbot.waitSignal(panel.model_wanted) as wanted:
        panel.outcome.show_model.click()
    assert wanted.args == [LARGE]


def test_answers_are_marked_by_digits_and_stored_by_enter(qtbot, panel, library, stored):
    library.trial = TrialView(REPORT, POOL)
    panel.refresh()
    qtbot.waitUntil(lambda: panel.judging.question == POOL.question)
    assert [plain(box.text()) for box in panel.judging.boxes] == ["1  Lease", "2  bread && jam.txt"]
    panel.judging.boxes[0].setFocus()
    library.trial = TrialView(REPORT, None)
    for key in ("1", "2", "1", "9"):
        QTest.keyClicks(panel.judging, key)
    QTest.keyClick(panel.judging, Qt.Key.Key_Return)
    answers = (
        JudgedAnswer("aa", Path("/home/ada/lease.pdf"), False),
        JudgedAnswer("bb", Path("/home/ada/bread & jam.txt"), True),
    )
    assert stored == [JudgeAnswers(POOL.question, answers)]
    qtbot.waitUntil(lambda: panel.judging.question == "")


def test_a_question_is_left_for_later_by_s(panel, library, stored):
    library.trial = TrialView(REPORT, POOL)
    panel.refresh()
    QTest.keyClicks(panel.judging, "s")
    assert library.asked[-1] == AskTrial((POOL.question,))
    assert stored == []


def test_why_it_came_to_nothing_is_told(panel, work):
    panel.start.click()
    work.fail(TrialMessage.TOO_FEW_DOCUMENTS(documents=3, least=30))
    assert "3 with enough text" in panel.notice.words
    assert panel.questions.isEnabled()
    panel.close_card.click()
    assert panel.open.hasFocus()
