"""A pane with nothing to show says so, and offers one thing to do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from findling.settings import Appearance
from findling.ui.widgets.empty_state import EmptyState

LONG = "No good match. Fewer words, or the words of the document itself, may help to find what you remember of it."


def test_the_button_acts(theme, qtbot):
    state = EmptyState(theme, "nothing-yet", "No folder yet.", "Add a folder")
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.findChild(QPushButton), Qt.MouseButton.LeftButton)


def test_without_an_action_there_is_no_button(theme, qtbot):
    state = EmptyState(theme, "all-well", "Every file is searchable.")
    qtbot.addWidget(state)
    state.show()
    assert state.findChild(QPushButton).isHidden()


def test_it_can_say_something_else_and_is_known_by_it(theme, qtbot):
    state = EmptyState(theme, "nothing-yet", "No folder yet.", "Add a folder")
    qtbot.addWidget(state)
    state.set_words("Nothing was found.", drawing="no-match")
    assert state.accessibleName() == "Nothing was found."
    assert state.findChild(QPushButton).isHidden()


@pytest.mark.parametrize("width", [260, 500, 1200])
def test_a_long_sentence_is_shown_whole(theme, qtbot, width):
    state = EmptyState(theme, "no-match", LONG, "Show weaker matches")
    qtbot.addWidget(state)
    state.resize(width, 600)
    state.show()
    qtbot.waitExposed(state)
    sentence = next(label for label in state.findChildren(QLabel) if label.text())
    assert sentence.height() >= sentence.heightForWidth(sentence.width())


@pytest.mark.parametrize(("width", "role"), [(400, "aside"), (900, "empty")])
def test_in_a_side_pane_the_sentence_is_smaller(theme, qtbot, width, role):
    state = EmptyState(theme, "no-preview", "Choose a result to see it here")
    qtbot.addWidget(state)
    state.resize(width, 600)
    state.show()
    sentence = next(label for label in state.findChildren(QLabel) if label.text())
    assert sentence.property("role") == role


def test_the_drawing_changes_with_the_theme(theme, qtbot):
    state = EmptyState(theme, "trouble", "Something went wrong.")
    qtbot.addWidget(state)
    picture = next(label for label in state.findChildren(QLabel) if not label.pixmap().isNull())
    light = picture.pixmap().toImage()
    theme.choose(Appearance.DARK)
    assert picture.pixmap().toImage() != light
