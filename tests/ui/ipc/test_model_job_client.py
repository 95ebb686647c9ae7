"""Work on models, with real processes and the bundled model."""

from __future__ import annotations

import sys

import pytest

from findling.domain.models import Verification
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.system_templates import SystemMessage
from findling.paths import resources
from findling.processes.model_jobs.messages import (
    Discard,
    Discarded,
    Install,
    Installed,
    InstallOwn,
    Measure,
    Measured,
    Verify,
)
from findling.ui.i18n.notices import describe_remedies
from findling.ui.ipc.model_job_client import ModelJobClient
from workspace import Workspace

BUNDLED = "all-MiniLM-L6-v2"
FOLDER = resources() / "models" / BUNDLED


class Heard:
    """Outcomes of jobs."""

    def __init__(self, work: ModelJobClient) -> None:
        self.outcomes: list = []
        self.stopped: list = []
        self.transfers: list = []
        work.done.connect(lambda _, outcome: self.outcomes.append(outcome))
        work.refused.connect(lambda _, notice: self.outcomes.append(notice))
        work.stopped.connect(self.stopped.append)
        work.progressed.connect(lambda _, transfer: self.transfers.append(transfer))


@pytest.fixture
def paths(tmp_path):
    return Workspace.at(tmp_path).paths


@pytest.fixture
def work(qtbot, paths):
    work = ModelJobClient(paths)
    yield work
    work.leave()


@pytest.fixture
def heard(work):
    return Heard(work)


def await_outcome(qtbot, heard):
    count = len(heard.outcomes)
    qtbot.waitUntil(lambda: len(heard.outcomes) > count)
    return heard.outcomes[-1]


def test_the_bundled_model_is_verified(qtbot, work, heard):
    work.start(Verify(BUNDLED))
    assert work.is_busy(BUNDLED)
    found = await_outcome(qtbot, heard)
    assert isinstance(found, Verification)
    assert found.ok
    assert not work.is_busy(BUNDLED)


def test_a_model_of_ones_own_is_installed_when_it_is_described_and_can_be_removed(qtbot, work, heard, paths):
    work.start(InstallOwn(model="mine", folder=FOLDER))
    refused = await_outcome(qtbot, heard)
    assert refused.message is ModelMessage.NOT_ALL_SAID
    assert "--query-prefix" in describe_remedies(refused)
    work.start(InstallOwn(model="mine", folder=FOLDER, query_prefix=""))
    installed = await_outcome(qtbot, heard)
    assert isinstance(installed, Installed)
    assert installed.verification.ok
    assert heard.transfers
    assert (paths.models / "mine").is_dir()
    work.start(Discard("mine"))
    assert isinstance(await_outcome(qtbot, heard), Discarded)
    assert not (paths.models / "mine").exists()


def test_the_model_in_use_is_not_removed(qtbot, work, heard):
    work.start(Discard(BUNDLED))
    assert await_outcome(qtbot, heard) == ModelMessage.IN_USE(model=BUNDLED).advising(ModelRemedy.CHOOSE_OTHER_FIRST())


def test_a_hub_that_cannot_be_reached_is_told_of_in_words(qtbot, work, heard, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    work.start(Install("bge-base-en"))
    refused = await_outcome(qtbot, heard)
    assert refused.message is ModelMessage.HUB_UNREACHABLE
    assert refused.fact("address") == "http://127.0.0.1:9"


def test_measuring_can_be_left_off_while_the_model_is_verified(qtbot, work, heard):
    work.start(Measure(BUNDLED))
    work.start(Verify(BUNDLED))
    work.stop_measuring()
    qtbot.waitUntil(lambda: bool(heard.stopped))
    assert heard.stopped == [Measure(BUNDLED)]
    assert isinstance(await_outcome(qtbot, heard) if not heard.outcomes else heard.outcomes[0], Verification)


def test_hardware_is_measured(qtbot, work, heard):
    work.start(Measure(BUNDLED))
    measured = await_outcome(qtbot, heard)
    assert isinstance(measured, Measured)
    assert measured.providers[0].name == "CPUExecutionProvider"
    assert measured.providers[0].ok


def test_a_process_that_dies_is_told_of(qtbot, paths):
    work = ModelJobClient(paths, command=[sys.executable, "-c", "raise SystemExit(3)"])
    heard = Heard(work)
    work.start(Verify(BUNDLED))
    assert await_outcome(qtbot, heard).message is SystemMessage.MODEL_WORK_ENDED
    assert not work.is_busy(BUNDLED)


def test_a_program_that_is_not_there_is_told_of(qtbot, paths):
    work = ModelJobClient(paths, command=["/nowhere/findling"])
    heard = Heard(work)
    work.start(Verify(BUNDLED))
    qtbot.waitUntil(lambda: bool(heard.outcomes))
