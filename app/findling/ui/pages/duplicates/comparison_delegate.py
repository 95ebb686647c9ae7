"""How a row of a comparison looks: two columns with a gutter between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from findling.ui.pages.duplicates.comparison_model import differs
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.row_delegate import RowDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.comparisons import Piece
    from findling.ui.pages.duplicates.comparison_model import ComparisonModel
    from findling.ui.pages.duplicates.comparison_text import ComparisonTexts
    from findling.ui.pages.duplicates.row_heights import RowHeights
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

GUTTER = 24
"""Between the columns, in pixels; there lines join what moved."""
_EDGE = 3


class ComparisonDelegate(RowDelegate):
    """Paints rows of two columns."""

    def __init__(
        self, theme: Theme, model: ComparisonModel, texts: ComparisonTexts, heights: RowHeights, view: QListView
    ) -> None:
        super().__init__(theme, view)
        self._model = model
        self._texts = texts
        self._heights = heights
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """The height of the longer side, as far as it is known."""
        return QSize(0, self._heights.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.skipped:
            words = f"· · ·  {self._model.tell_skipped(row.skipped)}  · · ·"
            painter.setFont(self._theme.font(TextSize.META))
            painter.setPen(self._theme.colour("soft"))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, words)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected) and differs(row)
            for number, pieces in enumerate((row.first, row.second)):
                self._paint_side(painter, column(option, number), pieces, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 0.5, -2.5, -0.5), 4, 4)
        painter.restore()

    def _paint_side(self, painter: QPainter, rect: QRect, pieces: Sequence[Piece], *, chosen: bool) -> None:
        if chosen:
            rtl = self._view.isRightToLeft()
            edge = QRect(rect.right() - _EDGE + 1 if rtl else rect.left(), rect.top() + 2, _EDGE, rect.height() - 4)
            painter.fillRect(edge, self._theme.colour("accent"))
        if pieces:
            start = rect.left() + (0 if self._view.isRightToLeft() else Spacing.S)
            side = self._texts.lay_out(pieces, rect.width() - Spacing.S)
            side.layout.draw(painter, QPointF(start, rect.top() + Spacing.XS))


def column_width(width: int) -> int:
    """How wide one of two columns is, in pixels, of a view of some width."""
    return max((width - GUTTER - 2 * Spacing.S) // 2, 1)


def column(option: QStyleOptionViewItem, number: int) -> QRect:
    """Where the first or the second column of a row is."""
    width = column_width(option.rect.width())
    left = option.rect.left() + Spacing.S + number * (width + GUTTER)
    return QStyle.visualRect(option.direction, option.rect, QRect(left, option.rect.top(), width, option.rect.height()))
