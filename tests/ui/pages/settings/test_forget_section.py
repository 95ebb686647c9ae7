"""Everything can be forgotten from the settings, once the word of the command is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from settingspage import says

from findling.ui.pages.settings.forget_section import ForgetSection


@pytest.fixture
def section(qtbot):
    section = ForgetSection()
    qtbot.addWidget(section)
    section.show()
    section.wished = []
    section.wipe_wanted.connect(section.wished.append)
    return section


def button(section: ForgetSection) -> QPushButton:
    return section.findChild(QPushButton)


@pytest.mark.parametrize(
    ("typed", "is_free"), [("", False), ("wip", False), ("Wipe", False), ("wipe", True), (" wipe ", True)]
)
def test_only_the_typed_word_sets_the_button_free(section, typed, is_free):
    section.findChild(QLineEdit).setText(typed)
    assert button(section).isEnabled() is is_free
    QTest.keyClick(section.findChild(QLineEdit), Qt.Key.Key_Return)
    assert section.wished == [True] * is_free


def test_the_settings_may_stay_and_the_word_has_to_be_typed_again(section):
    section.findChild(QCheckBox).click()
    section.findChild(QLineEdit).setText("wipe")
    button(section).click()
    assert section.wished == [False]
    assert not button(section).isEnabled()


def test_it_says_what_goes_and_what_stays(section):
    assert says(section, "Deletes all that Findling knows of your files")
    assert says(section, "Your own files stay as they are")
    assert says(section, "cannot be undone")
