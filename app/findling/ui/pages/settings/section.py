"""Sections of settings, each with name, explanation and control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_NARROW = 480
_CONTROL_WIDTH = 220


class Section(QWidget):
    """Settings under one heading."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = heading
        self._rows = fill(QVBoxLayout(self), spacing=Spacing.L)
        self.add(_label(heading, "title"))

    def add(self, widget: QWidget) -> None:
        """Add a widget across the whole width."""
        self._rows.addWidget(widget)

    def add_words(self, words: str, role: str = "soft") -> QLabel:
        """Add a line or more of text."""
        label = _label(words, role)
        self.add(label)
        return label

    def add_setting(self, name: str, explanation: str, control: QWidget, *, below: bool = False) -> Setting:
        """Add a setting.

        Args:
            name: also the accessible name of the control.
            explanation: its effect, in a line.
            control: changes the setting.
            below: put the control below the words.
        """
        setting = Setting(name, explanation, control, below=below)
        self.add(setting)
        return setting


class Setting(QWidget):
    """Words with a control beside them, or below if there is little room."""

    def __init__(self, name: str, explanation: str, control: QWidget, *, below: bool = False) -> None:
        super().__init__()
        self._below = below
        self._explanation = _label(explanation, "soft")
        self._remark = _label("", "soft")
        self._remark.hide()
        control.setAccessibleName(name)
        control.setAccessibleDescription(explanation)
        if not below:
            control.setMinimumWidth(min(_CONTROL_WIDTH, control.sizeHint().width()))
        words = self._words = QVBoxLayout()
        words.setSpacing(Spacing.XS)
        words.addWidget(_label(name, ""))
        words.addWidget(self._explanation)
        words.addWidget(self._remark)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Spacing.S if below else Spacing.XL)
        self._line.addLayout(words, 1)
        self._control = control
        self._line.addWidget(control, 0, Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignTop)

    def explain(self, explanation: str) -> None:
        """Change the explanation."""
        self._explanation.setText(explanation)
        self._control.setAccessibleDescription(explanation)

    def remark(self, words: str, role: str = "soft") -> None:
        """Show a remark about the value; "" for none."""
        self._remark.setText(words)
        set_role(self._remark, role)
        self._remark.setVisible(bool(words))

    def put_below(self, widget: QWidget) -> None:
        """Add a widget below the remark."""
        self._words.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control below the words if there is little room."""
        super().resizeEvent(event)
        narrow = self._below or event.size().width() < _NARROW
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(Spacing.S if narrow else Spacing.XL)


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    # By the direction of the page, not of the words: a path runs from left to right on every page.
    is_rtl = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return label
