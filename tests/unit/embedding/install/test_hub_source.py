"""Installation from a hub, a local server that misbehaves on demand."""

from __future__ import annotations

import dataclasses
import os
import resource
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import installprogram
from findling.domain.job_progress import Transfer
from findling.embedding.catalogue import FileRole, InstalledModel
from findling.embedding.encoder import Encoder
from findling.embedding.install.hub_source import HubSource
from findling.embedding.install.installer import InstallationStoppedError, Installer
from findling.embedding.model_manifest import MANIFEST
from findling.embedding.model_store import ModelStore
from findling.errors import FindlingError, ModelError, UsageError
from findling.messages.model_templates import ModelMessage
from installprogram import NAME, published
from modelhub import Behaviour, Hub, running_hub
from waiting import PATIENCE_SECONDS

PROGRAM = Path(installprogram.__file__)
GRAPH = "model.onnx"


@pytest.fixture(scope="module")
def serving(installed: InstalledModel) -> Iterator[Hub]:
    with running_hub(installed.folder) as hub:
        yield hub


@pytest.fixture
def hub(serving: Hub, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The hub, well-behaved again, and named as the one to ask."""
    serving.behaviour = Behaviour()
    serving.requests.clear()
    monkeypatch.setenv("HF_ENDPOINT", serving.address)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    return serving


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", [published()])


def install(store: ModelStore) -> list[Transfer]:
    told: list[Transfer] = []
    Installer(store, report=told.append).install(published(), HubSource(published()))
    return told


def is_nowhere(store: ModelStore) -> bool:
    return not store.has(NAME) and not store.folder_of(NAME).exists()


def test_a_model_of_the_hub_gives_the_same_vectors(hub: Hub, store: ModelStore, encoder: Encoder):
    told = install(store)
    assert (told[-1].done, told[-1].total) == (published().bytes, published().bytes)
    assert [step.done for step in told] == sorted(step.done for step in told)
    vectors = Encoder.open(store.model(NAME)).encode_passages(["a rowing boat", "the tax adviser's letter"])
    assert np.array_equal(vectors, encoder.encode_passages(["a rowing boat", "the tax adviser's letter"]))


def test_its_licence_and_manifest_lie_beside_it_and_nothing_else_does(hub: Hub, store: ModelStore):
    store.partial_folder(NAME).mkdir(parents=True)
    (store.partial_folder(NAME) / "model.onnx.0123456789ab").write_bytes(b"the beginning of another version")
    install(store)
    names = {path.name for path in store.folder_of(NAME).rglob("*") if path.is_file()}
    assert names == {Path(file.path).name for file in published().files} | {"LICENSE", MANIFEST}
    assert not store.partial_folder(NAME).exists()


def test_the_hub_learns_nothing_of_who_asks(hub: Hub, store: ModelStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HF_TOKEN", "hf_of_somebody")
    install(store)
    sent = {name for request in hub.requests for name in request.headers}
    assert not sent & {"authorization", "cookie", "referer"}
    agents = {request.headers["user-agent"] for request in hub.requests}
    assert all(agent.startswith("findling/") for agent in agents)
    assert all(f"/resolve/{published().revision}/" in request.path for request in hub.requests)


def test_a_redirect_is_followed(hub: Hub, store: ModelStore):
    hub.behaviour.redirects = True
    install(store)
    assert [request.path for request in hub.downloads(GRAPH)][-1].startswith("/elsewhere/")
    store.model(NAME).verify()


def test_connections_that_break_off_are_taken_up_where_they_broke(hub: Hub, store: ModelStore):
    hub.behaviour.cuts = 2
    install(store)
    starts = [request.start for request in hub.downloads(GRAPH)]
    assert starts == [0, hub.behaviour.cut_after, 2 * hub.behaviour.cut_after]
    store.model(NAME).verify()


def test_a_hub_that_knows_no_ranges_is_begun_anew(hub: Hub, store: ModelStore):
    hub.behaviour.cuts, hub.behaviour.knows_ranges = 1, False
    install(store)
    store.model(NAME).verify()


def test_a_hub_that_falls_silent_is_asked_again(hub: Hub, store: ModelStore):
    hub.behaviour.silences = 1
    Installer(store).install(published(), HubSource(published(), timeout=0.4))
    # On a slow machine a hub that is about to speak may be taken for a silent one as well.
    assert {0, hub.behaviour.cut_after} <= {request.start for request in hub.downloads(GRAPH)}
    store.model(NAME).verify()


def test_a_hub_that_stays_silent_is_given_up_in_words(hub: Hub, store: ModelStore):
    hub.behaviour.silences, hub.behaviour.cut_after = 100, 0
    with pytest.raises(ModelError, match=f"{hub.address} cannot be reached: .* what has arrived is kept"):
        Installer(store).install(published(), HubSource(published(), timeout=0.1))


def test_a_mirror_that_names_no_hashes_is_held_against_the_catalogue(hub: Hub, store: ModelStore):
    hub.behaviour.names_hashes = False
    hub.behaviour.damaged = GRAPH
    with pytest.raises(ModelError, match="not the one that was published"):
        install(store)
    hub.behaviour.damaged = "\0"
    install(store)
    store.model(NAME).verify()


def test_an_overloaded_hub_is_waited_for(hub: Hub, store: ModelStore):
    hub.behaviour.refusals = [503, 429]
    install(store)
    store.model(NAME).verify()


@pytest.mark.parametrize("path", [GRAPH, "tokenizer.json"])
def test_one_wrong_bit_is_no_installation_and_named(hub: Hub, store: ModelStore, path: str):
    hub.behaviour.damaged = path
    with pytest.raises(ModelError, match=f"The file {path} of {NAME} is damaged"):
        install(store)
    assert is_nowhere(store)
    hub.behaviour.damaged = "\0"
    install(store)
    store.model(NAME).verify()


def test_after_damage_the_good_files_are_not_asked_for_again(hub: Hub, store: ModelStore):
    hub.behaviour.damaged = "tokenizer.json"
    with pytest.raises(ModelError):
        install(store)
    hub.behaviour = Behaviour()
    install(store)
    assert len(hub.downloads(GRAPH)) == 1


def test_what_an_earlier_version_left_is_replaced(hub: Hub, store: ModelStore):
    store.partial_folder(NAME).mkdir(parents=True)
    (store.partial_folder(NAME) / "tokenizer.json").write_text("{}")
    install(store)
    store.model(NAME).verify()


def test_a_file_without_a_published_hash_is_held_against_what_the_hub_says(hub: Hub, store: ModelStore):
    files = tuple(dataclasses.replace(file, bytes=None, sha256=None) for file in published().files)
    unhashed = dataclasses.replace(published(), files=files)
    hub.behaviour.damaged = "tokenizer.json"
    with pytest.raises(ModelError, match=r"tokenizer\.json .* not the one that its source announced"):
        Installer(store).install(unhashed, HubSource(unhashed))
    hub.behaviour.damaged = "\0"
    Installer(store).install(unhashed, HubSource(unhashed))
    assert [file.sha256 for file in store.model(NAME).spec.files] == [file.sha256 for file in published().files]


def test_a_file_of_another_size_is_refused_before_it_is_fetched(hub: Hub, store: ModelStore):
    hub.behaviour.shorter = GRAPH
    (size,) = {file.bytes for file in published().files if file.path == GRAPH}
    with pytest.raises(ModelError, match=rf"model\.onnx .* not {size:,}"):
        install(store)
    assert not hub.downloads(GRAPH)


def test_a_missing_file_is_named_with_the_other_way(hub: Hub, store: ModelStore):
    hub.behaviour.missing = "tokenizer.json"
    with pytest.raises(ModelError, match=r"does not give the file tokenizer\.json .*404.* --from DIR"):
        install(store)
    assert is_nowhere(store)


def test_no_hub_at_all_is_told(store: ModelStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match=r"http://127\.0\.0\.1:9 cannot be reached: .* --from DIR"):
        install(store)


def test_a_hub_that_hangs_up_is_asked_once(store: ModelStore, monkeypatch: pytest.MonkeyPatch):
    calls: list[object] = []
    with socketserver.TCPServer(("127.0.0.1", 0), lambda *call: calls.append(call)) as server:
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        with pytest.raises(ModelError, match=r"cannot be reached: .* --from DIR"):
            install(store)
        server.shutdown()
        thread.join()
    assert len(calls) == 1


def test_a_name_that_is_not_known_is_told_without_the_systems_numbers(
    store: ModelStore, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HF_ENDPOINT", "http://hub.invalid")
    with pytest.raises(ModelError, match=r"hub\.invalid cannot be reached: there is no connection, or no machine of"):
        install(store)


def test_a_mirror_needs_an_address(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HF_ENDPOINT", "my mirror")
    with pytest.raises(UsageError, match="no address of a model server: my mirror"):
        HubSource(published())


def test_a_stop_is_heeded_in_the_middle_and_gone_on_from(hub: Hub, store: ModelStore):
    told: list[Transfer] = []
    installer = Installer(store, report=told.append, should_stop=lambda: len(told) > 100)
    with pytest.raises(InstallationStoppedError):
        installer.install(published(), HubSource(published()))
    assert is_nowhere(store)
    install(store)
    first, second = hub.downloads(GRAPH)
    assert first.start == 0 < second.start


def test_a_disk_without_room_is_said_before_anything_is_fetched(hub: Hub, store: ModelStore):
    files = tuple(
        dataclasses.replace(file, bytes=10**15) if file.role is FileRole.GRAPH else file for file in published().files
    )
    huge = dataclasses.replace(published(), files=files)

    class Announcing(HubSource):
        def offer(self, file):
            return dataclasses.replace(super().offer(dataclasses.replace(file, bytes=None)), bytes=file.bytes)

    with pytest.raises(FindlingError) as refused:
        Installer(store).install(huge, Announcing(huge))
    assert refused.value.notice.message is ModelMessage.NO_ROOM
    assert not hub.downloads(GRAPH)


def test_nothing_is_asked_for_a_model_that_is_installed(hub: Hub, store: ModelStore):
    install(store)
    hub.requests.clear()
    install(store)
    assert not hub.requests


def test_a_damaged_installation_is_repaired(hub: Hub, store: ModelStore):
    install(store)
    graph = store.model(NAME).path(FileRole.GRAPH)
    graph.write_bytes(graph.read_bytes()[:-1])
    install(store)
    store.model(NAME).verify()


# Whole processes, with real signals and limits.


def start(folder: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    output, errors = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, output, errors


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_download_goes_on_where_it_was(hub: Hub, store: ModelStore, end: signal.Signals):
    hub.behaviour.pause = 0.02
    process = start(store.folder)
    assert process.stdout
    for line in process.stdout:
        if int(line.split()[1]) > 2_000_000:
            process.send_signal(end)
            break
    code, _, errors = finish(process)
    assert (code, errors) == (130 if end is signal.SIGINT else -signal.SIGKILL, "")
    assert is_nowhere(store)
    hub.behaviour.pause = 0.0
    assert finish(start(store.folder))[0] == 0
    assert hub.downloads(GRAPH)[-1].start > 1_000_000
    store.model(NAME).verify()


def test_a_full_disk_is_said_in_words_and_costs_nothing_that_has_arrived(hub: Hub, store: ModelStore):
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(store.folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5_000_000, resource.RLIM_INFINITY)),
    )
    code, _, errors = finish(process)
    assert code == 1
    assert errors == f"The disk is full: {NAME} could not be installed. Make room, then start again: it goes on.\n"
    assert finish(start(store.folder))[0] == 0
    assert hub.downloads(GRAPH)[-1].start > 4_000_000


def test_two_processes_do_not_install_the_same_model_at_once(hub: Hub, store: ModelStore):
    hub.behaviour.pause = 0.01
    first = start(store.folder)
    assert first.stdout
    first.stdout.readline()
    code, _, errors = finish(start(store.folder))
    assert (code, errors) == (1, f"Another process is installing {NAME}. Wait until it is done.\n")
    assert finish(first)[0] == 0


def test_a_proxy_is_asked_where_the_environment_names_one(hub: Hub, store: ModelStore):
    process = start(store.folder, HF_ENDPOINT="http://hub.invalid", http_proxy=hub.address, no_proxy="")
    assert finish(process)[0] == 0
    assert {request.headers["host"] for request in hub.requests} == {"hub.invalid"}


def test_an_offline_environment_is_respected(hub: Hub, store: ModelStore):
    code, _, errors = finish(start(store.folder, HF_HUB_OFFLINE="1"))
    assert code == 1
    assert errors.startswith("The environment variable HF_HUB_OFFLINE forbids fetching models.")
    assert not hub.requests


def test_a_proxy_that_is_away_is_named_without_its_password(store: ModelStore):
    process = start(store.folder, HF_ENDPOINT="http://hub.invalid", http_proxy="http://me:secret@127.0.0.1:9")
    code, _, errors = finish(process)
    assert code == 1
    assert "cannot be reached through the proxy 127.0.0.1:9: nothing answers there" in errors
    assert "secret" not in errors
