"""Progress of a job on a model, with a button to cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from findling.domain.job_progress import BuildStage
from findling.ui.i18n import formatting
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from findling.domain.job_progress import BuildStep, Transfer

_STEPS = 1_000


class ProgressStrip(QWidget):
    """Text, progress bar and Stop button; hidden while no job runs."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = ""
        self._words = Label(role="soft")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setProperty("role", "thin")
        self.cancel = Button(self.tr("Stop"))
        self.cancel.setAccessibleName(self.cancel.text())
        self.cancel.clicked.connect(self._cancel)
        line = QHBoxLayout()
        line.setSpacing(Spacing.M)
        line.addWidget(self._words, 1)
        line.addWidget(self.cancel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, Spacing.S, 0, 0)
        rows.setSpacing(Spacing.XS)
        rows.addLayout(line)
        rows.addWidget(self._bar)
        self.hide()

    @property
    def words(self) -> str:
        """Return the text; "" while no job runs."""
        return "" if self.isHidden() else self._words.text()

    @property
    def share(self) -> float | None:
        """Return the progress, 0..1; None while it is unknown."""
        return self._bar.value() / _STEPS if self._bar.maximum() else None

    def begin(self, doing: str) -> None:
        """Show a job of unknown length."""
        self._doing = doing
        self._words.setText(doing)
        self._bar.setAccessibleName(doing)
        self.cancel.setAccessibleName(self.tr("Stop: {doing}").format(doing=doing))
        self._bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def show_transfer(self, transfer: Transfer) -> None:
        """Show the progress of a download."""
        if not transfer.total or transfer.done >= transfer.total:
            self._bar.setRange(0, 0)
            self._words.setText(self.tr("Checking and trying it…") if transfer.total else self._doing)
            return
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(transfer.done / transfer.total * _STEPS))
        words = self.tr("{doing} {done} of {total}")
        done, total = formatting.size(transfer.done), formatting.size(transfer.total)
        self._words.setText(words.format(doing=self._doing, done=done, total=total))

    def show_step(self, step: BuildStep) -> None:
        """Show the progress of a build."""
        self._words.setText(self._describe(step).format(done=formatting.count(step.done)))
        if not step.total:
            self._bar.setRange(0, 0)
            return
        # Both models embed the same passages, one after the other.
        before = step.total if step.stage is BuildStage.BUILD else 0
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round((before + step.done) / step.total / 2 * _STEPS))

    def show_count(self, words: str, done: int, total: int) -> None:
        """Show how many of so many things are done; a `total` of 0 is unknown."""
        self._words.setText(words)
        self._bar.setRange(0, _STEPS if total else 0)
        if total:
            self._bar.setValue(round(done / total * _STEPS))

    def end(self) -> None:
        """Hide the strip."""
        self.hide()

    def _describe(self, step: BuildStep) -> str:
        match step.stage:
            case BuildStage.CONVERTING:
                return self.tr("Step 1 of 3: the build is made…")
            case BuildStage.ORIGINAL:
                return self.tr("Step 2 of 3: the original has embedded {done} of %Ln passage(s)", "", step.total)
            case BuildStage.BUILD:
                return self.tr("Step 3 of 3: the build has embedded {done} of the same %Ln passage(s)", "", step.total)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._words.setText(self.tr("Leaving off…"))
        self.cancelled.emit()
