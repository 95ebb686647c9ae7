"""Base of the steps of the first run, and its last step: the first search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from findling.domain.library import measure_share
from findling.ui.i18n import formatting
from findling.ui.i18n.translation import leading_side
from findling.ui.ipc.writer_activity import Activity
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, ElidedLabel, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from findling.domain.library import Progress, Status
    from findling.messages.notice import Notice
    from findling.processes.model_jobs.messages import Install
    from findling.ui.ipc.writer_activity import WriterState
    from findling.ui.services.model_adoption import ModelAdoption
    from findling.ui.theme.theme import Theme

_STEPS = 1_000


class WelcomeStep(QWidget):
    """Base of the steps: heading, words, content, and buttons; Enter presses the main one."""

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


class ReadyStep(WelcomeStep):
    """Step with a search box and the progress of the reading."""

    search_wanted = Signal(str)
    """The typed query, or ""."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("You can search already"),
            self.tr(
                "Findling is reading your files. What it has read is found at once, the rest as it comes, recent files"
                " first."
            ),
            self.tr("Start searching"),
            parent,
        )
        self._adoption: ModelAdoption | None = None
        self._job: Install | None = None
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
        self.strip, self.notice = ProgressStrip(), NoticeBar(theme)
        self.go_on.clicked.connect(self._go)
        self.middle.addWidget(self._box)
        self.middle.addWidget(
            Label(self.tr("Such as: the letter about the damp wall, or: boiler, or: “notice period”"), "soft")
        )
        self.middle.addSpacing(Spacing.S)
        self.middle.addWidget(self._bar)
        self.middle.addWidget(self._counts)
        self.middle.addWidget(self._file)
        self.middle.addWidget(self.strip)
        self.middle.addWidget(self.notice)

    @property
    def counts(self) -> str:
        """The shown progress."""
        return self._counts.text()

    @property
    def box(self) -> QLineEdit:
        """The search box."""
        return self._box

    def follow(self, adoption: ModelAdoption) -> None:
        """Show how a model arrives, and why it does not."""
        self._adoption = adoption
        adoption.began.connect(self._show_begin)
        adoption.progressed.connect(self.strip.show_transfer)
        adoption.ended.connect(self.strip.end)
        adoption.refused.connect(self._show_refusal)
        self.strip.cancelled.connect(adoption.stop)

    def _show_begin(self, job: Install) -> None:
        self.notice.hide()
        words = self.tr("Copying the model:") if job.folder else self.tr("Downloading the model:")
        self.strip.begin(words)
        self._job = job

    def _show_refusal(self, notice: Notice) -> None:
        job, adoption = self._job, self._adoption
        if job is not None and adoption is not None:
            self.notice.tell("bad", notice, self.tr("Try again"), lambda: adoption.adopt(job.model, job.folder))

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
