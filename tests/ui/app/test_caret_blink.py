"""The caret blinks while somebody writes, and stands still while nobody does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from findling.ui.app.caret_blink import CaretBlink


@pytest.fixture
def box(qtbot, qapp):
    pace = qapp.cursorFlashTime()
    box = QLineEdit()
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    yield box
    qapp.setCursorFlashTime(pace)


def stands_still() -> bool:
    return QApplication.cursorFlashTime() == 0


def test_it_stands_still_after_a_rest_and_blinks_at_the_next_letter(qtbot, qapp, box):
    pace = qapp.cursorFlashTime()
    assert pace > 0
    CaretBlink(qapp, rest_ms=20, parent=box)
    qtbot.waitUntil(stands_still)
    qtbot.keyClicks(box, "a")
    assert qapp.cursorFlashTime() == pace
    qtbot.waitUntil(stands_still)


def test_it_blinks_where_the_focus_comes(qtbot, qapp, box):
    CaretBlink(qapp, rest_ms=20, parent=box)
    qtbot.waitUntil(stands_still)
    other = QLineEdit(box)
    other.show()
    other.setFocus()
    assert not stands_still()


def test_a_system_without_blinking_is_left_so(qtbot, qapp, box):
    pace = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    CaretBlink(qapp, rest_ms=20, parent=box)
    qtbot.keyClicks(box, "a")
    assert stands_still()
    qapp.setCursorFlashTime(pace)
