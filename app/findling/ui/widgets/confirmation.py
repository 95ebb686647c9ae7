"""Inline confirmation of something that cannot be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.deferred_call import call_soon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Confirmation(QWidget):
    """Inline question with a button that names the action."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = Label()
        self._yes = Button("", "danger")
        self._no = Button("")
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self._decline)
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, Spacing.S, 0, 0)
        rows.addWidget(self.label)
        rows.addLayout(buttons)
        self.put_away()

    def ask(self, question: str, yes: str, no: str = "") -> None:
        """Show a question, with the focus on the harmless button, which says "Keep it" by default."""
        self.label.setText(question)
        self.label.show()
        for button, words in ((self._yes, yes), (self._no, no or self.tr("Keep it"))):
            button.setText(words)
            button.setAccessibleName(words)
        self.show()
        self._no.setFocus()
        # On a page that scrolls it may come below the edge; where, is known once the page is laid out.
        call_soon(self, self._come_into_view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decline on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._decline()
        else:
            super().keyPressEvent(event)

    def _come_into_view(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.isVisible():
            above.ensureWidgetVisible(self)

    def _agree(self) -> None:
        self.put_away()
        self.agreed.emit()

    def _decline(self) -> None:
        self.put_away()
        self.declined.emit()

    def put_away(self) -> None:
        """Hide the question, unanswered."""
        self.label.hide()
        self.hide()
