"""Findling starts at the login when it is asked to, and no longer when it is asked not to."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QCheckBox

from findling.ui.pages.settings.desktop_sections import BehaviourSection
from findling.ui.services.desktop_entry import quote_exec
from findling.ui.services.login_item import ItemFile, login_item, make_autostart, make_launch_agent
from findling.ui.services.preferences import Preferences

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)


def unquote(line: str) -> list[str]:
    """Read a command as the Desktop Entry Specification says: the value's escapes, then the quotes, then the codes."""
    line = line.replace("\\\\", "\\")
    words = re.findall(r'"((?:\\.|[^"\\])*)"|([^ ]+)', line)
    return [(re.sub(r"\\(.)", r"\1", quoted) or plain).replace("%%", "%") for quoted, plain in words]


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_command_of_any_words_stays_that_command(words):
    assert unquote(quote_exec(words)) == words


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
    assert f"Exec={sys.executable} -P -m findling app --background\n" in entry
    assert item.is_there()
    assert not login_item(tmp_path / "other library").is_there()
    item.take_away()
    item.take_away()
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


@pytest.fixture
def section(qtbot, theme, paths, tmp_path):
    preferences = Preferences(paths.settings)
    section = BehaviourSection(preferences, theme, ItemFile(tmp_path / "autostart" / "it", b"x"))
    qtbot.addWidget(section)
    section.show()
    yield section
    preferences.deleteLater()


def box(section):
    return next(each for each in section.findChildren(QCheckBox) if each.accessibleName() == "Start when I log in")


def test_the_settings_put_it_there_and_take_it_away(section, tmp_path):
    box(section).click()
    assert (tmp_path / "autostart" / "it").exists()
    box(section).click()
    assert not (tmp_path / "autostart" / "it").exists()


def test_what_cannot_be_kept_is_said_and_not_shown_as_kept(section, tmp_path):
    (tmp_path / "autostart").write_text("a file where the folder would be")
    box(section).click()
    assert not box(section).isChecked()
    assert any("Not kept" in label.text() for label in section.findChildren(type(section.add_words(""))))
