"""Comparison as one list of two columns, so that both scroll together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView

from findling.ui.pages.duplicates.comparison_layout import ComparisonTexts, RowHeights
from findling.ui.pages.duplicates.comparison_rows import (
    GUTTER,
    ComparisonDelegate,
    ComparisonModel,
    column_width,
    differs,
)
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.comparisons import SideRow
    from findling.ui.theme.theme import Theme

_SLICE_SECONDS = 0.008
_SEEN = 100
"""More rows than any screen shows."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A moved passage: its rows at the left and at the right."""

    left: int
    right: int


class ComparisonView(QListView):
    """The comparison, with navigation between differences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = ComparisonModel(self)
        self._moves: tuple[_Move, ...] = ()
        self.setModel(self._model)
        self._texts = ComparisonTexts(theme)
        self._heights = RowHeights(self._texts, theme)
        self.setItemDelegate(ComparisonDelegate(theme, self._model, self._texts, self._heights, self))
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._measure)
        self.setAccessibleName(self.tr("Comparison"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._measure_seen)
        theme.changed.connect(self._restart_layout)

    @property
    def differences(self) -> list[int]:
        """Rows at which a difference begins."""
        rows = self._model.rows
        return [at for at, row in enumerate(rows) if differs(row) and not (at and differs(rows[at - 1]))]

    @property
    def is_exact(self) -> bool:
        """True when all rows have their exact height; visible rows have it at once."""
        return self._heights.is_done

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show another comparison from its first difference on."""
        self._heights.begin(rows, self._text_width)
        self._model.show_rows(rows)
        self._measuring.start()
        self._moves = tuple(_find_moves(rows))
        self.scrollToTop()
        if differences := self.differences:
            self._choose(differences[0], QAbstractItemView.ScrollHint.EnsureVisible)
        self._measure_seen()

    def step(self, by: int) -> None:
        """Go to the next difference, or with -1 to the previous one, wrapping around."""
        places = self.differences
        if not places:
            return
        at = self.currentIndex().row()
        after = [place for place in places if place > at] if by > 0 else [place for place in places if place < at]
        target = (after or places)[0] if by > 0 else (after or places)[-1]
        self._choose(target, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page's shortcuts."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines again."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._restart_layout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and lines that join moved passages."""
        super().paintEvent(event)
        if not self._moves:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        for move in self._moves:
            painter.drawPath(self._join(move))
        painter.end()

    @property
    def _text_width(self) -> int:
        return max(column_width(self.viewport().width()) - Spacing.S, 1)

    def _restart_layout(self) -> None:
        """Break all lines again, visible ones first."""
        self._texts.forget()
        self._heights.begin(self._model.rows, self._text_width)
        self._relayout()
        self._measure_seen()
        self._measuring.start()

    def _measure(self) -> None:
        """Measure a few more rows; apply the heights once all are known."""
        self._heights.measure_some(_SLICE_SECONDS)
        if self._heights.is_done:
            self._measuring.stop()
            self._relayout()

    def _measure_seen(self) -> None:
        if not self._heights.is_done and self._heights.measure(self._seen_rows()):
            self._relayout()

    def _seen_rows(self) -> range:
        first = max(self.indexAt(QPoint(1, 0)).row(), 0)
        last = self.indexAt(QPoint(1, self.viewport().height())).row()
        return range(first, self._model.rowCount() if last < 0 else last + 1)[:_SEEN]

    def _relayout(self) -> None:
        """Lay out all rows again and keep the visible text in place."""
        top = self.indexAt(QPoint(1, 0))
        before = self.visualRect(top).top()
        self.doItemsLayout()
        if top.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(top).top() - before)
        # A scroll bar that comes while the view is being shown takes width away without a resize event.
        if self._text_width < self._heights.width:
            self._restart_layout()

    def _join(self, move: _Move) -> QPainterPath:
        left, right = (self.visualRect(self._model.index(row)) for row in (move.left, move.right))
        start = left.left() + Spacing.S + column_width(self.viewport().width()) + 2
        end = start + GUTTER - 4
        if self.isRightToLeft():
            start, end = end, start
        middle = (start + end) / 2
        path = QPainterPath(QPointF(start, left.center().y()))
        path.cubicTo(middle, left.center().y(), middle, right.center().y(), end, right.center().y())
        return path

    def _choose(self, row: int, hint: QAbstractItemView.ScrollHint) -> None:
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, hint)


def _find_moves(rows: Sequence[SideRow]) -> list[_Move]:
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for at, row in enumerate(rows):
        for pieces, found in ((row.first, left), (row.second, right)):
            for piece in pieces:
                if piece.move is not None:
                    found.setdefault(piece.move, at)
    return [_Move(left[number], right[number]) for number in left if number in right]
