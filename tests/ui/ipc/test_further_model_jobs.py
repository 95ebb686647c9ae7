"""Work that concerns rerankers, folders and servers, with real processes."""

from __future__ import annotations

import pytest

from findling.domain.models import FolderModel, ModelKind, Verification
from findling.embedding.catalogue import RerankerSpec, read_published
from findling.messages.keyring_templates import KeyringMessage
from findling.messages.server_templates import ServerMessage
from findling.paths import resources
from findling.processes.model_jobs.messages import CheckFiles, Examine, FilesChecked, TryServer, Verify
from findling.ui.i18n.notices import describe_message, describe_remedies
from findling.ui.ipc.model_job_client import ModelJobClient
from tinycrossencoder import install
from workspace import Workspace

RERANKER = next(spec.id for spec in read_published() if isinstance(spec, RerankerSpec))
BUNDLED = resources() / "models" / "all-MiniLM-L6-v2"


@pytest.fixture
def paths(tmp_path):
    paths = Workspace.at(tmp_path).paths
    paths.create()
    return paths


@pytest.fixture
def work(qtbot, paths):
    work = ModelJobClient(paths)
    yield work
    work.leave()


@pytest.fixture
def do(qtbot, work):
    """Do a job; return what came of it, or the notice with which it was refused."""
    outcomes = []
    work.done.connect(lambda _, outcome: outcomes.append(outcome))
    work.refused.connect(lambda _, notice: outcomes.append(notice))

    def do(job):
        count = len(outcomes)
        work.start(job)
        qtbot.waitUntil(lambda: len(outcomes) > count)
        return outcomes[-1]

    return do


def test_a_reranker_is_verified_and_measured_before_it_is_used(do, paths):
    install(paths.models)
    assert do(CheckFiles(RERANKER)) == FilesChecked(RERANKER, ModelKind.RERANKER)
    assert RERANKER in (paths.cache / "rerankers.json").read_text("utf-8")
    found = do(Verify(RERANKER))
    assert isinstance(found, Verification)
    assert found.ok
    assert found.query_ms > 0


def test_a_folder_is_looked_into(do, tmp_path):
    said = do(Examine(BUNDLED))
    assert isinstance(said, FolderModel)
    assert said.query_prefix is None
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "model.zip").write_bytes(b"PK")
    refused = do(Examine(folder))
    assert "holds an archive, model.zip" in describe_message(refused)
    assert describe_remedies(refused) == "Unpack it first."


def test_a_server_to_which_nothing_is_sent_is_refused_in_words(do):
    refused = do(TryServer("http://box.example"))
    assert refused.message is ServerMessage.READABLE_ON_THE_WAY
    assert "https" in describe_remedies(refused)


def test_a_key_without_a_keyring_is_refused_in_words(do, monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    assert do(TryServer("http://127.0.0.1:9", "secret")).message is KeyringMessage.NO_KEYRING
