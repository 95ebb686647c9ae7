"""Settings are live, and written as they change."""

from __future__ import annotations

import pytest

from findling.settings import Appearance, Settings, read_settings, write_settings
from findling.ui.services.preferences import Preferences


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.toml"


def test_a_change_is_written_and_told_by_name(qtbot, path):
    preferences = Preferences(path)
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change(appearance=Appearance.DARK, threads=1)
    assert told.args == [frozenset({"appearance", "threads"})]
    assert read_settings(path) == preferences.settings == Settings(appearance=Appearance.DARK, threads=1)


def test_what_stays_the_same_is_not_told(qtbot, path):
    preferences = Preferences(path)
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(threads=0)
    assert not path.exists()


def test_a_change_that_cannot_be_written_holds_and_is_said(qtbot, tmp_path):
    preferences = Preferences(tmp_path / "nowhere" / "settings.toml")
    with qtbot.waitSignal(preferences.failed) as told:
        preferences.change(threads=2)
    assert "nowhere" in told.args[0]
    assert preferences.settings.threads == 2


def test_what_a_terminal_writes_is_taken_over_while_the_window_is_open(qtbot, path):
    preferences = Preferences(path)
    with qtbot.waitSignal(preferences.changed) as told:
        write_settings(path, Settings(model="large", keep_vectors=True))
    assert told.args == [frozenset({"model", "keep_vectors"})]
    assert preferences.settings.model == "large"
    with qtbot.waitSignal(preferences.changed):
        path.write_text('model = "small"\n', "utf-8")
    assert preferences.settings == Settings(model="small")


def test_a_change_keeps_what_others_wrote_a_moment_before(path):
    preferences = Preferences(path)
    write_settings(path, Settings(model="large"))
    preferences.change(threads=2)
    assert read_settings(path) == preferences.settings == Settings(model="large", threads=2)


def test_a_file_that_is_being_edited_is_not_written_over(qtbot, path):
    preferences = Preferences(path)
    path.write_text("threads = ", "utf-8")
    with qtbot.waitSignal(preferences.failed) as told:
        preferences.change(threads=2)
    assert "cannot be read" in told.args[0]
    assert preferences.settings.threads == 2
    assert path.read_text("utf-8") == "threads = "


def test_a_file_that_cannot_be_read_is_told_at_once_and_holds_wholly_when_it_can_be_again(qtbot, path):
    preferences = Preferences(path)
    with qtbot.waitSignal(preferences.trouble_changed) as told:
        path.write_text("threads = ", "utf-8")
    assert "cannot be read" in told.args[0]
    preferences.change(appearance=Appearance.DARK)
    assert preferences.settings.appearance is Appearance.DARK
    with qtbot.waitSignal(preferences.trouble_changed) as told:
        path.write_text("threads = 2\n", "utf-8")
    assert told.args == [""]
    assert preferences.settings == Settings(threads=2), "a choice that never came into the file does not stay"


@pytest.mark.parametrize("content", ["threads = ", "threads = 'two'\n"])
def test_a_file_that_was_broken_at_the_start_is_told_and_gives_way_to_a_choice(path, content):
    path.write_text(content, "utf-8")
    preferences = Preferences(path)
    assert preferences.settings == Settings()
    assert str(path) in preferences.trouble
    assert preferences.problems == (preferences.trouble,)
    preferences.change(threads=2)
    assert preferences.trouble == ""
    assert read_settings(path) == Settings(threads=2)
    assert [kept.read_text("utf-8") for kept in path.parent.glob("*.broken-*")] == [content]


def test_entries_of_a_newer_release_are_told_and_kept(path):
    path.write_text("sparkle = true\n", "utf-8")
    preferences = Preferences(path)
    assert "sparkle" in preferences.problems[0]
    preferences.change(threads=2)
    assert "sparkle = true" in path.read_text("utf-8")
