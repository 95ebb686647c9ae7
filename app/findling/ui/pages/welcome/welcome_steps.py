"""Base of the steps of the first run, and the steps about the model and the first search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from findling.domain.library import measure_share
from findling.ui.i18n import formatting
from findling.ui.i18n.translation import leading_side
from findling.ui.ipc.writer_activity import Activity
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, ElidedLabel, Label
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from findling.domain.library import Progress, Status
    from findling.ui.ipc.writer_activity import WriterState
_STEPS = 1_000


class WelcomeStep(QWidget):
    """Base of the steps: heading, words, content and buttons, of which Enter presses the main one."""

    def __init__(self, heading: str, words: str, go_on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.go_on = Button(go_on, "primary")
        self.middle = QVBoxLayout()
        self.middle.setSpacing(Spacing.M)
        self.buttons = FlowLayout()
        self.buttons.setSpacing(Spacing.S)
        self.buttons.addWidget(self.go_on)
        self.words = Label(words)
        rows = fill(QVBoxLayout(self), spacing=Spacing.M)
        rows.addWidget(Label(heading, "heading"))
        rows.addWidget(self.words)
        rows.addSpacing(Spacing.XS)
        rows.addLayout(self.middle)
        rows.addSpacing(Spacing.M)
        rows.addLayout(fill(QHBoxLayout(), (self.buttons, 1)))
        rows.addStretch()


class ModelStep(WelcomeStep):
    """Step that describes the model and its cost for the chosen folders."""

    def __init__(self, model: str, parent: QWidget | None = None) -> None:
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
        """The shown time and space."""
        return self._cost.text()

    def show_cost(self, seconds: float, disk: int) -> None:
        """Show the cost of the chosen folders, in seconds and bytes."""
        words = self.tr("{time} to read, {size} on disk")
        self._cost.setText(words.format(time=formatting.about(seconds), size=formatting.size(disk)))


class ReadyStep(WelcomeStep):
    """Step with a search box and the progress of the reading."""

    search_wanted = Signal(str)
    """The typed query, or ""."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("You can search already"),
            self.tr(
                "Findling is reading your files. What it has read is found at once, the rest as it comes, recent files"
                " first."
            ),
            self.tr("Start searching"),
            parent,
        )
        self._box = QLineEdit(placeholderText=self.tr("What do you remember of it?"))
        self._box.setAlignment(leading_side())
        self._box.setProperty("role", "search")
        self._box.setAccessibleName(self.tr("Search"))
        self._box.returnPressed.connect(self._go)
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setProperty("role", "thin")
        self._bar.setAccessibleName(self.tr("How much is read"))
        self._counts = Label(self.tr("Starting…"))
        self._file = ElidedLabel(role="soft")
        self.go_on.clicked.connect(self._go)
        self.middle.addWidget(self._box)
        self.middle.addWidget(
            Label(self.tr("Such as: the letter about the damp wall, or: boiler, or: “notice period”"), "soft")
        )
        self.middle.addSpacing(Spacing.S)
        self.middle.addWidget(self._bar)
        self.middle.addWidget(self._counts)
        self.middle.addWidget(self._file)

    @property
    def counts(self) -> str:
        """The shown progress."""
        return self._counts.text()

    @property
    def box(self) -> QLineEdit:
        """The search box."""
        return self._box

    def show_status(self, status: Status) -> None:
        """Show the numbers of files and of searchable files."""
        if not status.files:
            return
        files = self.tr("%Ln file(s)", "", status.files)
        words = self.tr("{count} of {files} searchable")
        self._counts.setText(words.format(count=formatting.count(status.indexed), files=files))
        self._bar.setValue(round(_STEPS * measure_share(status.files, status.pending, status.unembedded)))

    def show_work(self, state: WriterState, progress: Progress) -> None:
        """Show the current file."""
        working = state.activity in (Activity.WORKING, Activity.FOLLOWING)
        path = formatting.folder(Path(progress.path)) if progress.path else ""
        self._file.show_name(path if working else formatting.one_line(state.words))

    def _go(self) -> None:
        self.search_wanted.emit(self._box.text().strip())
