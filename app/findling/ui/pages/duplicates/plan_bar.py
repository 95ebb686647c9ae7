"""Bar with the sum of the plan and the button that carries it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from findling.domain.plans import Action
from findling.ui.i18n.formatting import count, size
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Hairline, IconButton, Label
from findling.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from findling.domain.duplicates import Totals
    from findling.ui.theme.theme import Theme

_NARROW = 480
_LEAST_WIDTH = 240


class PlanBar(QFrame):
    """Sum of the plan, or progress while something is being done."""

    wanted = Signal(object)
    """An `Action` for all that is selected."""
    proposed = Signal(bool)
    """Begin again, with the proposal or with nothing."""
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = DuplicateLabels(self)
        self._clearing = 0
        self._said = self.tr("Nothing is selected")
        self._busy = ""
        self.words = Label(wraps=True)
        self._progress = QProgressBar()
        self._progress.setProperty("role", "thin")
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(self.tr("Something is being done"))
        self.button = Button("", "danger")
        self.button.clicked.connect(lambda: self.wanted.emit(Action.BIN))
        self._more = IconButton(theme, "ellipsis", self.tr("More ways to clear up"))
        self._more.clicked.connect(self._offer)
        self._stop = Button(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_wanted)
        self._theme = theme
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        for button in (self._stop, self._more, self.button):
            buttons.addWidget(button)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(Spacing.L, Spacing.S, Spacing.L, Spacing.S)
        row.setSpacing(Spacing.S)
        row.addWidget(self.words, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addWidget(self._progress)
        column.addLayout(row)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.show_plan()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the text in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_totals(self, totals: Totals) -> None:
        """Show the sum of the plan."""
        self._clearing = totals.clearing
        if totals.clearing:
            words = self.tr("Keep {keep}, bin {bin}, free {size}")
            said = words.format(keep=count(totals.keeping), bin=count(totals.clearing), size=size(totals.freed))
        else:
            said = self.tr("Nothing is selected")
        self._said = said
        if not self._busy:
            self.show_plan()

    def show_work(self, words: str, *, stoppable: bool = False) -> None:
        """Show that something is being done."""
        self._busy = words
        self.words.setText(words)
        self._progress.setRange(0, 0)
        self._show(stoppable=stoppable)

    def advance(self, done: int, total: int) -> None:
        """Show progress in steps, if something is being done."""
        if self._busy and total:
            self._progress.setRange(0, total)
            self._progress.setValue(done)
            how_far = self.tr("{done} of {total}").format(done=count(done), total=count(total))
            self.words.setText(f"{self._busy} {how_far}")

    def show_plan(self) -> None:
        """Show the sum of the plan again."""
        self._busy = ""
        self.words.setText(self._said)
        self.button.setText(self._labels.doing(Action.BIN, self._clearing))
        self.button.setEnabled(self._clearing > 0)
        self._show(stoppable=False)

    def _show(self, *, stoppable: bool) -> None:
        had_keys = holds_focus(self)
        self._progress.setVisible(bool(self._busy))
        self._stop.setVisible(stoppable)
        if had_keys and stoppable:
            # Before the other buttons are hidden, which would send the keys somewhere else.
            self._stop.setFocus()
        for button in (self._more, self.button):
            button.setVisible(not self._busy)
        if had_keys and not self._busy:
            self.button.setFocus()

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for action, icon, words in (
            (Action.MOVE, "folder-input", self.tr("Move the selected files to a folder…")),
            (Action.LINK, "link-2", self.tr("Replace identical ones by hard links…")),
        ):
            entry = menu.addAction(self._theme.icon(icon), words)
            entry.setEnabled(self._clearing > 0)
            entry.triggered.connect(partial(self.wanted.emit, action))
        menu.addSeparator()
        menu.addAction(self.tr("Select what is proposed")).triggered.connect(lambda: self.proposed.emit(True))
        menu.addAction(self.tr("Select nothing")).triggered.connect(lambda: self.proposed.emit(False))
        menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))
