"""Forgetting everything takes what Findling entered elsewhere for that library, and nothing of anybody else's."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from findling.errors import FindlingError
from findling.footprint.login_item import login_item
from findling.footprint.search_files import runner_path, service_path
from findling.messages.library_templates import LibraryMessage
from findling.messages.wipe_templates import WipeMessage
from findling.paths import LibraryPaths, resources
from findling.processes.whole_wipe import WholeWipe, WipeOutcome
from findling.settings import Settings, write_settings
from findling.sharing.assistants import Assistant, find_entry, list_assistants, register_assistant
from findling.team.library_address import LibraryAddress
from findling.team.membership import Membership, write_membership
from findling.team.team_passwords import store_password
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere entries lie in other places")

SERVER, EARLIER = "https://embed.example.org", "https://earlier.example.org"
WITH_SERVER = Settings(remote=SERVER)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> Path:
    home = tmp_path / "ada"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "CODEX_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def key_store():
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


@pytest.fixture
def usual(home) -> LibraryPaths:
    paths = LibraryPaths.of_platform()
    paths.create()
    return paths


@pytest.fixture
def other(tmp_path) -> LibraryPaths:
    paths = LibraryPaths.inside(tmp_path / "other")
    paths.create()
    return paths


def wipe(paths: LibraryPaths, settings: Settings = WITH_SERVER, *, with_settings: bool = False) -> WipeOutcome:
    paths.create()
    paths.database.write_text("texts")
    return WholeWipe(paths, settings, with_settings=with_settings, patience=0).carry_out()


def assistant(name: str) -> Assistant:
    return next(each for each in list_assistants() if each.name == name)


def put_search_files(command: str = "/opt/findling/.venv/bin/findling") -> None:
    desktop = resources() / "desktop"
    service = (desktop / "org.findling.Search.service").read_text().replace("/usr/bin/findling", command)
    for path, text in (
        (service_path(), service),
        (runner_path(), (desktop / "findling-runner.desktop").read_text()),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_all_that_was_entered_for_the_library_goes_and_is_told(usual, key_store):
    for address in (SERVER, EARLIER):
        key_store.set_password("findling", address, "hunter2")
    register_assistant(assistant("cursor"), find_entry(usual))
    login_item().put()
    put_search_files()
    planned = WholeWipe(usual, WITH_SERVER, with_settings=False).plan()
    outcome = wipe(usual)
    assert outcome.is_whole
    assert {*planned.entries} <= {*outcome.entries}
    assert [each.message for each in outcome.entries] == [
        WipeMessage.SERVER_KEY,
        WipeMessage.ASSISTANT_ENTRY,
        WipeMessage.LOGIN_ENTRY,
        WipeMessage.SEARCH_ENTRY,
        WipeMessage.SEARCH_ENTRY,
        WipeMessage.SERVER_KEY,
    ]
    assert key_store.kept == {}
    assert json.loads(assistant("cursor").file.read_text())["mcpServers"] == {}
    assert login_item().read_command() == ()
    assert not any(path.exists() for path in (service_path(), runner_path()))
    with pytest.raises(FindlingError) as raised:
        WholeWipe(usual, WITH_SERVER, with_settings=False).plan()
    assert raised.value.notice.message is LibraryMessage.NO_LIBRARY


def test_the_password_of_a_shared_library_goes_with_the_one_that_joined_it(usual, key_store):
    shared, others = (
        LibraryAddress.parse(f"postgresql://ann@{host}/findling")[0] for host in ("db.test", "other.test")
    )
    for address in (shared, others):
        store_password(address, "hunter2")
    usual.create()
    write_membership(usual, Membership.make(shared))
    outcome = wipe(usual)
    assert [each.message for each in outcome.entries] == [WipeMessage.SHARED_LIBRARY_KEY]
    assert [account for _, account in key_store.kept] == [others.url]


def test_what_others_entered_beside_stays_to_the_byte(usual, key_store, home):
    key_store.set_password("findling", "ada", "somebody else's, under our name")
    key_store.set_password("another program", SERVER, "theirs")
    settings = {
        "cursor": {"mcpServers": {"findling": {"command": "npx", "args": ["findling", "mcp"]}, "notes": {}}},
        "gemini-cli": {"mcpServers": {"notes": {"command": "findling", "args": ["mcp"]}}},
        "lm-studio": {"mcpServers": {"findling": "what is this?"}},
        "windsurf": ["no table"],
    }
    foreign = {assistant(name).file: json.dumps(written) for name, written in settings.items()}
    foreign[assistant("codex").file] = 'no = TOML = "findling"'
    foreign[home / ".config" / "autostart" / "findling.desktop"] = "[Desktop Entry]\nExec=/opt/other/start app\n"
    foreign[home / ".config" / "autostart" / "notes.desktop"] = "[Desktop Entry]\nExec=findling app --background\n"
    foreign[service_path()] = "[D-BUS Service]\nName=org.findling.Search\nExec=/opt/other/finder 'search\n"
    foreign[runner_path()] = "[Desktop Entry]\nX-Plasma-DBusRunner-Service=org.other.Search\n"
    for path, text in foreign.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    outcome = wipe(usual)
    assert (outcome.entries, outcome.left) == ((), ())
    assert {path: path.read_text() for path in foreign} == foreign
    assert len(key_store.kept) == 2


def test_another_librarys_entries_stay(usual, other, key_store):
    key_store.set_password("findling", SERVER, "hunter2")
    write_settings(usual.settings, WITH_SERVER)
    register_assistant(assistant("cursor"), find_entry(usual))
    register_assistant(assistant("gemini-cli"), find_entry(other))
    login_item().put()
    put_search_files()
    outcome = wipe(other)
    assert [each.fact("assistant") for each in outcome.entries] == ["Gemini CLI"]
    assert "findling" in assistant("cursor").file.read_text()
    assert key_store.kept
    login_item(other.data).put()
    assert [each.message for each in wipe(usual).entries][:2] == [WipeMessage.SERVER_KEY, WipeMessage.ASSISTANT_ENTRY]
    assert login_item(other.data).is_there()


def test_a_key_that_only_another_library_uses_goes_with_it(usual, other, key_store):
    key_store.set_password("findling", SERVER, "hunter2")
    key_store.set_password("findling", EARLIER, "of the usual library")
    assert len(wipe(other, Settings(reranker=SERVER)).entries) == 1
    assert list(key_store.kept) == [("findling", EARLIER)]


def test_a_keyring_is_not_opened_for_one_who_uses_no_server(usual):
    with replacing_system_keyring(LockedKeyring()):
        assert wipe(usual, Settings()).is_whole


def test_what_cannot_be_taken_away_is_told_with_its_reason_and_the_rest_goes(usual):
    entered = assistant("cursor")
    register_assistant(entered, find_entry(usual))
    with replacing_system_keyring(LockedKeyring()):
        outcome = wipe(usual)
    assert not outcome.is_whole
    (left,) = outcome.left
    assert (left.what.message, "it is locked" in str(left.reason)) == (WipeMessage.SERVER_KEYS, True)
    assert [each.message for each in outcome.entries] == [WipeMessage.ASSISTANT_ENTRY]
    assert not usual.database.exists()


def test_settings_stay_unless_they_are_to_go(usual):
    write_settings(usual.settings, WITH_SERVER)
    wipe(usual)
    assert usual.settings.exists()
    wipe(usual, with_settings=True)
    assert not usual.settings.exists()
