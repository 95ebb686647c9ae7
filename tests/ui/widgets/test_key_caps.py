"""The dialog of keyboard shortcuts shows all actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea

from findling.ui.services.preferences import Preferences
from findling.ui.services.shortcuts import APP_ACTIONS, Shortcuts
from findling.ui.theme.theme import Theme
from findling.ui.widgets.key_caps import KeyCaps, KeysDialog, grouped, split

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_deed_is_in_one_group() -> None:
    names = [action.name for _, actions in grouped() for action in actions]
    assert sorted(names) == sorted(action.name for action in APP_ACTIONS)


def test_the_sheet_says_what_each_key_does(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    shortcuts = Shortcuts(preferences)
    shortcuts.change("similar", QKeySequence("Ctrl+M"))
    sheet = KeysDialog(shortcuts, theme)
    qtbot.addWidget(sheet)
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert words >= {shortcuts.words(action.name) for action in APP_ACTIONS}
    assert "Ctrl+M" in {caps.accessibleName() for caps in sheet.findChildren(KeyCaps)}


def test_the_sheet_is_as_large_as_all_keys_need(qtbot: QtBot, theme: Theme, preferences: Preferences) -> None:
    sheet = KeysDialog(Shortcuts(preferences), theme)
    qtbot.addWidget(sheet)
    with qtbot.waitExposed(sheet):
        sheet.show()
    scroll = sheet.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("keys", "caps"),
    [("Ctrl+Shift+C", ["Ctrl", "Shift", "C"]), ("F1", ["F1"]), ("Ctrl++", ["Ctrl", "+"]), ("", [])],
)
def test_each_key_has_its_cap(keys: str, caps: list[str]) -> None:
    assert split(QKeySequence(keys)) == caps


def test_caps_take_the_room_that_they_need(qtbot: QtBot, theme: Theme) -> None:
    caps = KeyCaps(theme, QKeySequence("F1"))
    qtbot.addWidget(caps)
    before = caps.sizeHint().width()
    caps.show_keys(QKeySequence("Ctrl+Shift+F1"))
    assert caps.sizeHint().width() > 2 * before
