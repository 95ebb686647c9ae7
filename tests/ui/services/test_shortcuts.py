"""Keys do what they say, and can be changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from findling.ui.services.shortcuts import APP_ACTIONS, Shortcuts


@pytest.fixture
def shortcuts(preferences):
    return Shortcuts(preferences)


@pytest.fixture
def owner(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    qtbot.waitExposed(owner)
    return owner


def test_no_two_deeds_have_the_same_keys(shortcuts):
    keys = [shortcuts.keys(action.name).toString() for action in APP_ACTIONS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("action", APP_ACTIONS, ids=lambda action: action.name)
def test_every_deed_has_words_and_keys_that_qt_can_read(shortcuts, action):
    assert shortcuts.words(action.name)
    assert not shortcuts.keys(action.name).isEmpty()


def test_keys_do_their_deed_and_go_on_doing_it_when_they_are_changed(qtbot, shortcuts, owner):
    done = []
    shortcuts.bind("pause", owner, lambda: done.append("pause"))
    owner.activateWindow()
    qtbot.keyClick(owner, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    shortcuts.change("pause", QKeySequence("Ctrl+J"))
    qtbot.keyClick(owner, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pause"]
    qtbot.keyClick(owner, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert done == ["pause", "pause"]


def test_keys_that_are_taken_are_known(shortcuts):
    assert shortcuts.find_conflict(QKeySequence("Ctrl+K"), but="pause") == "search"
    assert shortcuts.find_conflict(QKeySequence("Ctrl+K"), but="search") == ""
    assert shortcuts.find_conflict(QKeySequence("Ctrl+F12"), but="pause") == ""


def test_the_usual_keys_come_back(shortcuts):
    shortcuts.change("pause", QKeySequence("Ctrl+J"))
    shortcuts.change("pause", None)
    assert shortcuts.keys("pause") == QKeySequence("Ctrl+P")


def test_keys_can_be_taken_away(shortcuts):
    shortcuts.change("pause", QKeySequence())
    assert shortcuts.keys("pause").isEmpty()
    assert shortcuts.hint("pause") == shortcuts.words("pause")
