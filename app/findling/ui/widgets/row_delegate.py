"""What the rows of all lists of this place have in common: their ground, lines of words, icons."""

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
    """Paints grounds and lines of words in the theme's type and colours."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def line_height(self, size: TextSize) -> int:
        """The height of a line of words, in pixels."""
        return QFontMetrics(self._theme.font(size)).height()

    def width_of(self, words: str, size: TextSize, *, medium: bool = False) -> int:
        """How wide some words are, in pixels."""
        return QFontMetrics(self._theme.font(size, medium=medium)).horizontalAdvance(words)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what lies below a row: whether it is chosen, pointed at, has the focus."""
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
        """Write one line at the leading side, or the trailing one; what is too long is shortened."""
        font = self._theme.font(size, medium=medium)
        to_right = trailing is not (option.direction is Qt.LayoutDirection.RightToLeft)
        side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        words = QFontMetrics(font).elidedText(words, elide, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)

    def draw(self, painter: QPainter, rect: QRect, icon: str, colour: str = "soft") -> None:
        """Draw an icon of the set."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect.topLeft(), self._theme.pixmap(icon, rect.width(), colour, ratio))


def place(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Where something stands in a row for those who read from the other side."""
    return QStyle.visualRect(option.direction, option.rect, rect)
