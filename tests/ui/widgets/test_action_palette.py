"""The palette does what was taken from it once it is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from findling.ui.theme.theme import Theme
from findling.ui.widgets.action_palette import ActionPalette
from findling.ui.widgets.offered_action import OfferedAction


@pytest.fixture
def done():
    return []


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.show()
    return window


def take(qapp, window: QWidget, done: list[str]) -> ActionPalette:
    """Have the palette opened, and its first action taken."""
    action = OfferedAction(words="Copy", icon="copy", do=lambda: done.append("copied"))
    palette = ActionPalette(Theme(qapp), [action], window)
    palette.open()
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    return palette


def test_what_was_taken_is_done_once_the_palette_is_closed(qtbot, qapp, window, done):
    palette = take(qapp, window, done)
    assert (palette.isVisible(), done) == (False, [])
    qtbot.waitUntil(lambda: done == ["copied"])


def test_what_was_taken_is_done_although_the_palette_is_deleted_before(qtbot, qapp, window, done):
    palette = take(qapp, window, done)
    qapp.sendPostedEvents(palette, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: done == ["copied"])


def test_what_was_taken_is_dropped_with_the_window_that_it_was_for(qtbot, qapp, window, done):
    take(qapp, window, done)
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    qtbot.settle()
    assert done == []
