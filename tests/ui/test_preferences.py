"""Settings are live, and written as they change."""

from __future__ import annotations

import pytest

from findling.settings import Appearance, Settings, read_settings
from findling.ui.preferences import Preferences


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
