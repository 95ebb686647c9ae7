"""Base delegate of the window's lists: background, lines of text, icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from findling.ui.theme.tokens import ROW_CORNER, Spacing, TextSize

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from findling.ui.theme.theme import Theme

_EDGE = 2


class RowDelegate(QStyledItemDelegate):
    """Paints backgrounds and lines of text in the theme's fonts and colours."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def line_height(self, size: TextSize) -> int:
        """Return the height of a line of text in pixels."""
        return QFontMetrics(self._theme.font(size)).height()

    def width_of(self, words: str, size: TextSize, *, medium: bool = False) -> int:
        """Return the width of a text in pixels."""
        return QFontMetrics(self._theme.font(size, medium=medium)).horizontalAdvance(words)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint the background of a selected, hovered or focused row."""
        state = option.state
        rect = QRectF(option.rect).adjusted(Spacing.XS, 1, -Spacing.XS, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("accent_wash"))
            painter.drawRoundedRect(rect, ROW_CORNER, ROW_CORNER)
            edge = QRect(
                round(rect.left()), round(rect.top()) + ROW_CORNER, _EDGE, round(rect.height()) - 2 * ROW_CORNER
            )
            painter.fillRect(place(option, edge), self._theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("raised"))
            painter.drawRoundedRect(rect, ROW_CORNER, ROW_CORNER)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), ROW_CORNER - 1, ROW_CORNER - 1)

    def write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        words: str,
        *,
        size: TextSize = TextSize.BODY,
        colour: str = "ink",
        medium: bool = False,
        trailing: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        """Write one line at the leading or trailing side, elided where it does not fit."""
        font = self._theme.font(size, medium=medium)
        to_right = trailing is not (option.direction is Qt.LayoutDirection.RightToLeft)
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        words = QFontMetrics(font).elidedText(words, elide, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)

    def draw(self, painter: QPainter, rect: QRect, icon: str, colour: str = "soft") -> None:
        """Draw an icon."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self._theme.pixmap(icon, rect.width(), colour, ratio))


def place(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Mirror a rectangle within a row in right-to-left layouts."""
    return QStyle.visualRect(option.direction, option.rect, rect)
