"""Dialogs that show lines: a title, a sentence, the lines, and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme

_SIZE = QSize(640, 480)


class ListDialog(QDialog):
    """A title, a sentence, lines, and buttons."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.speech = DuplicateLabels(self)
        self.title, self.words = Label(title, "heading"), Label(role="soft")
        self.list = LineList(theme, title)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Spacing.S)
        self.buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.S)
        rows.addWidget(self.title)
        rows.addWidget(self.words)
        rows.addSpacing(Spacing.S)
        rows.addWidget(self.list, 1)
        # Where there is no list the words stay at the top.
        rows.addStretch()
        rows.addSpacing(Spacing.S)
        rows.addLayout(self.buttons)
        self.resize(_SIZE)

    def add_button(self, words: str, role: str = "") -> Button:
        """Add a button at the trailing end."""
        button = Button(words, role)
        self.buttons.addWidget(button)
        return button
