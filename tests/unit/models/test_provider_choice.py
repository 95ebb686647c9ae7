"""Providers are tried once, remembered, and not tried again where they ended the process."""

from __future__ import annotations

import json
import multiprocessing
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from findling.embedding.providers import PROCESSOR, Provider
from findling.errors import RemoteError
from findling.messages.model_templates import ModelMessage
from findling.models.embedder import installed_model
from findling.models.provider_choice import ProviderSelector, ProviderUse, read_use, write_use
from findling.paths import LibraryPaths
from workspace import Workspace

ABSENT = Provider("CUDAExecutionProvider", ModelMessage.NVIDIA())
FATAL = Provider("DmlExecutionProvider", ModelMessage.DIRECTML(), "fatal_card")
"""Provider with a plug-in where a test puts it: a driver that ends the process that loads it."""
FOUND = (PROCESSOR, ABSENT, FATAL)
SECONDS = 0.2


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    workspace.paths.create()
    return workspace


def test_with_nothing_to_choose_from_nothing_is_tried(workspace):
    choice = ProviderSelector(workspace.paths, workspace.settings, (PROCESSOR,)).choose(
        installed_model(workspace.paths, workspace.settings.model)
    )
    assert (choice.provider, choice.trials, choice.notice) == (PROCESSOR, (), None)


def test_what_was_tried_is_remembered(workspace):
    model = installed_model(workspace.paths, workspace.settings.model)
    first = ProviderSelector(workspace.paths, workspace.settings, FOUND, SECONDS).choose(model)
    again = ProviderSelector(workspace.paths, workspace.settings, FOUND, SECONDS).choose(model)
    assert first.provider == again.provider == PROCESSOR
    assert first.trials == again.trials
    assert [trial.ok for trial in first.trials] == [True, False, False]


def test_another_machine_or_a_damaged_record_is_tried_anew(workspace):
    model = installed_model(workspace.paths, workspace.settings.model)
    ProviderSelector(workspace.paths, workspace.settings, FOUND, SECONDS).choose(model)
    (workspace.paths.cache / "providers.json").write_text("{")
    assert len(ProviderSelector(workspace.paths, workspace.settings, FOUND, SECONDS).choose(model).trials) == 3
    assert len(ProviderSelector(workspace.paths, workspace.settings, FOUND[:2], SECONDS).choose(model).trials) == 2


def test_what_an_older_release_remembered_is_tried_anew(workspace):
    model = installed_model(workspace.paths, workspace.settings.model)
    hardware = ProviderSelector(workspace.paths, workspace.settings, FOUND[:2], SECONDS)
    tried = hardware.measure(model)
    record = workspace.paths.cache / "providers.json"
    remembered = json.loads(record.read_text())
    for trial in remembered["trials"]:
        trial |= {"words": "graphics card", "detail": "there is no such device" if trial["detail"] else ""}
    record.write_text(json.dumps(remembered))
    assert hardware.recall(model) == ()
    assert [trial.ok for trial in hardware.measure(model)] == [trial.ok for trial in tried]
    assert hardware.recall(model)


def test_a_choice_of_the_users_is_kept_to_and_one_that_is_not_there_is_told_of(workspace):
    model = installed_model(workspace.paths, workspace.settings.model)
    chosen = replace(workspace.settings, provider=ABSENT.name)
    assert ProviderSelector(workspace.paths, chosen, FOUND, SECONDS).choose(model).provider == ABSENT
    missing = ProviderSelector(workspace.paths, chosen, (PROCESSOR,)).choose(model)
    assert missing.provider == PROCESSOR
    assert missing.notice == ModelMessage.DEVICE_MISSING(name=ABSENT.name)


def _die_trying(folder: Path, paths: LibraryPaths) -> None:
    workspace = Workspace(folder, paths)
    (folder / "fatal_card.py").write_text("import os; os._exit(70)")
    sys.path.insert(0, str(folder))
    ProviderSelector(workspace.paths, workspace.settings, FOUND, SECONDS).choose(
        installed_model(workspace.paths, workspace.settings.model)
    )


def test_what_ended_the_process_is_not_tried_again(workspace):
    child = multiprocessing.get_context("spawn").Process(target=_die_trying, args=(workspace.folder, workspace.paths))
    child.start()
    child.join()
    assert child.exitcode == 70

    trials = (
        ProviderSelector(workspace.paths, workspace.settings, FOUND, SECONDS)
        .choose(installed_model(workspace.paths, workspace.settings.model))
        .trials
    )

    assert [(trial.device, trial.ok) for trial in trials] == [
        (PROCESSOR.device, True), (ABSENT.device, False), (FATAL.device, False),
    ]  # fmt: skip
    assert trials[-1].detail == ModelMessage.ENDED_PROCESS()
    assert json.loads((workspace.paths.cache / "providers.json").read_text())["fatal"] == [FATAL.name]


def test_what_really_computes_is_there_for_other_processes_to_know(workspace):
    assert read_use(workspace.paths) == ProviderUse("CPUExecutionProvider")
    lost = ProviderUse(ABSENT.name, ModelMessage.DEVICE_FAILED(device=ABSENT.device))
    write_use(workspace.paths, lost)
    assert read_use(workspace.paths) == lost


@pytest.mark.parametrize(
    "notice",
    [
        "The graphics card failed; the processor goes on in its place, and nothing is lost.",
        "",
        7,
        {"code": "model.device_failed", "facts": {}},
        {"code": "model.melted", "facts": {}},
    ],
)
def test_a_notice_that_another_release_wrote_is_as_none(workspace, notice):
    (workspace.paths.cache / "computing.json").write_text(json.dumps({"provider": ABSENT.name, "notice": notice}))
    assert read_use(workspace.paths) == ProviderUse(ABSENT.name)


def test_status_tells_what_indexing_computed_with(workspace):
    workspace.write("a.txt", "A boat brought herring to the harbour.")
    chosen = replace(workspace, settings=replace(workspace.settings, provider="CUDAExecutionProvider"))
    summary = chosen.index()
    assert ModelMessage.DEVICE_MISSING(name="CUDAExecutionProvider") in summary.notes
    with chosen.reading() as library:
        assert library.status().provider == "CPUExecutionProvider"
        assert library.status().notices == (ModelMessage.DEVICE_MISSING(name="CUDAExecutionProvider"),)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"remote": "nonsense"}, "Nothing can be sent to the server that the settings name. nonsense is no address"),
        ({"provider": "Bogus"}, "There is no Bogus on this computer; the processor stands in for it."),
    ],
)
def test_status_says_what_the_settings_name_and_is_not_there(workspace, wrong, said):
    workspace.write("a.txt", "A boat brought herring to the harbour.")
    workspace.index()
    with replace(workspace, settings=replace(workspace.settings, **wrong)).reading() as library:
        status = library.status()
    (notice,) = status.notices
    assert said in str(notice)
    assert status.remote == ""


def test_status_says_why_nothing_is_embedded_any_more_until_it_goes_on(workspace, monkeypatch):
    monkeypatch.setenv("FINDLING_REMOTE_KEY", "a key")
    workspace.write("a.txt", "A boat brought herring to the harbour.")
    far = replace(workspace, settings=replace(workspace.settings, remote="http://127.0.0.1:9"))
    with pytest.raises(RemoteError):
        far.index()
    with far.reading() as library:
        assert "nothing answers there" in str(library.status().notices[-1])
    workspace.index()
    with workspace.reading() as library:
        assert library.status().notices == ()
