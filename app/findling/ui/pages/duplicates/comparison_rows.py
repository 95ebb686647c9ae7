"""Model and delegate of a comparison: two texts side by side as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from findling.domain.comparisons import Side
from findling.ui.i18n.formatting import one_line
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.row_delegate import RowDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from findling.domain.comparisons import Piece, SideRow
    from findling.ui.pages.duplicates.comparison_layout import ComparisonTexts, RowHeights
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

_NOWHERE = QModelIndex()


class ComparisonModel(QAbstractListModel):
    """The rows of a comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[SideRow] = ()

    @property
    def rows(self) -> Sequence[SideRow]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show another comparison."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's text for screen readers: what is the same once, what differs on each side."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(self._rows[index.row()])
        return None

    def _describe(self, row: SideRow) -> str:
        if row.skipped:
            return self.describe_skipped(row.skipped)
        if not differs(row):
            return self.tr("The same: {text}").format(text=_join(row.first))
        nothing = self.tr("nothing")
        words = (
            self.tr("Moved. Left: {left}. Right: {right}")
            if _is_moved(row)
            else self.tr("Differs. Left: {left}. Right: {right}")
        )
        return words.format(left=_join(row.first) or nothing, right=_join(row.second) or nothing)

    def describe_skipped(self, number: int) -> str:
        """Return the text that stands for omitted rows."""
        return self.tr("%Ln paragraph(s) the same", "", number)


def differs(row: SideRow) -> bool:
    """Return True if some piece of a row is not the same on both sides."""
    return any(piece.side is not Side.SAME for piece in (*row.first, *row.second))


def _is_moved(row: SideRow) -> bool:
    return any(piece.side is Side.MOVED for piece in (*row.first, *row.second))


def _join(pieces: Sequence[Piece]) -> str:
    return " ".join(one_line(piece.text) for piece in pieces)


GUTTER = 24
"""Pixels between the columns; there lines join what moved."""
_EDGE = 3


class ComparisonDelegate(RowDelegate):
    """Paints rows of two columns with a gutter between them."""

    def __init__(
        self, theme: Theme, model: ComparisonModel, texts: ComparisonTexts, heights: RowHeights, view: QListView
    ) -> None:
        super().__init__(theme, view)
        self._model = model
        self._texts = texts
        self._heights = heights
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the known height of the longer side."""
        return QSize(0, self._heights.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.skipped:
            words = f"· · ·  {self._model.describe_skipped(row.skipped)}  · · ·"
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
    """Return the width of one of two columns in a view, in pixels."""
    return max((width - GUTTER - 2 * Spacing.S) // 2, 1)


def column(option: QStyleOptionViewItem, number: int) -> QRect:
    """Return the rectangle of the first or the second column of a row."""
    width = column_width(option.rect.width())
    left = option.rect.left() + Spacing.S + number * (width + GUTTER)
    return QStyle.visualRect(option.direction, option.rect, QRect(left, option.rect.top(), width, option.rect.height()))
