"""The third step: search, at once, while the rest is being read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import leading_side
from findling.ui.ipc.worker_activity import Activity
from findling.ui.pages.welcome.welcome_step import WelcomeStep
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import ElidedLabel, Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.library import Progress, Status
    from findling.ui.ipc.worker_activity import WorkerState

_STEPS = 1_000


class ReadyStep(WelcomeStep):
    """A box to search in, and how far the reading is."""

    search_wanted = Signal(str)
    """What was typed; "" where nothing was."""

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
        """How far the reading is, in words."""
        return self._counts.text()

    @property
    def box(self) -> QLineEdit:
        """Where to type."""
        return self._box

    def show_status(self, status: Status) -> None:
        """Show how many files there are, and how many are searchable."""
        if not status.files:
            return
        files = self.tr("%Ln file(s)", "", status.files)
        words = self.tr("{count} of {files} searchable")
        self._counts.setText(words.format(count=formatting.count(status.indexed), files=files))
        self._bar.setValue(round(_STEPS * (1 - status.pending / status.files)))

    def show_work(self, state: WorkerState, progress: Progress) -> None:
        """Show the file at hand."""
        working = state.activity in (Activity.WORKING, Activity.FOLLOWING)
        path = formatting.folder(Path(progress.path)) if progress.path else ""
        self._file.show_name(path if working else formatting.one_line(state.words))

    def _go(self) -> None:
        self.search_wanted.emit(self._box.text().strip())
