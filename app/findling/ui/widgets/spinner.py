"""Busy indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from findling.ui.theme.tokens import ICON_SIZE

if TYPE_CHECKING:
    from findling.ui.theme.theme import Theme

_FRAME_MS = 33
_STEP = 12
_ARC = 100
_FULL_STEP = 360
_SIXTEENTHS = 16


class Spinner(QWidget):
    """Arc that turns while it is shown, unless the system asks for reduced motion."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._angle = 0
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._turn)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setAccessibleName(self.tr("Searching"))
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Start turning."""
        super().showEvent(event)
        if self._theme.motion:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop turning."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the arc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        circle = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.drawArc(circle, -self._angle * _SIXTEENTHS, _ARC * _SIXTEENTHS)

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP) % _FULL_STEP
        self.update()
