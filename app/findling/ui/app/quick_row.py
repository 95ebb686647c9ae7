"""Delegate for one-row results in the quick window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from findling.ui.i18n.formatting import day, location
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.result_labels import describe_row, title_label
from findling.ui.theme.tokens import LARGE_ICON_SIZE, ROW_CORNER, Spacing, TextSize
from findling.ui.widgets.row_delegate import RowDelegate, place

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from findling.ui.pages.search.result_model import ResultsModel
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.theme.theme import Theme

ROW_HEIGHT = 48
LINE_HEIGHT = 26
_EDGE = 2
_MIDDLE = Qt.TextElideMode.ElideMiddle


class QuickRowDelegate(RowDelegate):
    """Paints the rows of a `ResultsModel` without their passages."""

    def __init__(self, theme: Theme, model: ResultsModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one height for results and one for the lines between them."""
        return QSize(0, height(self._model.row(index.row())))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        row = self._model.row(index.row())
        rect: QRect = option.rect.adjusted(Spacing.XS, 0, -Spacing.XS, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.result is None:
            self._write_meta(painter, option, rect.adjusted(Spacing.M, 0, 0, 0), describe_row(row))
        else:
            self._paint_ground(painter, option, rect)
            self._paint_result(painter, option, rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not is_chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_wash" if is_chosen else "raised"))
        painter.drawRoundedRect(rect, ROW_CORNER, ROW_CORNER)
        if is_chosen:
            edge = QRect(rect.left(), rect.top() + ROW_CORNER, _EDGE, rect.height() - 2 * ROW_CORNER)
            painter.fillRect(place(option, edge), self._theme.colour("accent"))

    def _paint_result(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: ResultRow) -> None:
        assert row.result is not None
        mark = QRect(0, 0, LARGE_ICON_SIZE, LARGE_ICON_SIZE)
        mark.moveCenter(rect.center())
        mark.moveLeft(rect.left() + Spacing.M)
        ratio = painter.device().devicePixelRatio()
        at = place(option, mark).topLeft()
        painter.drawPixmap(at, self._theme.kind_pixmap(row.result.kind, LARGE_ICON_SIZE, ratio))
        left = mark.right() + Spacing.M
        words = QRect(left, rect.top() + 5, rect.right() - Spacing.M - left, (rect.height() - 10) // 2)
        self.write(painter, option, place(option, words), title_label(row), medium=True, elide=_MIDDLE)
        where = f"{isolate(location(row.result.path, row.result.outermost))} · {day(row.result.modified_ns)}"
        words.translate(0, words.height())
        self._write_meta(painter, option, place(option, words), where)

    def _write_meta(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str) -> None:
        self.write(painter, option, rect, words, size=TextSize.META, colour="soft", elide=_MIDDLE)


def height(row: ResultRow) -> int:
    """Return the height of a row in pixels."""
    return LINE_HEIGHT if row.result is None else ROW_HEIGHT
