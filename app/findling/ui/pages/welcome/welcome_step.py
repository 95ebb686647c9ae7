"""What the steps of the first run have in common: a heading, words, something in between, and buttons below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout


class WelcomeStep(QWidget):
    """One step; its main button is the one that Enter presses."""

    def __init__(self, heading: str, words: str, go_on: str, parent: QWidget | None = None) -> None:
        """Lay out what all steps have.

        Args:
            heading: what is decided here.
            words: what there is to know before.
            go_on: what the main button is called.
            parent: the widget that it stands in.
        """
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.go_on = Button(go_on, "primary")
        self.middle = QVBoxLayout()
        self.middle.setSpacing(Spacing.M)
        self.buttons = FlowLayout()
        self.buttons.setSpacing(Spacing.S)
        self.buttons.addWidget(self.go_on)
        self.words = Label(words)
        row = QHBoxLayout()
        row.addLayout(self.buttons, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(heading, "heading"))
        rows.addWidget(self.words)
        rows.addSpacing(Spacing.XS)
        rows.addLayout(self.middle)
        rows.addSpacing(Spacing.M)
        rows.addLayout(row)
        rows.addStretch()
