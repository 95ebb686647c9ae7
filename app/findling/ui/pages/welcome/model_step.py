"""The second step: the model, what it is good at, and what it costs for the chosen folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout

from findling.ui.i18n import formatting
from findling.ui.pages.welcome.welcome_step import WelcomeStep
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ModelStep(WelcomeStep):
    """Nothing to choose here, but something to know."""

    def __init__(self, model: str, parent: QWidget | None = None) -> None:
        """Say what is to be known of the model.

        Args:
            model: its id.
            parent: the widget that it stands in.
        """
        super().__init__(
            self.tr("How Findling understands"),
            self.tr("A small language model tells what a passage is about. It is part of Findling and ready now."),
            self.tr("Continue"),
            parent,
        )
        self._cost = Label(self.tr("not known yet; you see it while it goes on"))
        facts = QFrame()
        facts.setProperty("role", "card")
        grid = QGridLayout(facts)
        grid.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.M)
        grid.setHorizontalSpacing(Spacing.XL)
        grid.setVerticalSpacing(Spacing.S)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Model"), Label(model)),
            (self.tr("Good at"), Label(self.tr("English; documents in other languages are found by their words"))),
            (self.tr("Runs"), Label(self.tr("on this computer, with no connection"))),
            (self.tr("Your folders"), self._cost),
        )
        for at, (words, value) in enumerate(rows):
            grid.addWidget(Label(words, "soft", wraps=False), at, 0)
            grid.addWidget(value, at, 1)
        self.middle.addWidget(facts)
        self.middle.addWidget(Label(self.tr("Reading has begun already."), "soft"))

    @property
    def cost(self) -> str:
        """What is said of time and space."""
        return self._cost.text()

    def show_cost(self, seconds: float, disk: int) -> None:
        """Show what the chosen folders cost, in seconds and bytes."""
        words = self.tr("{time} to read, {size} on disk")
        self._cost.setText(words.format(time=formatting.about(seconds), size=formatting.size(disk)))
