"""A quiet stand-in for a document that is on its way: bars where its lines will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from findling.ui.theme.tokens import ROW_CORNER, Spacing

if TYPE_CHECKING:
    from findling.ui.theme.theme import Theme

_BAR = 10
_SHARES = (0.55, 0.0, 0.95, 0.9, 0.97, 0.6, 0.0, 0.93, 0.88, 0.96, 0.4)


class Skeleton(QWidget):
    """Bars; nothing moves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The document is being read"))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("raised"))
        room = self.width() - 2 * Spacing.XL
        for line, share in enumerate(_SHARES):
            width = room * share
            left = self.width() - Spacing.XL - width if self.isRightToLeft() else Spacing.XL
            bar = QRectF(left, Spacing.XL + line * (_BAR + Spacing.M), width, _BAR)
            if share:
                painter.drawRoundedRect(bar, min(ROW_CORNER, _BAR / 2), min(ROW_CORNER, _BAR / 2))
