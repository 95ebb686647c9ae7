"""The set-up leaves a way back into Findling, and takes it away again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

import environment
import menu_entry

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere menus are no files")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def entry(home):
    return home / ".local" / "share" / "applications" / "findling.desktop"


def test_it_is_in_the_menu_and_on_the_path_and_says_so_once(home):
    told = menu_entry.put()
    assert len(told) == 2
    assert f"Exec={environment.COMMAND} app %U\n" in entry(home).read_text()
    assert f"Exec={environment.COMMAND} app --toggle\n" in entry(home).read_text()
    assert (home / ".local" / "bin" / "findling").readlink() == environment.COMMAND
    assert menu_entry.put() == []


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None,
    reason="needs a check of desktop files (sudo apt-get install desktop-file-utils)",
)
def test_the_entry_is_valid(home):
    menu_entry.put()
    said = subprocess.run(["desktop-file-validate", entry(home)], capture_output=True, text=True)
    assert (said.stdout, said.returncode) == ("", 0)


def test_the_search_of_the_desktop_finds_it_and_starts_it_over_the_bus(home):
    menu_entry.put()
    service, runner = menu_entry.make_search_files()
    said = service.read_text()
    assert "Name=org.findling.Search\n" in said
    assert f"Exec={environment.COMMAND} desktop-search\n" in said
    assert "X-Plasma-DBusRunner-Service=org.findling.Search\n" in runner.read_text()
    menu_entry.take_away()
    assert not service.exists()
    assert not runner.exists()


def test_a_service_of_another_findling_is_left_alone(home):
    service, _ = menu_entry.make_search_files()
    service.parent.mkdir(parents=True)
    service.write_text("[D-BUS Service]\nName=org.findling.Search\nExec=/usr/bin/findling desktop-search\n")
    menu_entry.put()
    assert "Exec=/usr/bin/findling " in service.read_text()
    menu_entry.take_away()
    assert service.exists()


def test_what_it_put_there_it_takes_away(home):
    menu_entry.put()
    login = home / ".config" / "autostart" / "findling.desktop"
    login.parent.mkdir(parents=True)
    login.write_text(f"[Desktop Entry]\nExec={environment.PYTHON} -P -m findling app --background\n")
    menu_entry.take_away()
    assert not entry(home).exists()
    assert not login.exists()
    assert not os.path.lexists(home / ".local" / "bin" / "findling")
    menu_entry.take_away()


def test_what_leads_elsewhere_is_left_alone(home):
    command = home / ".local" / "bin" / "findling"
    for path, content in {
        entry(home): "[Desktop Entry]\nExec=/opt/findling/findling app\n",
        command: "#!/bin/sh\n",
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    assert menu_entry.put() == []
    menu_entry.take_away()
    assert "/opt/findling" in entry(home).read_text()
    assert command.read_text() == "#!/bin/sh\n"
