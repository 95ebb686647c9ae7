"""Over a real bus, which starts the answers, GNOME Shell and KRunner find what is shared, if the user said so."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import count

import pytest

from findling.settings import read_settings, write_settings
from findling.sharing.shared_folders import share, withdraw
from findling.storage.call_log import CallLog
from sessionbus import RUNNER, SHELL, BusClient, needs_bus, running_bus
from waiting import PATIENCE_SECONDS
from workspace import Workspace

pytestmark = [needs_bus, pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is for Linux")]

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from findling.paths import LibraryPaths
from findling.ui.app.single_instance import SingleInstance

app = QCoreApplication([])
instance = SingleInstance(LibraryPaths.inside(Path(sys.argv[1])))
instance.asked.connect(lambda word: print(word, flush=True))
print(instance.claim(), flush=True)
instance.take_requests()
app.exec()
"""


class Desktop:
    """Desktop with a bus, and a library of which one folder is shared."""

    def __init__(self, workspace: Workspace, around: dict[str, str]) -> None:
        self.workspace = workspace
        self.around = around
        self.client = BusClient(around["DBUS_SESSION_BUS_ADDRESS"])
        self.lease = workspace.folder / "open" / "the lease.md"
        self.secret = workspace.folder / "closed" / "secret lease.md"

    def let_search(self, *, is_on: bool) -> None:
        file = self.workspace.paths.settings
        write_settings(file, replace(read_settings(file), desktop_search=is_on))

    def find(self, *terms: str) -> list[str]:
        return self.client.call(SHELL, "GetInitialResultSet", "as", list(terms))

    def describe(self, *ids: str) -> list[dict[str, tuple[str, str]]]:
        return self.client.call(SHELL, "GetResultMetas", "as", list(ids))


@pytest.fixture(scope="module")
def desktop(tmp_path_factory):
    place = tmp_path_factory.mktemp("desktop")
    workspace = Workspace.at(place)
    workspace.write(
        "open/the lease.md", "# Lease of the flat\n\nThe landlord repairs the boiler within two weeks. " * 3
    )
    workspace.write("open/recipe.md", "# Onion soup\n\nSlice the onions and let them brown slowly in butter. " * 3)
    workspace.write("closed/secret lease.md", "# Secret lease\n\nThe landlord of the cave repairs the boiler. " * 3)
    workspace.index()
    share(workspace.paths, workspace.folder / "open", [workspace.folder])
    with running_bus(place / "home", workspace.paths.data) as around:
        made = Desktop(workspace, around)
        made.let_search(is_on=True)
        yield made
        made.client.connection.close()


def test_the_shell_finds_what_is_shared_with_title_passage_and_icon(desktop):
    found = desktop.find("boiler", "repair")
    assert found[0] == str(desktop.lease)
    assert str(desktop.secret) not in found
    (row,) = desktop.describe(found[0])
    assert row["id"] == ("s", str(desktop.lease))
    assert row["name"] == ("s", "Lease of the flat")
    assert row["description"][1].startswith("the lease.md · ")
    assert "repairs the boiler" in row["description"][1]
    assert row["gicon"] == ("s", "text-markdown")
    more = desktop.client.call(SHELL, "GetSubsearchResultSet", "asas", found, ["boiler", "repair", "landlord"])
    assert more[0] == found[0]


def test_the_interfaces_are_those_of_the_shell_and_of_krunner(desktop):
    assert desktop.client.list_methods(SHELL) == {
        "GetInitialResultSet": ("as", "as"),
        "GetSubsearchResultSet": ("asas", "as"),
        "GetResultMetas": ("as", "aa{sv}"),
        "ActivateResult": ("sasu", ""),
        "LaunchSearch": ("asu", ""),
    }
    assert desktop.client.list_methods(RUNNER) == {
        "Actions": ("", "a(sss)"),
        "Run": ("ss", ""),
        "Match": ("s", "a(sssida{sv})"),
    }


def test_krunner_finds_the_same_and_offers_its_folder(desktop):
    matches = desktop.client.call(RUNNER, "Match", "s", "boiler repair")
    reference, title, icon, _, relevance, more = matches[0]
    assert (reference, title, icon) == (str(desktop.lease), "Lease of the flat", "text-markdown")
    assert 0 < relevance <= 1
    assert more["urls"] == ("as", [desktop.lease.as_uri()])
    assert str(desktop.secret) not in [match[0] for match in matches]
    assert [action[0] for action in desktop.client.call(RUNNER, "Actions")] == ["folder"]


def test_of_what_is_not_shared_there_is_no_description_and_no_word(desktop):
    missing = str(desktop.secret.with_name("none.md"))
    assert desktop.describe(str(desktop.secret), missing, "", "nonsense") == []
    assert desktop.find("cave") == [] or not any("secret" in each for each in desktop.find("cave"))
    assert desktop.find("s") == []


def test_withdrawing_and_switching_off_hold_with_the_next_call(desktop):
    paths, folder = desktop.workspace.paths, desktop.lease.parent
    assert desktop.find("boiler", "repair")
    withdraw(paths, folder)
    try:
        assert desktop.find("boiler", "repair") == []
        assert desktop.describe(str(desktop.lease)) == []
    finally:
        share(paths, folder, [desktop.workspace.folder])
    calls = len(CallLog(paths.calls).read(1_000))
    desktop.let_search(is_on=False)
    try:
        assert desktop.find("boiler", "repair") == []
        assert desktop.describe(str(desktop.lease)) == []
        assert desktop.client.call(RUNNER, "Match", "s", "boiler") == []
        assert len(CallLog(paths.calls).read(1_000)) == calls
    finally:
        desktop.let_search(is_on=True)
    assert desktop.find("boiler", "repair")


def test_each_search_is_in_the_log_of_calls(desktop):
    desktop.find("boiler", "leaks")
    call = CallLog(desktop.workspace.paths.calls).read(1)[0].call
    assert (call.caller, call.way, call.operation) == ("GNOME Shell", "dbus", "search")
    assert "boiler leaks" in call.asked


def test_what_is_chosen_is_shown_in_the_window(desktop):
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(desktop.workspace.paths.data)],
        stdout=subprocess.PIPE, text=True, env=desktop.around,
    )  # fmt: skip
    try:
        assert window.stdout.readline() == "True\n"
        desktop.client.call(SHELL, "ActivateResult", "sasu", str(desktop.secret), ["boiler"], 0)
        desktop.client.call(SHELL, "ActivateResult", "sasu", str(desktop.lease), ["boiler", "repair"], 0)
        assert window.stdout.readline() == f'open:in:"{desktop.lease}" boiler repair\n'
        desktop.client.call(SHELL, "LaunchSearch", "asu", ["boiler", "&", "repair"], 0)
        assert window.stdout.readline() == "open:boiler & repair\n"
        desktop.client.call(RUNNER, "Match", "s", "boiler")
        desktop.client.call(RUNNER, "Run", "ss", str(desktop.lease), "")
        assert window.stdout.readline() == f'open:in:"{desktop.lease}" boiler\n'
    finally:
        window.kill()
        window.communicate()


def test_the_file_manager_is_asked_to_show_where_a_file_lies(desktop):
    from jeepney.bus_messages import message_bus

    with BusClient(desktop.around["DBUS_SESSION_BUS_ADDRESS"]).connection as files:
        files.send_and_get_reply(message_bus.RequestName("org.freedesktop.FileManager1"))
        desktop.client.call(RUNNER, "Run", "ss", str(desktop.lease), "folder")
        bodies = (files.receive(timeout=PATIENCE_SECONDS).body for _ in count())
        assert ([desktop.lease.as_uri()], "") in bodies


def test_it_ends_when_nothing_is_asked(desktop, tmp_path):
    with running_bus(tmp_path / "home", tmp_path / "library") as around:
        library = ["--library", str(tmp_path / "library")]
        command = [sys.executable, "-P", "-m", "findling", *library, "desktop-search", "--idle-seconds", "0.1"]
        assert subprocess.run(command, env=around).returncode == 0


def test_the_switch_is_off_at_first_and_turned_by_the_command(tmp_path):
    from findling.cli.main import run

    settings = tmp_path / "settings.toml"
    assert not read_settings(settings).desktop_search
    for option, is_on in (("--on", True), ("--off", False)):
        assert run(["--library", str(tmp_path), "desktop-search", option], lambda *_: 0) == 0
        assert read_settings(next(tmp_path.glob("*.toml"))).desktop_search is is_on
