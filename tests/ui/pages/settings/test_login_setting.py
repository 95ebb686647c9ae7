"""The setting that has Findling started at the login."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox

from findling.footprint.login_item import ItemFile
from findling.ui.pages.settings.desktop_sections import BehaviourSection
from findling.ui.services.preferences import Preferences


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
