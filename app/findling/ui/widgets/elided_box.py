"""Combo box that may be narrower than what it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LETTERS = 6
_WIDEST = 220
_MARGIN = Spacing.XS
"""Pixels that the style leaves between a text and the end of its field."""


class ElidedBox(QComboBox):
    """Box whose text ends in dots where it does not fit; its list is as wide as what it offers."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        # On Linux, Qt gives what is chosen for the name.
        self.setAccessibleDescription(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(self.setToolTip)

    def sizeHint(self) -> QSize:
        """Return the room for what it offers, up to a width that is enough for most names."""
        wanted = super().sizeHint()
        return QSize(min(wanted.width() + _MARGIN, _WIDEST), wanted.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for the first letters."""
        least = self.fontMetrics().averageCharWidth() * _LETTERS + 3 * Spacing.L
        return QSize(least, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """Show the list, wide enough for all of its rows."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(view.sizeHintForColumn(0) + bar + 2 * Spacing.M)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint as much of the text as there is room for."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - _MARGIN
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
