"""Progress of a switch to another model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from findling.ui.i18n import formatting
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.library import ModelChange, Progress

_STEPS = 1_000


class ChangePanel(QFrame):
    """Progress of a switch; hidden while there is none. The active model's card cancels it."""

    pause_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._heading, self._words = Label(role="title"), Label(role="soft")
        self._left = ""
        self._is_resting = False
        self._shown: tuple[ModelChange | None, str] = (None, "")
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setProperty("role", "thin")
        self._bar.setAccessibleName(self.tr("How far the change is"))
        self._pause = Button("")
        self._pause.clicked.connect(self.pause_toggled)
        self.show_rest(is_resting=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.M)
        rows.setSpacing(Spacing.S)
        for part in (self._heading, self._words, self._bar):
            rows.addWidget(part)
        rows.addWidget(self._pause, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text; empty while there is no switch."""
        return () if self.isHidden() else (self._heading.text(), self._words.text())

    def show_change(self, change: ModelChange | None, answering: str) -> None:
        """Show the progress of a switch; hide for None."""
        self._shown = change, answering
        self.setVisible(change is not None)
        if change is None:
            self._left = ""
            return
        done = change.documents - change.left
        how_far = self.tr("{done} of %Ln document(s) done", "", change.documents).format(done=formatting.count(done))
        until = self.tr("{model} answers until all is done; then the new one does, at once.").format(model=answering)
        self._heading.setText(self.tr("Going over to {model}").format(model=change.model))
        self._words.setText(f"{how_far}{self._resting() if self._is_resting else self._left}. {until}")
        self._bar.setValue(round(done / change.documents * _STEPS) if change.documents else 0)

    def note_progress(self, progress: Progress) -> None:
        """Remember the remaining time for the next update."""
        seconds = progress.seconds_left
        self._left = self.tr(", {time} left").format(time=formatting.about(seconds)) if seconds is not None else ""

    def show_rest(self, *, is_resting: bool) -> None:
        """Show whether indexing is paused, and the switch with it."""
        self._is_resting = is_resting
        self._left = ""
        self._pause.setText(self.tr("Go on") if is_resting else self.tr("Pause"))
        self.show_change(*self._shown)

    def _resting(self) -> str:
        return self.tr(", and it rests")
