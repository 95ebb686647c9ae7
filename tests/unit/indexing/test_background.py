"""A model that nobody judged is calibrated by how unrelated texts lie in the library."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.search import Relevance
from findling.indexing.background import read_unrelated_questions
from secondmodel import STAND_IN, install_stand_in
from workspace import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory, sample_library: Path) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("own-model"))
    shutil.copytree(sample_library, workspace.folder, dirs_exist_ok=True)
    workspace.paths.create()
    install_stand_in(workspace.paths)
    workspace = replace(workspace, settings=replace(workspace.settings, model=STAND_IN))
    workspace.index()
    return workspace


def forget_background(workspace: Workspace) -> None:
    with workspace.writing() as indexer, indexer.database.transaction():
        indexer.database._connection.execute("UPDATE spaces SET background_mean = NULL")


def relevance(workspace: Workspace, query: str) -> Relevance:
    with workspace.reading() as library:
        return library.search(query).results[0].relevance


def test_questions_on_all_sorts_of_subjects_are_many_and_different():
    questions = read_unrelated_questions()
    assert len(questions) == len(set(questions)) >= 90
    assert all(len(question.split()) >= 3 for question in questions)


@pytest.mark.parametrize("query", ["qzxv blorp fnargle", "quantum chromodynamics lattice simulation"])
def test_a_model_of_ones_own_takes_nonsense_for_no_answer(workspace, query):
    assert relevance(workspace, query) is Relevance.WEAK


@pytest.mark.parametrize("query", ["guarantee of the washing machine", "when does the lease of the house end"])
def test_a_model_of_ones_own_is_sure_of_an_answer(workspace, query):
    assert relevance(workspace, query) in (Relevance.STRONG, Relevance.FAIR)


def test_while_nothing_is_known_no_word_is_said_and_the_next_run_finds_out(workspace):
    forget_background(workspace)
    assert relevance(workspace, "what do we pay for the flat in autumn") is Relevance.UNRATED
    workspace.index()
    assert relevance(workspace, "what do we pay for the flat in autumn") is not Relevance.UNRATED


def test_the_bundled_model_needs_no_background(tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("boiler.txt", "The old boiler loses a third of the heat through the flue.")
    workspace.index()
    with workspace.looking_inside() as database:
        space = database.spaces.active()
        assert space is not None
        assert database.spaces.background(space) is None
    assert relevance(workspace, "boiler heat") is not Relevance.UNRATED


@pytest.mark.parametrize("texts", [["One."], ["The same again."] * 10, ["", "a"]])
def test_a_library_of_hardly_anything_is_no_obstacle(tmp_path, texts):
    workspace = Workspace.at(tmp_path)
    workspace.paths.create()
    install_stand_in(workspace.paths)
    workspace = replace(workspace, settings=replace(workspace.settings, model=STAND_IN))
    for number, text in enumerate(texts):
        workspace.write(f"{number}.txt", text)
    workspace.index()
    with workspace.reading() as library:
        for query in ("one", "x", "1234 5678", "the same again", "word " * 10_000):
            library.search(query)
