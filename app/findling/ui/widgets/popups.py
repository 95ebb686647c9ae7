"""Popups that ask for a name or a span of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_FIELD_WIDTH = 240


class Popup(QFrame):
    """A popup below a widget; Esc or a click beside it closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_role(self, "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_below(self, widget: QWidget) -> None:
        """Show the popup below a widget, at its leading side."""
        self.adjustSize()
        is_rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = widget.width() - self.width() if is_rtl else 0
        self.move(widget.mapToGlobal(QPoint(left, widget.height() + Spacing.XS)))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class NamePopup(Popup):
    """Asks for a line of text."""

    given = Signal(str)

    def __init__(self, parent: QWidget, question: str, action: str, proposal: str = "") -> None:
        super().__init__(parent)
        self._field = QLineEdit(proposal)
        self._field.setMinimumWidth(_FIELD_WIDTH)
        self._field.setAccessibleName(question)
        self._field.setPlaceholderText(question)
        self._field.selectAll()
        self._field.returnPressed.connect(self._give)
        button = QPushButton(action)
        set_role(button, "primary")
        button.clicked.connect(self._give)
        fill(QHBoxLayout(self), self._field, button, margins=(Spacing.M,) * 4, spacing=Spacing.S)
        self.setFocusProxy(self._field)

    def show_below(self, widget: QWidget) -> None:
        """Show the popup and focus the field."""
        super().show_below(widget)
        self._field.setFocus()

    def _give(self) -> None:
        text = self._field.text().strip()
        self.close()
        if text:
            self.given.emit(text)


class SpanPopup(Popup):
    """Asks for the first and the last day of a span."""

    given = Signal(QDate, QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        today = QDate.currentDate()
        self._first = self._make_field(today.addMonths(-1))
        self._last = self._make_field(today)
        button = QPushButton(self.tr("Show these"))
        set_role(button, "primary")
        button.clicked.connect(self._give)
        form = QFormLayout(self)
        form.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, Spacing.M)
        form.setSpacing(Spacing.S)
        form.addRow(self._label(self.tr("&From"), self._first), self._first)
        form.addRow(self._label(self.tr("&To, with this day"), self._last), self._last)
        form.addRow(button)

    def _make_field(self, day: QDate) -> QDateEdit:
        field = QDateEdit(day)
        field.setCalendarPopup(True)
        field.setDisplayFormat(self.tr("d MMM yyyy"))
        return field

    def _label(self, words: str, field: QDateEdit) -> QLabel:
        label = QLabel(words)
        label.setBuddy(field)
        return label

    def _give(self) -> None:
        first, last = sorted((self._first.date(), self._last.date()), key=QDate.toJulianDay)
        self.close()
        self.given.emit(first, last)
