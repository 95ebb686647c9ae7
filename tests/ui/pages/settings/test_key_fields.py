"""Fields that change keys; two actions never have the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from settingspage import named, says

from findling.ui.pages.settings.key_field import writes_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from findling.ui.pages.settings.page import SettingsPage
    from findling.ui.services.preferences import Preferences
    from findling.ui.services.shortcuts import Shortcuts

_SIMILAR = "Documents like this one"
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def _press(page: SettingsPage, action: str, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    field = named(page, QPushButton, action)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, key, held)


def test_pressing_keys_gives_them_to_the_deed(qtbot: QtBot, page: SettingsPage, shortcuts: Shortcuts) -> None:
    _press(page, _SIMILAR, Qt.Key.Key_M, _CONTROL)
    qtbot.waitUntil(lambda: shortcuts.keys("similar") == QKeySequence("Ctrl+M"))


def test_keys_of_another_deed_are_refused_with_its_name(qtbot: QtBot, page: SettingsPage, shortcuts: Shortcuts) -> None:
    _press(page, _SIMILAR, Qt.Key.Key_K, _CONTROL)
    qtbot.waitUntil(lambda: says(page, "Go to the search box."))
    assert shortcuts.keys("similar") == QKeySequence("Ctrl+L")
    assert named(page, QPushButton, _SIMILAR).text() == "Ctrl+L"


def test_a_letter_alone_is_refused(qtbot: QtBot, page: SettingsPage, shortcuts: Shortcuts) -> None:
    _press(page, _SIMILAR, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: says(page, "in the way of typing"))
    assert shortcuts.keys("similar") == QKeySequence("Ctrl+L")


def test_backspace_takes_the_keys_away_and_the_button_gives_them_back(
    qtbot: QtBot, page: SettingsPage, shortcuts: Shortcuts
) -> None:
    _press(page, _SIMILAR, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: shortcuts.keys("similar").isEmpty())
    named(page, QToolButton, f"The usual keys for: {_SIMILAR}").click()
    assert shortcuts.keys("similar") == QKeySequence("Ctrl+L")


def test_tab_goes_on_and_escape_leaves_the_keys(qtbot: QtBot, page: SettingsPage, shortcuts: Shortcuts) -> None:
    page.activateWindow()
    _press(page, _SIMILAR, Qt.Key.Key_Escape)
    _press(page, _SIMILAR, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not named(page, QPushButton, _SIMILAR).hasFocus())
    assert shortcuts.keys("similar") == QKeySequence("Ctrl+L")


def test_keys_keep_their_meaning_until_a_field_is_clicked(
    qtbot: QtBot, page: SettingsPage, shortcuts: Shortcuts
) -> None:
    did: list[str] = []
    shortcuts.bind("search", page, lambda: did.append("search"))
    page.activateWindow()
    field = named(page, QPushButton, _SIMILAR)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_K, _CONTROL)
    assert did == ["search"]
    field.click()
    QTest.keyClick(field, Qt.Key.Key_K, _CONTROL)
    assert did == ["search"]
    assert says(page, "Go to the search box.")


def test_what_was_wrong_goes_when_the_field_is_left(qtbot: QtBot, page: SettingsPage) -> None:
    page.activateWindow()
    _press(page, _SIMILAR, Qt.Key.Key_M)
    assert says(page, "in the way of typing")
    QTest.keyClick(named(page, QPushButton, _SIMILAR), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not says(page, "in the way of typing"))


def test_all_keys_can_be_as_usual_again(page: SettingsPage, shortcuts: Shortcuts, preferences: Preferences) -> None:
    button = named(page, QPushButton, "Back to the start")
    assert not button.isEnabled()
    shortcuts.change("similar", QKeySequence("Ctrl+M"))
    shortcuts.change("quit", QKeySequence())
    button.click()
    assert dict(preferences.settings.shortcuts) == {}
    assert not button.isEnabled()


@pytest.mark.parametrize(
    ("keys", "writes"),
    [("M", True), ("Shift+M", True), ("Left", True), ("Ctrl+M", False), ("Alt+Left", False), ("F3", False),
     ("Shift+F3", False), ("", False)],
)  # fmt: skip
def test_keys_that_write_are_known(keys: str, writes: bool) -> None:
    assert writes_text(QKeySequence(keys)) is writes
