"""The window's side of a trial: a job that computes, and a question to the reader how it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from findling.domain.job_progress import TrialProgress
from findling.domain.judgements import JudgedAnswer
from findling.domain.trials import QuestionOrigin, TrialQuestion
from findling.indexing.user_choices import judge_answers
from findling.models.embedder import SharedEmbedder
from findling.processes.model_jobs.job_runner import ModelJobRunner
from findling.processes.model_jobs.messages import CompareModels, ModelsCompared, from_model_job, to_line
from findling.processes.reader.request_thread import RequestContext
from findling.processes.reader.trial_handler import TrialHandler
from findling.processes.reader.trial_messages import AskTrial, TrialView
from findling.search.library_connection import LibraryConnection
from findling.storage.trial_folder import TrialFolder
from trialledlibrary import ASKED, Tried


def ask(tried: Tried, *skipped: str) -> TrialView:
    paths, settings = tried.workspace.paths, tried.workspace.settings
    connection = LibraryConnection(paths, settings, SharedEmbedder(paths, settings))
    reply = TrialHandler(connection, paths).answer(RequestContext(AskTrial(skipped), lambda _: None, lambda: False))
    connection.rest()
    assert isinstance(reply, TrialView)
    return reply


def test_a_job_goes_on_with_the_trial_and_tells_how_far_it_is(copied):
    seen: list[object] = []
    runner = ModelJobRunner(copied.workspace.paths, seen.append, lambda: False)
    assert runner.run(CompareModels((f"  {ASKED} ",))) == ModelsCompared()
    assert [type(each) for each in seen] == [TrialProgress]


@pytest.mark.parametrize("message", [TrialProgress("a", 1, 2), TrialProgress("a", 0, 0, 1.5), ModelsCompared()])
def test_what_the_job_says_comes_through_its_pipe(message):
    assert from_model_job(to_line(message)) == message


def test_the_reader_says_how_the_trial_stands_and_what_is_to_be_judged_next(copied):
    view = ask(copied)
    assert view.report.waiting == 1
    assert view.pool.question == ASKED
    assert ask(copied, ASKED).pool is None
    with copied.workspace.writing() as indexer:
        answers = [JudgedAnswer(each.content, each.path, True) for each in view.pool.answers]
        judge_answers(indexer.database, ASKED, answers)
    assert (ask(copied).report.judged, ask(copied).pool) == (1, None)


def test_without_a_trial_there_is_nothing_to_say(copied, tmp_path):
    copied.workspace.paths.trial.rename(tmp_path / "elsewhere")
    assert ask(copied) == TrialView(None, None)


def test_while_models_are_asked_what_is_new_nothing_is_said(copied):
    folder = TrialFolder(copied.workspace.paths.trial)
    question = TrialQuestion("something else?", QuestionOrigin.TYPED)
    folder.write(replace(copied.state, questions=(*copied.state.questions, question)))
    assert ask(copied) == TrialView(None, None)
