"""Findling starts at the login when it is asked to, and no longer when it is asked not to."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.footprint.desktop_entry import quote_exec, unquote_exec
from findling.footprint.login_item import (
    login_item,
    make_autostart,
    make_launch_agent,
    read_autostart,
    read_launch_agent,
)

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_command_of_any_words_stays_that_command(words):
    assert unquote_exec(quote_exec(words)) == words
    assert read_autostart(make_autostart(words)) == words


def test_a_plain_command_stands_as_it_is():
    assert quote_exec(["/opt/findling/findling", "app", "100%"]) == "/opt/findling/findling app 100%%"
    assert quote_exec(["/my files/findling", "app"]) == '"/my files/findling" app'


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop entries are Linux's")
def test_this_very_program_is_started_in_the_background(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    item = login_item()
    assert not item.is_there()
    item.put()
    entry = (tmp_path / "autostart" / "findling.desktop").read_text()
    assert f"\nExec={sys.executable} -P -m findling app --background\n" in entry
    assert f"\nTryExec={sys.executable}\n" in entry
    assert item.is_there()
    assert not login_item(tmp_path / "other library").is_there()
    assert item.read_command() == (sys.executable, "-P", "-m", "findling", "app", "--background")
    item.take_away()
    item.take_away()
    assert item.read_command() == ()
    assert not any((tmp_path / "autostart").iterdir())


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None,
    reason="needs a check of desktop files (sudo apt-get install desktop-file-utils)",
)
def test_the_entry_is_valid(tmp_path):
    (tmp_path / "findling.desktop").write_bytes(make_autostart(["/my files/$x/findling", "app"]))
    said = subprocess.run(["desktop-file-validate", tmp_path / "findling.desktop"], capture_output=True, text=True)
    assert (said.stdout, said.returncode) == ("", 0)


def test_on_macos_it_is_an_agent_of_launchd():
    agent = plistlib.loads(make_launch_agent(["/Applications/Findling.app/findling", "app"]))
    assert agent["ProgramArguments"] == ["/Applications/Findling.app/findling", "app"]
    assert agent["RunAtLoad"] is True


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_the_command_of_an_agent_is_read_again(words):
    words = [word for word in words if word.isprintable()]
    assert read_launch_agent(make_launch_agent(words)) == words


@pytest.mark.parametrize("entry", [b"", b"<plist>", plistlib.dumps(["a"]), plistlib.dumps({"ProgramArguments": "a"})])
def test_what_is_no_agent_of_ours_has_no_command(entry):
    assert read_launch_agent(entry) == []
    assert read_autostart(entry) == []
