"""The folder of a trial: what the library has no more leaves it, and what is good for nothing too."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.trials import (
    WORDS,
    ModelRun,
    QuestionOrigin,
    RankedAnswers,
    RankedContent,
    SampleText,
    TrialQuestion,
    TrialState,
)
from findling.errors import FindlingError
from findling.messages.trial_templates import TrialMessage
from findling.storage.trial_folder import TrialFolder, write_questions

KEPT, GONE = "aa" * 32, "bb" * 32
MADE = TrialQuestion("canary made of it", QuestionOrigin.SENTENCE, GONE)
OTHER = TrialQuestion("what is in the other", QuestionOrigin.TITLE, KEPT)
OWN = TrialQuestion("who pays?", QuestionOrigin.TYPED)
BOTH = (RankedContent(GONE, "canary passage"), RankedContent(KEPT, "plain passage"))


def run_of(model: str) -> ModelRun:
    answers = tuple(RankedAnswers(each.text, BOTH) for each in (MADE, OTHER, OWN))
    return ModelRun(model=model, documents=2, questions=3, answers=answers)


STATE = TrialState(
    used="small", contents=(GONE, KEPT), questions=(MADE, OTHER, OWN), runs=(run_of("small"), run_of(WORDS))
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "trial"
    folder = TrialFolder(place)
    folder.add_documents([SampleText(GONE, "canary title", "canary text"), SampleText(KEPT, "title", "text")])
    folder.write(STATE)
    write_questions(folder.collection, [each.text for each in STATE.questions], {OWN.text: {GONE: True, KEPT: False}})
    indexed = folder.library_of("small") / "library" / "library.db"
    indexed.parent.mkdir(parents=True)
    indexed.write_text("canary")
    (folder.models / "given").mkdir(parents=True)
    (folder.models / "given" / "model.onnx").write_text("weights")
    return place


def knows(*contents: str):
    return lambda asked: {each for each in asked if each in contents}


def find_traces(place: Path) -> set[Path]:
    files = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    return {path for path, content in files.items() if b"canary" in content or GONE.encode() in content}


def test_a_document_that_is_gone_leaves_nothing_and_the_rest_is_as_if_it_had_never_been_there(place):
    assert TrialFolder(place).erase(knows(KEPT))
    assert find_traces(place) == set()
    left = TrialFolder(place).read()
    assert (left.contents, left.questions) == ((KEPT,), (OTHER, OWN))
    assert {each.found for run in left.runs for each in run.answers} == {BOTH[1:]}
    assert left.models == ("small",)


def test_where_nothing_is_gone_nothing_changes(place):
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert TrialFolder(place).erase(knows(KEPT, GONE))
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before


def test_a_run_over_fewer_documents_or_questions_stays_one_that_is_not_through(place):
    folder = TrialFolder(place)
    folder.add_documents([SampleText("cc" * 32, "", "another")])
    more = TrialState(used="small", contents=(*STATE.contents, "cc" * 32), questions=STATE.questions, runs=STATE.runs)
    folder.write(more)
    assert folder.erase(knows(KEPT, "cc" * 32))
    left = folder.read()
    assert left.contents == (KEPT, "cc" * 32)
    assert (left.run_of("small"), left.models) == (None, ())


@pytest.mark.parametrize("action", ["all gone", "no state", "another release", "cut short", "half written"])
def test_what_is_good_for_nothing_goes_and_a_model_that_was_given_stays(place, action):
    folder = TrialFolder(place)
    if action == "no state":
        (place / "trial.json").unlink()
    elif action == "another release":
        (place / "trial.json").write_text('{"type": "canary"}')
    elif action == "cut short":
        folder.add_documents([SampleText("cc" * 32, "", "canary")])
    elif action == "half written":
        (place / "trial.json").rename(place / "trial.json.part")
    assert folder.erase(knows() if action == "all gone" else knows(KEPT, GONE))
    assert [path for path in place.rglob("*") if path.is_file()] == [place / "models" / "given" / "model.onnx"]


def test_a_sample_that_changed_since_the_last_look_is_looked_at_again(place):
    folder = TrialFolder(place)
    assert folder.erase(knows(KEPT, GONE))
    folder.add_documents([SampleText("cc" * 32, "", "canary")])
    folder.write(TrialState(used="small", contents=(*STATE.contents, "cc" * 32), questions=STATE.questions))
    assert folder.erase(knows(KEPT))
    assert find_traces(place) == set()


def test_while_another_changes_it_nothing_is_erased_and_no_second_trial_begins(place):
    at_work, folder = TrialFolder(place), TrialFolder(place, patience=0)
    with at_work.changing():
        assert not folder.erase(knows(KEPT))
        assert folder.read() == STATE
        for action in (folder.forget, lambda: folder.changing().__enter__()):
            with pytest.raises(FindlingError) as raised:
                action()
            assert raised.value.notice.message is TrialMessage.AT_WORK
    assert folder.erase(knows(KEPT))
    assert find_traces(place) == set()


def test_a_library_without_a_trial_has_nothing_to_erase_and_gets_no_file(tmp_path):
    folder = TrialFolder(tmp_path / "trial")
    assert folder.erase(knows())
    assert list(tmp_path.iterdir()) == []
