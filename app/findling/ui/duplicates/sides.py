"""Two texts side by side as one list of rows, so that both columns scroll as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from findling.duplicates import Side
from findling.ui.duplicates.rowdelegate import RowDelegate
from findling.ui.duplicates.sidetext import SideTexts
from findling.ui.theme.tokens import Space, TextSize
from findling.ui.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from findling.searcher.reviews import Piece, SideRow
    from findling.ui.duplicates.keyed import Index
    from findling.ui.theme.theme import Theme

_GUTTER = 24
_EDGE = 3
_NOWHERE = QModelIndex()


class SidesModel(QAbstractListModel):
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
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row in words: what is the same once, what differs on each side."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._speak(self._rows[index.row()])
        return None

    def _speak(self, row: SideRow) -> str:
        if row.skipped:
            return self.tell_skipped(row.skipped)
        if not differs(row):
            return self.tr("The same: {text}").format(text=_join(row.first))
        nothing = self.tr("nothing")
        words = (
            self.tr("Moved. Left: {left}. Right: {right}")
            if _is_moved(row)
            else self.tr("Differs. Left: {left}. Right: {right}")
        )
        return words.format(left=_join(row.first) or nothing, right=_join(row.second) or nothing)

    def tell_skipped(self, number: int) -> str:
        """What stands for rows that are left out."""
        return self.tr("%n paragraph(s) the same", "", number)


class SidesDelegate(RowDelegate):
    """Paints rows of two columns."""

    def __init__(self, theme: Theme, model: SidesModel, view: QListView) -> None:
        super().__init__(theme, view)
        self._model = model
        self._view = view
        self._texts = SideTexts(theme)
        theme.changed.connect(self._texts.forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """The height of the longer side."""
        row = self._model.rows[index.row()]
        if row.skipped:
            return QSize(0, self.line_height(TextSize.META) + 2 * Space.S)
        width = column_width(self._view.viewport().width())
        sides = [self._texts.lay_out(pieces, width - Space.S) for pieces in (row.first, row.second) if pieces]
        return QSize(0, round(max(side.height for side in sides)) + Space.S)

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
            start = rect.left() + (0 if self._view.isRightToLeft() else Space.S)
            side = self._texts.lay_out(pieces, rect.width() - Space.S)
            side.layout.draw(painter, QPointF(start, rect.top() + Space.XS))


@dataclass(frozen=True, slots=True)
class _Move:
    """A passage that stands elsewhere: its row at the left and its row at the right."""

    left: int
    right: int


class SidesView(QListView):
    """The comparison; next and previous difference."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = SidesModel(self)
        self._moves: tuple[_Move, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(SidesDelegate(theme, self._model, self))
        self.setAccessibleName(self.tr("Comparison"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def differences(self) -> list[int]:
        """The rows at which a difference begins."""
        rows = self._model.rows
        return [at for at, row in enumerate(rows) if differs(row) and not (at and differs(rows[at - 1]))]

    def show_rows(self, rows: Sequence[SideRow]) -> None:
        """Show another comparison, from its first difference on."""
        self._model.show_rows(rows)
        self._moves = tuple(_find_moves(rows))
        self.scrollToTop()
        if self.differences:
            self._choose(self.differences[0], QAbstractItemView.ScrollHint.EnsureVisible)

    def step(self, by: int) -> None:
        """Go to the next difference, or with -1 to the one before; from the last to the first."""
        places = self.differences
        if not places:
            return
        at = self.currentIndex().row()
        after = [place for place in places if place > at] if by > 0 else [place for place in places if place < at]
        target = (after or places)[0] if by > 0 else (after or places)[-1]
        self._choose(target, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are keys of the place."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and lines from where a passage stands to where it moved."""
        super().paintEvent(event)
        if not self._moves:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), 1.5))
        for move in self._moves:
            painter.drawPath(self._join(move))
        painter.end()

    def _join(self, move: _Move) -> QPainterPath:
        left, right = (self.visualRect(self._model.index(row)) for row in (move.left, move.right))
        start = left.left() + Space.S + column_width(self.viewport().width()) + 2
        end = start + _GUTTER - 4
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


def column_width(width: int) -> int:
    """How wide one of two columns is, in pixels, of a view of some width."""
    return max((width - _GUTTER - 2 * Space.S) // 2, 1)


def column(option: QStyleOptionViewItem, number: int) -> QRect:
    """Where the first or the second column of a row is."""
    width = column_width(option.rect.width())
    left = option.rect.left() + Space.S + number * (width + _GUTTER)
    return QStyle.visualRect(option.direction, option.rect, QRect(left, option.rect.top(), width, option.rect.height()))


def differs(row: SideRow) -> bool:
    """Whether there is something in a row that is not the same."""
    return any(piece.side is not Side.SAME for piece in (*row.first, *row.second))


def _is_moved(row: SideRow) -> bool:
    return any(piece.side is Side.MOVED for piece in (*row.first, *row.second))


def _join(pieces: Sequence[Piece]) -> str:
    return " ".join(one_line(piece.text) for piece in pieces)


def _find_moves(rows: Sequence[SideRow]) -> list[_Move]:
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for at, row in enumerate(rows):
        for pieces, found in ((row.first, left), (row.second, right)):
            for piece in pieces:
                if piece.move is not None:
                    found.setdefault(piece.move, at)
    return [_Move(left[number], right[number]) for number in left if number in right]
