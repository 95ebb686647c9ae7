"""A trial on a real library: sample, questions, pools, judgements, report; stopped, continued and forgotten."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from blake3 import blake3

from findling.domain.job_progress import TrialProgress
from findling.domain.judgements import JudgedAnswer
from findling.domain.trials import WORDS, ModelAdvice, QuestionOrigin, SampleText, TrialQuestion, TrialState
from findling.errors import FindlingError, ModelError, UsageError
from findling.evaluation.beir import read_collection
from findling.indexing.user_choices import judge_answers
from findling.messages.model_templates import ModelMessage
from findling.messages.trial_templates import TrialMessage
from findling.storage.trial_folder import TrialFolder, export_collection, write_questions
from findling.trial.answer_pool import find_next_pool
from findling.trial.compared_models import choose_candidates
from findling.trial.model_trial import ModelTrial, TrialMonitor
from findling.trial.trial_report import list_judgements, report_trial
from secondmodel import BUNDLED
from trialledlibrary import ASKED, WORSE, Tried
from workspace import Workspace

UNWATCHED = TrialMonitor()


def run_again(tried: Tried, *own: str, monitor: TrialMonitor = UNWATCHED) -> TrialState:
    questions = [TrialQuestion(text, QuestionOrigin.TYPED) for text in own]
    return ModelTrial(tried.workspace.paths, tried.workspace.settings, monitor).run(tried.candidates, questions, 30)


def report(tried: Tried):
    with tried.workspace.looking_inside() as database, database.reading():
        return report_trial(database, tried.candidates, tried.state)


def test_the_model_in_use_the_others_and_words_are_asked_the_same_questions(tried):
    found = report(tried)
    assert [each.id for each in found.models] == [BUNDLED, WORSE, WORDS]
    assert found.documents == 32
    assert {each.made.questions for each in found.models} == {found.questions - 1}
    assert all(each.made.interval.low <= each.made.ndcg <= each.made.interval.high for each in found.models)
    assert [each.passages_per_second is None for each in found.models] == [False, False, True]
    assert found.models[1].bytes < found.models[0].bytes
    assert (found.judged, found.waiting, found.models[0].judged) == (0, 1, None)


def test_nothing_that_is_asked_stands_in_the_document_that_answers_it(tried):
    corpus = TrialFolder(tried.workspace.paths.trial).collection / "corpus.jsonl"
    rows = map(json.loads, corpus.read_text("utf-8").splitlines())
    texts = {row["_id"]: f"{row['title']} {row['text']}" for row in rows}
    made = [each for each in tried.state.questions if each.origin.is_made]
    assert len(made) >= 30
    assert all(each.text not in texts[each.source] for each in made)


def test_what_models_found_is_pooled_blind_with_a_passage_to_read(tried):
    with tried.workspace.looking_inside() as database, database.reading():
        pool = find_next_pool(database, tried.state)
        assert pool == find_next_pool(database, tried.state)
        assert find_next_pool(database, tried.state, frozenset({ASKED})) is None
    found = {
        one.content for run in tried.state.runs for each in run.answers if each.question == ASKED for one in each.found
    }
    assert (pool.question, pool.left) == (ASKED, 1)
    assert {each.content for each in pool.answers} == found
    assert all(each.path.exists() and each.title and each.passage for each in pool.answers)
    by_model = next(run for run in tried.state.runs if run.model == BUNDLED)
    ranked = [one.content for each in by_model.answers if each.question == ASKED for one in each.found]
    assert [each.content for each in pool.answers][: len(ranked)] != ranked


def test_judged_answers_are_counted_kept_and_exported_with_the_made_ones(copied, tmp_path):
    with copied.workspace.looking_inside() as database, database.reading():
        pool = find_next_pool(database, copied.state)
    answers = [JudgedAnswer(each.content, each.path, number == 0) for number, each in enumerate(pool.answers)]
    with copied.workspace.writing() as indexer:
        judge_answers(indexer.database, pool.question, answers)
    state = run_again(copied)
    found = report(replace(copied, state=state))
    assert (found.judged, found.waiting, found.models[0].judged.questions) == (1, 0, 1)
    folder = TrialFolder(copied.workspace.paths.trial)
    with copied.workspace.looking_inside() as database, database.reading():
        judged = list_judgements(database, state)
    write_questions(folder.collection, [each.text for each in state.questions], judged)
    export_collection(folder, tmp_path / "exported")
    collection = read_collection(tmp_path / "exported")
    assert len(collection.queries) == found.questions
    by_text = {text: collection.judgements[name] for name, text in collection.queries.items()}
    assert by_text[ASKED] == {each.content: int(each.answers) for each in answers}


def test_a_trial_that_is_run_again_computes_nothing_but_what_is_new(copied):
    seen: list[TrialProgress] = []
    again = run_again(copied, monitor=TrialMonitor(seen.append))
    assert (again.contents, again.runs) == (copied.state.contents, copied.state.runs)
    assert [each.total for each in seen] == [0]
    more = run_again(copied, "what did the gardener write?")
    assert [each.text for each in more.questions[-2:]] == [ASKED, "what did the gardener write?"]
    assert {run.questions for run in more.runs} == {len(more.questions)}


def test_a_trial_that_was_stopped_goes_on_with_the_same_sample(tried, tmp_path):
    workspace = replace(tried.workspace, paths=replace(tried.workspace.paths, cache=tmp_path / "cache"))
    stopping = replace(tried, workspace=workspace)
    asked = [0]

    def should_stop() -> bool:
        asked[0] += 1
        return asked[0] > 5

    with pytest.raises(FindlingError) as raised:
        run_again(stopping, ASKED, monitor=TrialMonitor(should_stop=should_stop))
    assert raised.value.notice.message in (TrialMessage.STOPPED, type(raised.value.notice.message).EVALUATION_STOPPED)
    begun = TrialFolder(workspace.paths.trial).read()
    assert begun is not None
    with pytest.raises(FindlingError):
        run_again(stopping, ASKED, monitor=TrialMonitor(should_stop=should_stop))
    assert TrialFolder(workspace.paths.trial).read() == begun


def test_a_sample_that_was_being_added_to_when_all_ended_is_drawn_anew(copied):
    folder = TrialFolder(copied.workspace.paths.trial)
    folder.add_documents([SampleText("ab" * 32, "Half", "way")])
    assert folder.read() is None


def test_a_sample_of_which_all_is_gone_is_forgotten_with_its_folder(copied):
    with copied.workspace.writing() as indexer:
        indexer.remove(copied.workspace.folder)
    assert not copied.workspace.paths.trial.exists()
    with pytest.raises(FindlingError) as raised:
        run_again(copied)
    assert raised.value.notice.message is TrialMessage.TOO_FEW_DOCUMENTS


@contextmanager
def changed_for_now(*files: Path) -> Iterator[None]:
    """Let other tests find files as they were."""
    before = {file: file.read_bytes() for file in files}
    try:
        yield
    finally:
        for file, content in before.items():
            file.write_bytes(content)


def find_traces(place: Path, *texts: str) -> set[str]:
    contents = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    return {f"{text} in {path}" for path, content in contents.items() for text in texts if text.encode() in content}


def test_what_is_deleted_changed_or_excluded_leaves_the_trial_and_the_rest_of_it_stays(copied):
    paths, files = copied.workspace.paths, copied.workspace.folder
    deleted, changed, excluded = gone = [files / "letters" / f"{number}.md" for number in (1, 2, 4)]
    sentences = [sentence for file in gone for sentence in file.read_text("utf-8").split("\n\n")[1].split(". ")]
    names = [blake3(file.read_bytes()).hexdigest() for file in gone]
    assert len(find_traces(paths.trial, *sentences, *names)) > len(gone)
    with changed_for_now(*gone):
        deleted.unlink()
        changed.write_text("# A letter\n\nNothing of it is left.")
        with copied.workspace.writing() as indexer:
            indexer.add(files, exclude=(excluded.name,))
            indexer.index([files], report=lambda _: None, should_stop=lambda: False)
        assert find_traces(paths.trial, *sentences, *names) == set()
        left = TrialFolder(paths.trial).read()
        assert left == copied.state.without(set(names))
        assert len(left.contents) == len(copied.state.contents) - len(gone)
        assert (report(replace(copied, state=left)).waiting, left.models) == (1, copied.state.models)


def test_what_is_deleted_while_models_are_asked_is_erased_when_they_were(copied):
    paths, file = copied.workspace.paths, copied.workspace.folder / "letters" / "1.md"
    (sentence, *_) = file.read_text("utf-8").split("\n\n")[1].split(". ")
    erased: list[bool] = []

    def delete(_: TrialProgress) -> None:
        if not erased:
            file.unlink()
            copied.workspace.index()
            with copied.workspace.looking_inside() as database:
                erased.append(TrialFolder(paths.trial).erase(database.contents.find))

    with changed_for_now(file):
        again = run_again(copied, monitor=TrialMonitor(delete))
        assert erased == [False]
        assert find_traces(paths.trial, sentence) == set()
        assert len(again.contents) == len(copied.state.contents) - 1


def test_advice_is_to_keep_the_model_in_use_where_the_other_has_lost_its_layers(tried):
    found = report(tried)
    assert found.advice in (ModelAdvice.KEEP, ModelAdvice.UNDECIDED)
    assert found.recommended == ""


@pytest.mark.parametrize(
    ("named", "error", "message"),
    [
        ([BUNDLED], UsageError, TrialMessage.MODEL_IN_USE),
        (["a", "b", "c"], UsageError, TrialMessage.TOO_MANY_MODELS),
        (["nobody"], ModelError, ModelMessage.NO_MODEL),
        (["bge-base-en"], ModelError, ModelMessage.NOT_INSTALLED),
        (["gte-multilingual-reranker-base"], ModelError, ModelMessage.RERANKS),
    ],
)
def test_models_that_cannot_be_tried_are_refused_in_one_sentence(tried, named, error, message):
    with pytest.raises(error) as raised:
        choose_candidates(tried.workspace.paths, tried.workspace.settings, named)
    assert raised.value.notice.message is message


def test_with_one_model_only_there_is_nothing_to_compare(tmp_path):
    workspace = Workspace.at(tmp_path)
    with pytest.raises(FindlingError) as raised:
        choose_candidates(workspace.paths, workspace.settings, [])
    assert raised.value.notice.message is TrialMessage.ONE_MODEL


def test_a_model_may_lie_in_a_folder_and_is_not_installed_for_that(tried, tmp_path):
    folder = tmp_path / "brought"
    shutil.copytree(tried.candidates[1].models / WORSE, folder)
    with pytest.raises(UsageError, match="Install it first"):
        choose_candidates(tried.workspace.paths, tried.workspace.settings, [str(folder)])
    modules = [
        {"path": "", "type": "sentence_transformers.models.Transformer"},
        {"path": "1_Pooling", "type": "Pooling"},
    ]
    (folder / "modules.json").write_text(json.dumps(modules))
    used, other = choose_candidates(tried.workspace.paths, tried.workspace.settings, [str(folder)])
    assert (used.model, other.model) == (BUNDLED, "brought")
    assert other.models.is_relative_to(tried.workspace.paths.trial)
    shutil.rmtree(other.models / "brought")
