"""The work of a switch to another model is known before anything is done."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from findling.cli.context import Context
from findling.cli.model_output import list_as_documents
from findling.errors import ModelError, UsageError
from findling.indexing.run_clock import RunClock
from findling.indexing.session import IndexingSession
from findling.models.active_model import find_active_model, remove_model
from findling.models.cost_estimate import SwitchPlan, plan_switch
from findling.models.embedder import SharedEmbedder
from findling.settings import write_settings
from secondmodel import BUNDLED, STAND_IN, install_stand_in
from workspace import Workspace


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A library of three documents that the bundled model answers, with another one installed."""
    workspace = Workspace.at(tmp_path)
    for subject in ("boats", "bread", "rent"):
        workspace.write(f"{subject}.txt", f"This text is about {subject} and about nothing else. " * 5)
    workspace.index()
    install_stand_in(workspace.paths)
    return workspace


def choosing(workspace: Workspace, model: str, **settings: object) -> Workspace:
    return replace(workspace, settings=replace(workspace.settings, model=model, **settings))


def begin_change(workspace: Workspace, monkeypatch) -> None:
    """Embed a document or two with the other model."""
    monkeypatch.setattr("findling.indexing.adaptive_batch._FIRST", 1)
    monkeypatch.setattr("findling.indexing.adaptive_batch._MOST", 1)
    with (
        workspace.writing() as indexer,
        IndexingSession(workspace.paths, workspace.settings, indexer.database) as session,
    ):
        session.advance(RunClock(lambda _: None), lambda: False)


def test_another_model_has_everything_to_embed_and_the_time_for_it_is_measured(workspace):
    prospect = plan_switch(workspace.paths, choosing(workspace, STAND_IN).settings)
    assert (prospect.model, prospect.answering) == (STAND_IN, BUNDLED)
    assert (prospect.documents, prospect.left) == (3, 3)
    assert prospect.seconds is not None
    assert prospect.seconds > 0


def test_the_model_that_answers_has_nothing_to_do(workspace):
    assert plan_switch(workspace.paths, workspace.settings) == SwitchPlan(model=BUNDLED, answering=BUNDLED, documents=3)


def test_a_change_that_was_begun_has_the_rest_to_do_and_the_old_model_nothing(workspace, monkeypatch):
    other = choosing(workspace, STAND_IN)
    begin_change(other, monkeypatch)
    prospect = plan_switch(workspace.paths, other.settings)
    assert (prospect.answering, prospect.documents, prospect.left) == (BUNDLED, 3, 2)
    assert plan_switch(workspace.paths, workspace.settings) == SwitchPlan(model=BUNDLED, answering=BUNDLED, documents=3)


def test_kept_vectors_leave_nothing_to_embed(workspace):
    choosing(workspace, STAND_IN, keep_vectors=True).index()
    assert plan_switch(workspace.paths, workspace.settings) == SwitchPlan(
        model=BUNDLED, answering=STAND_IN, documents=3
    )


def test_a_server_s_time_is_not_guessed(workspace):
    remote = choosing(workspace, STAND_IN, remote="http://127.0.0.1:9").settings
    assert plan_switch(workspace.paths, remote).seconds is None


def test_without_a_library_there_is_nothing_to_change(tmp_path):
    empty = Workspace.at(tmp_path)
    assert plan_switch(empty.paths, empty.settings) == SwitchPlan(model=BUNDLED)
    assert find_active_model(empty.paths) == ""


def test_a_model_that_is_not_there_has_no_prospect(workspace):
    with pytest.raises(ModelError, match="no model named nonsense"):
        plan_switch(workspace.paths, choosing(workspace, "nonsense").settings)


def test_what_searches_loads_the_model_that_answers_and_not_the_one_on_its_way(workspace):
    other = choosing(workspace, STAND_IN)
    assert find_active_model(workspace.paths) == BUNDLED
    shared = SharedEmbedder(other.paths, other.settings)
    assert shared.get().encoder.spec.id == BUNDLED
    shutil.rmtree(workspace.paths.models / STAND_IN)
    with other.reading() as library:
        assert library.search("boats").results[0].path.name == "boats.txt"


def test_where_the_model_that_answers_is_gone_the_one_of_the_settings_is_loaded(workspace):
    choosing(workspace, STAND_IN).index()
    shutil.rmtree(workspace.paths.models / STAND_IN)
    assert SharedEmbedder(workspace.paths, workspace.settings).get().encoder.spec.id == BUNDLED


def test_files_that_are_still_to_be_read_are_told_of_since_they_come_first(workspace):
    for subject in ("trains", "taxes"):
        workspace.write(f"{subject}.txt", f"This text is about {subject}. " * 5)
    with workspace.writing() as indexer:
        indexer.index([workspace.folder], report=lambda _: None, should_stop=lambda: _is_waiting(workspace))
    assert plan_switch(workspace.paths, choosing(workspace, STAND_IN).settings).waiting == 2


def _is_waiting(workspace: Workspace) -> bool:
    with workspace.looking_inside() as database:
        return database.files.counts().pending > 1


def test_a_model_that_is_on_its_way_is_not_removed_and_the_way_out_is_named(workspace, monkeypatch):
    other = choosing(workspace, STAND_IN)
    begin_change(other, monkeypatch)
    with pytest.raises(UsageError, match=f"on its way to take over from {BUNDLED}.*findling models use {BUNDLED}"):
        remove_model(other.paths, other.settings, STAND_IN)


def test_a_model_that_answers_is_not_removed_and_the_way_out_is_named(workspace, monkeypatch):
    other = choosing(workspace, STAND_IN)
    other.index()
    begin_change(workspace, monkeypatch)
    with pytest.raises(UsageError, match=f"The index of {STAND_IN} still answers.*findling models use {STAND_IN}"):
        remove_model(workspace.paths, workspace.settings, STAND_IN)


def test_the_list_of_models_tells_who_answers_and_how_far_the_other_one_is(workspace, monkeypatch):
    other = choosing(workspace, STAND_IN)
    begin_change(other, monkeypatch)
    other.paths.create()
    write_settings(other.paths.settings, other.settings)
    listed = {
        model["id"]: model for model in list_as_documents(Context(other.paths, True, False, False, lambda *_, **__: 0))
    }
    assert listed[BUNDLED]["answers"]
    assert listed[BUNDLED]["taking_over"] is None
    assert not listed[STAND_IN]["answers"]
    assert listed[STAND_IN]["taking_over"] == {"documents": 3, "left": 2}
