"""Model migration: the old model answers until the end, and vectors never mix."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.library import ModelChange, Progress
from findling.domain.search import Mode
from findling.errors import ModelError
from findling.indexing.folder_scan import scan_folders
from findling.indexing.run_clock import RunClock
from findling.indexing.scan import Scanner
from findling.indexing.session import IndexingSession
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.models.embedder import BoundEmbedder, Embedder
from findling.paths import LibraryPaths
from findling.storage.vector_table import Space
from secondmodel import BUNDLED, STAND_IN, install_stand_in
from workspace import Workspace

TEXTS = {
    f"{subject}.md": "\n\n".join([f"# {subject}", *(f"{number}. {line}" for number in range(12) for line in lines)])
    for subject, lines in {
        "Boats": ["The harbour master counts the fishing boats.", "Herring is landed before dawn."],
        "Garden": ["Tomatoes want sun and much water.", "The slugs come after rain."],
        "Kitchen": ["Let the dough rest for an hour.", "Bread is baked at a high heat."],
        "Money": ["The rent is due on the first.", "The insurance pays for the washing machine."],
    }.items()
}
QUERIES = {"ships that catch fish": "Boats.md", "growing vegetables": "Garden.md", "making a loaf": "Kitchen.md"}

KILLS = 6

RUN = """
import sys
from dataclasses import replace
from pathlib import Path
from workspace import Workspace
from findling.paths import LibraryPaths
from findling.settings import Settings
workspace = Workspace(Path(sys.argv[1]), LibraryPaths.inside(Path(sys.argv[2])), Settings(threads=1, model="stand-in"))
def should_stop():
    print("going on", flush=True)
    return False

workspace.index(should_stop=should_stop)
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Workspace:
    """A library that the bundled model answers, with the other one installed."""
    workspace = Workspace.at(tmp_path_factory.mktemp("filled"))
    for name, text in TEXTS.items():
        workspace.write(name, text)
    workspace.index()
    install_stand_in(workspace.paths, passage_tokens=100)
    return workspace


@pytest.fixture
def workspace(filled, tmp_path) -> Workspace:
    shutil.copytree(filled.paths.data, tmp_path / "library")
    return Workspace(filled.folder, LibraryPaths.inside(tmp_path / "library"))


def changing(workspace: Workspace, **settings: object) -> Workspace:
    return replace(workspace, settings=replace(workspace.settings, model=STAND_IN, **settings))


def advance(workspace: Workspace, steps: int) -> list[Progress]:
    """Advance a migration by some steps, without a scan."""
    reported: list[Progress] = []
    with (
        workspace.writing() as indexer,
        IndexingSession(workspace.paths, workspace.settings, indexer.database) as session,
    ):
        for _ in range(steps):
            clock = RunClock(reported.append)
            if not session.advance(clock, lambda: False):
                break
    return reported


def answering(workspace: Workspace) -> str:
    with workspace.looking_inside() as database:
        space = database.spaces.active()
        assert space is not None
        return space.model


def vectors(workspace: Workspace, model: str) -> int:
    with workspace.looking_inside() as database:
        return sum(database.vectors.count(space.id) for space in database.spaces.all() if space.model == model)


def assert_answers(workspace: Workspace) -> None:
    found = workspace.search_all(QUERIES, [Mode.MEANING], limit=1)
    assert {query: found[query, Mode.MEANING] for query in QUERIES} == {q: [name] for q, name in QUERIES.items()}


def step_by(monkeypatch, passages: int) -> None:
    """Fix the batch size."""
    monkeypatch.setattr("findling.indexing.adaptive_batch._FIRST", passages)
    monkeypatch.setattr("findling.indexing.adaptive_batch._MOST", passages)


def test_the_old_model_answers_until_everything_is_embedded_with_the_new_one(workspace, monkeypatch):
    step_by(monkeypatch, 1)
    other = changing(workspace)
    for left in (3, 2, 1):
        progress = advance(other, 1)[0]
        assert (progress.doing, progress.pending, progress.found) == ("changing", left + 1, 4)
        with other.reading() as library:
            assert library.status().change == ModelChange(STAND_IN, 4, left)
            assert library.status().model == BUNDLED
        assert answering(other) == BUNDLED
        assert_answers(other)
    advance(other, 2)
    assert answering(other) == STAND_IN
    assert_answers(other)


def test_a_changed_library_is_as_if_the_model_had_been_there_from_the_start(workspace, tmp_path):
    other, before = changing(workspace), workspace.contents()
    other.index()
    fresh = replace(changing(Workspace.at(tmp_path / "fresh")), folder=workspace.folder)
    install_stand_in(fresh.paths, passage_tokens=100)
    fresh.index()

    assert other.contents() == fresh.contents() != before
    modes = (Mode.MEANING, Mode.HYBRID)
    assert other.search_all(QUERIES, modes) == fresh.search_all(QUERIES, modes)
    with other.reading() as library:
        assert library.status().change is None


def test_a_change_reads_no_file_again(workspace):
    other = changing(workspace)
    for name in TEXTS:
        workspace.write(name, "Nothing of all that is in this file any more.")
    advance(other, 100)
    for name, text in TEXTS.items():
        workspace.write(name, text)
    assert answering(other) == STAND_IN
    assert {text for text, _ in other.contents().values()} == {text for text, _ in workspace.contents().values()}
    assert_answers(other)


def test_an_open_library_goes_over_to_the_new_model_between_two_questions(workspace):
    other = changing(workspace)
    with other.reading() as library:
        before = library.search("growing vegetables", mode=Mode.MEANING)
        other.index()
        after = library.search("growing vegetables", mode=Mode.MEANING)
        assert library.status().model == STAND_IN
    assert before.results[0].path == after.results[0].path


def test_a_stopped_change_goes_on_where_it_was(workspace, monkeypatch):
    step_by(monkeypatch, 1)
    other = changing(workspace)
    advance(other, 2)
    half = vectors(other, STAND_IN)
    with other.looking_inside() as database:
        first = {space.model: space.id for space in database.spaces.all()}[STAND_IN]
        kept = [v.first_passage for v in database.vectors.between(0, 2**62, database.spaces.all()[-1])]
    advance(other, 100)
    assert 0 < half < vectors(other, STAND_IN)
    with other.looking_inside() as database:
        (space,) = [space for space in database.spaces.all() if space.model == STAND_IN]
        now = [found.first_passage for found in database.vectors.between(0, 2**62, space)]
    assert (space.id, now[: len(kept)], len(now)) == (first, kept, 4)


def test_what_is_embedded_when_a_stop_comes_is_kept(workspace):
    other, reported = changing(workspace), []
    with other.writing() as indexer, IndexingSession(other.paths, other.settings, indexer.database) as session:
        session.advance(RunClock(reported.append), lambda: bool(reported))
    assert vectors(other, STAND_IN) > 0
    assert answering(other) == BUNDLED


def test_a_change_that_is_given_up_leaves_nothing(workspace, monkeypatch):
    step_by(monkeypatch, 1)
    advance(changing(workspace), 2)
    assert vectors(workspace, STAND_IN)
    summary = workspace.index()
    assert (summary.chunks, vectors(workspace, STAND_IN)) == (0, 0)
    assert answering(workspace) == BUNDLED
    assert [entry.name for entry in workspace.paths.vectors.glob("*")] in ([], ["1"])
    assert_answers(workspace)


def test_the_old_vectors_go_once_the_new_model_answers(workspace):
    changing(workspace).index()
    assert vectors(workspace, BUNDLED) == 0
    with workspace.looking_inside() as database:
        assert [space.model for space in database.spaces.all()] == [STAND_IN]
        assert database.find_damage() == ""


def test_kept_vectors_make_going_back_a_matter_of_a_moment(workspace):
    other = changing(workspace, keep_vectors=True)
    other.index()
    assert vectors(other, BUNDLED)
    workspace.write("New.md", "# Rowing\n\nWe row on the lake on Sundays.")
    other.index()
    back = replace(other, settings=replace(other.settings, model=BUNDLED))
    with other.looking_inside() as database:
        before = [found.first_passage for found in database.vectors.between(0, 2**62, database.spaces.all()[0])]
    advance(back, 100)
    (workspace.folder / "New.md").unlink()
    with back.looking_inside() as database:
        after = [found.first_passage for found in database.vectors.between(0, 2**62, database.spaces.all()[0])]
    assert (after[:-1], len(after)) == (before, 5)
    assert answering(back) == BUNDLED
    assert_answers(back)


def test_what_is_new_meanwhile_is_found_by_the_old_model_at_once(workspace, tmp_path):
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "Rowing.md").write_text("We row across the lake on Sundays.")
    other = changing(workspace)
    with other.writing() as indexer:
        indexer.add(folder)
        folders = [(each, each.path) for each in indexer.database.folders.all()]
        scan_folders(Scanner(indexer.database, ()), folders, RunClock(lambda _: None), should_stop=lambda: False)
        with IndexingSession(other.paths, other.settings, indexer.database) as session:
            session.work(RunClock(lambda _: None), lambda: False)
    assert answering(other) == BUNDLED
    assert other.search("sculling over water", Mode.MEANING, limit=1) == ["Rowing.md"]
    advance(other, 100)
    assert answering(other) == STAND_IN
    assert other.search("sculling over water", Mode.MEANING, limit=1) == ["Rowing.md"]


def test_a_library_that_is_followed_changes_by_itself_and_takes_in_what_comes_meanwhile(
    workspace, tmp_path, monkeypatch
):
    step_by(monkeypatch, 1)
    other, reported = changing(workspace), []
    with other.writing() as indexer:

        def done() -> bool:
            answers = indexer.database.spaces.active()
            return answers is not None and answers.model == STAND_IN

        indexer.follow(reported.append, done)
    assert answering(other) == STAND_IN
    assert {progress.doing for progress in reported} >= {"changing"}
    assert (reported[-1].doing, reported[-1].pending) == ("watching", 0), (
        "who hears of it must not take it to go on for ever"
    )
    assert_answers(other)


def test_who_follows_a_library_that_no_change_goes_on_in_hears_so_at_once(workspace, monkeypatch):
    step_by(monkeypatch, 1)
    assert advance(changing(workspace), 2)[-1].doing == "changing"
    reported: list[Progress] = []
    with workspace.writing() as indexer:
        indexer.follow(reported.append, lambda: bool(reported))
    assert [(progress.doing, progress.found, progress.pending) for progress in reported] == [
        ("watching", len(TEXTS), 0)
    ]


def test_where_the_old_model_is_gone_the_new_one_answers_with_what_it_has(workspace, monkeypatch):
    step_by(monkeypatch, 1)
    changing(workspace).index()
    shutil.rmtree(workspace.paths.models / STAND_IN)
    advance(workspace, 1)
    assert answering(workspace) == BUNDLED
    assert len(workspace.search("anything", Mode.MEANING)) == 1
    workspace.index()
    assert_answers(workspace)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_killed_at_any_moment_the_old_model_answers_or_the_new_one_does(workspace):
    chance = random.Random(4)
    other = changing(workspace)
    kills = 0
    for _ in range(KILLS):
        program = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n{RUN}"
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(workspace.folder), str(workspace.paths.data)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        for _ in range(chance.randint(1, 60)):
            process.stdout.readline()
        kills += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert_answers(other)
        with workspace.looking_inside() as database:
            assert database.find_damage() == ""
    other.index()
    assert kills
    assert answering(other) == STAND_IN
    assert_answers(other)


def test_vectors_come_only_into_the_space_of_what_made_them(workspace):
    embedder = Embedder.open(workspace.paths, workspace.settings)
    with pytest.raises(ValueError, match="do not belong"):
        BoundEmbedder(embedder, Space(9, f"{embedder.fingerprint}, cut otherwise", BUNDLED, 384))


@pytest.mark.parametrize("part", ["model", "precision", "graph", "tokenizer"])
def test_questions_go_only_into_the_space_of_the_same_model_precision_graph_and_tokenizer(workspace, part):
    embedder = Embedder.open(workspace.paths, workspace.settings)
    encoder, _, rules = embedder.fingerprint.partition("|")
    parts = dict(zip(("model", "precision", "graph", "tokenizer"), encoder.split(":"), strict=True))
    other = ":".join({**parts, part: "another"}.values())

    assert embedder.fits_queries(Space(9, f"{encoder}|{rules}", BUNDLED, 384))
    assert embedder.fits_queries(Space(9, f"{encoder}|other rules", BUNDLED, 384))
    assert not embedder.fits_queries(Space(9, f"{other}|{rules}", BUNDLED, 384))


def test_a_library_of_another_model_is_answered_by_that_model_whatever_the_settings_say(workspace):
    with replace(workspace, settings=replace(workspace.settings, model=STAND_IN)).reading() as library:
        status = library.status()
    assert (status.model, status.change) == (BUNDLED, ModelChange(STAND_IN, 4, 4))


@pytest.fixture
def lost(workspace) -> Workspace:
    """A library in which the other model answered, until its folder was deleted."""
    other = changing(workspace)
    other.index()
    shutil.rmtree(workspace.paths.models / STAND_IN)
    return other


@pytest.mark.parametrize("mode", Mode)
def test_where_the_files_of_the_model_are_gone_words_are_found_and_a_note_says_why(lost, mode):
    with lost.reading() as library:
        answer = library.search("fishing boats", mode=mode)
        assert library.status().model == STAND_IN
    if mode is not Mode.MEANING:
        assert answer.results[0].path.name == "Boats.md"
    if mode is Mode.WORDS:
        assert answer.notes == ()
    else:
        (note,) = answer.notes
        assert note.message is ModelMessage.ONLY_WORDS_FILES_GONE
        (remedy,) = note.remedies
        assert remedy == ModelRemedy.INSTALL_AGAIN_FROM_FOLDER_OR_CHOOSE(model=STAND_IN, other=BUNDLED)


def test_a_change_to_a_model_whose_files_are_gone_stops_and_the_old_one_answers(workspace, monkeypatch):
    step_by(monkeypatch, 1)
    other = changing(workspace)
    with other.writing() as indexer, IndexingSession(other.paths, other.settings, indexer.database) as session:
        assert session.advance(RunClock(lambda _: None), lambda: False)
        shutil.rmtree(workspace.paths.models / STAND_IN)
        with pytest.raises(ModelError, match=f"The change to {STAND_IN} has stopped"):
            session.advance(RunClock(lambda _: None), lambda: False)
    assert answering(workspace) == BUNDLED
    assert_answers(workspace)
