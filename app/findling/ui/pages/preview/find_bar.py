"""Bar for the search within the shown document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import leading_side
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from findling.ui.pages.preview.document_view import Findings
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_REST_MS = 150


class FindBar(QWidget):
    """Search field, state of the search, and buttons for next, previous and close."""

    words_changed = Signal(str)
    step_wanted = Signal(int)
    """The next (1) or previous (-1) occurrence is wanted."""
    closed = Signal(bool)
    """The bar was hidden; whether it had the focus."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._field.setAlignment(leading_side())
        self._field.setPlaceholderText(self.tr("Find in this document"))
        self._field.setAccessibleName(self.tr("Find in this document"))
        self._field.setClearButtonEnabled(True)
        self._state = QLabel()
        set_role(self._state, "meta")
        self._state.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._send)
        self._field.textChanged.connect(lambda: self._rest.start())
        row = fill(
            QHBoxLayout(),
            (self._field, 1),
            self._state,
            margins=(Spacing.L, Spacing.S, Spacing.M, Spacing.S),
            spacing=Spacing.XS,
        )
        for icon, words, step in (
            ("chevron-up", shortcuts.words("previous-match"), -1),
            ("chevron-down", shortcuts.words("next-match"), 1),
        ):
            button = make_tool_button(theme, icon, words)
            button.clicked.connect(lambda _=False, step=step: self.step_wanted.emit(step))
            row.addWidget(button)
        leave = make_tool_button(theme, "x", self.tr("Close"))
        leave.clicked.connect(lambda: self.leave())
        row.addWidget(leave)
        rule = QFrame()
        set_role(rule, "hairline")
        fill(QVBoxLayout(self), row, rule)
        self.hide()

    def open(self) -> None:
        """Show the bar and select its words."""
        is_new = self.isHidden()
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        if is_new and self._field.text():
            self._send()

    def leave(self) -> None:
        """Hide the bar and end the search."""
        if not self.isHidden():
            self._rest.stop()
            had_caret = self.isAncestorOf(QApplication.focusWidget() or self)
            self.hide()
            self.closed.emit(had_caret)

    def show_findings(self, findings: Findings, pages: int) -> None:
        """Show the state of the search in a document of so many pages."""
        self._state.setText(self._describe(findings, pages) if self._field.text().strip() else "")
        self._state.setAccessibleName(self._state.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Enter, back with Shift, and close on Esc."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._rest.isActive():
                self._send()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def _send(self) -> None:
        self._rest.stop()
        self._state.clear()
        self.words_changed.emit(self._field.text())

    def _describe(self, findings: Findings, pages: int) -> str:
        if findings.looking:
            words = self.tr("Looking on page {page} of {pages}")
            return words.format(page=formatting.count(findings.looking), pages=formatting.count(pages))
        if not findings.count:
            return self.tr("Not found")
        if findings.page:
            words = self.tr("{at} of {count} on page {page}")
        else:
            words = self.tr("{at} of more than {count}") if findings.more else self.tr("{at} of {count}")
        at, count = formatting.count(findings.at), formatting.count(findings.count)
        return words.format(at=at, count=count, page=formatting.count(findings.page))


def make_tool_button(theme: Theme, icon: str, words: str) -> QToolButton:
    """Make a quiet button with an icon, whose words are its tooltip and accessible name."""
    button = QToolButton()
    set_role(button, "quiet")
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    theme.set_icon(button, icon)
    return button
