"""List view of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from findling.ui.pages.search.result_delegate import ResultDelegate
from findling.ui.pages.search.result_rows import RowForm
from findling.ui.widgets.deferred_call import call_soon
from findling.ui.widgets.typed_text import read_typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from findling.domain.search import Result
    from findling.ui.pages.search.result_model import ResultsModel
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.pages.search.row_thumbnails import RowThumbnails
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

_Select = QItemSelectionModel.SelectionFlag
_BATCH = 1_000
_STEP_PX = 24
_BELOW = (RowForm.PASSAGE, RowForm.VERSION)
_NEAR_END_PAGES, _AHEAD_PAGES = 1.5, 0.5

MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}
"""Keys that move the selection, and by how many rows."""


class ResultsList(QListView):
    """View of a `ResultsModel` with one current row; more may be selected."""

    chosen = Signal(bool)
    """The current row changed; whether the user chose it."""
    named = Signal(str)
    """A key asks for the action of this name."""
    counted = Signal()
    """More rows are selected, or fewer."""
    opened = Signal()
    """Enter or a double click."""
    peeked = Signal()
    typed = Signal(str)
    """Text was typed that belongs into the search box."""
    left = Signal()
    """Esc."""
    menu_wanted = Signal(QPoint)
    end_neared = Signal()

    def __init__(
        self,
        theme: Theme,
        model: ResultsModel,
        parent: QWidget | None = None,
        thumbnails: RowThumbnails | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = ResultDelegate(theme, model, self, thumbnails)
        self._by_hand = True
        self._begun = QPersistentModelIndex()
        self._kept_by_hand = False
        self._pointed_at = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Results"))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(_STEP_PX)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self._by_hand))
        self.selectionModel().selectionChanged.connect(lambda: self.counted.emit())
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def is_untouched(self) -> bool:
        """The user neither selected a row nor scrolled, nor moved the pointer over the rows."""
        return not self._kept_by_hand and not self._pointed_at and self.verticalScrollBar().value() == 0

    def current_row(self) -> ResultRow | None:
        """Return the selected row."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    @property
    def is_unfolded(self) -> bool:
        """The selected row is of a result whose further passages are shown."""
        row = self.current_row()
        return row is not None and (row.unfolded or row.form in _BELOW)

    def selected_rows(self) -> list[ResultRow]:
        """Return the selected rows, from the first to the last."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.row(row) for row in rows]

    def show_results(
        self,
        results: Sequence[Result],
        query: str,
        *,
        is_new: bool,
        gone: AbstractSet[Path] = frozenset(),
        keeps_view: bool = False,
    ) -> None:
        """Show results.

        Args:
            results: best first.
            query: the words of the query.
            is_new: they answer another query, so the first is selected; else selection and view are kept.
            gone: files among them that no longer exist.
            keeps_view: those in view stay where they are, and so does a separator that was seen.
        """
        anchor = None if is_new else self._anchor()
        at = max(self.currentIndex().row(), 0)
        self._by_hand = False
        self._kept_by_hand &= not is_new
        self._pointed_at &= not is_new
        self._model.apply(results, query, gone, keeps_separator=keeps_view and self._has_seen_separator())
        if is_new or not self._kept_by_hand:
            self._choose_from(0, 1)
        elif not self.currentIndex().isValid():
            self._choose_from(min(at, self._model.rowCount() - 1), -1)
        if anchor:
            self._return_to(*anchor)
        else:
            self.scrollToTop()
        self._by_hand = True

    def count_in_view(self) -> int:
        """Return the number of results from the first to the last visible one."""
        return sum(row.form is RowForm.RESULT for row in self._model.rows[: self._last_in_view() + 1])

    def _last_in_view(self) -> int:
        last = self.indexAt(QPoint(self.viewport().width() // 2, self.viewport().height() - 1))
        return last.row() if last.isValid() else self._model.rowCount() - 1

    def _has_seen_separator(self) -> bool:
        """Return whether a separator stands in view or above."""
        return any(row.result is None for row in self._model.rows[: self._last_in_view() + 1])

    def step(self, key: int, *, extends: bool = False) -> None:
        """Move the selection as this key asks, or extend it."""
        by = MOVES[Qt.Key(key)]
        count, at = self._model.rowCount(), self.currentIndex().row()
        target = min(max(at + by, 0), count - 1)
        if target >= 0:
            self._choose_from(target, 1 if by > 0 or target == 0 else -1, extends=extends)

    def fold(self, *, folded: bool) -> None:
        """Fold or unfold the selected result; folding at a passage selects its result."""
        row = self.current_row()
        if row is None or row.result is None:
            return
        path = row.above or row.result.path
        if folded and row.form in _BELOW:
            self.setCurrentIndex(self._model.find(path))
        self._model.fold(path, folded=folded)
        self.scrollTo(self.currentIndex())

    def announce_choice(self, speaker: QWidget) -> None:
        """Announce the selected row to screen readers while `speaker` has the focus."""
        if speaker.hasFocus() and self.currentIndex().isValid():
            words = str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(speaker, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of a list, and pass on typed text."""
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            ahead, back = back, ahead
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in MOVES and modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.step(key, extends=bool(modifiers))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self.opened.emit()
        elif key == Qt.Key.Key_Space and not modifiers:
            self.peeked.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.named.emit("copy-files")
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.named.emit("bin")
        elif key in (ahead, back):
            self.fold(folded=key == back)
        elif typed := read_typed(event):
            self.typed.emit(typed)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold where the fold is clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._is_fold(index, at):
            row = self._model.row(index.row())
            assert row.result is not None
            self._model.fold(row.result.path, folded=row.unfolded)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a pointing hand over a fold, and note that the user is about to click."""
        super().mouseMoveEvent(event)
        self._pointed_at = True
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and self._is_fold(index, at):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Request the menu at the pointer or at the selected row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        else:
            at = event.pos()
            if not self.indexAt(at).isValid():
                return
        self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Extend the selection to the row clicked with Shift, from where keys would extend it too."""
        index = self.indexAt(event.position().toPoint())
        is_extending = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid()
        if is_extending and event.button() is Qt.MouseButton.LeftButton:
            self._choose_from(index.row(), -1, extends=True)
        else:
            super().mousePressEvent(event)

    def _choose_from(self, at: int, direction: int, *, extends: bool = False) -> None:
        """Select a row, or its neighbour where it is a separator.

        Where the selection `extends`, it is all rows from where it began.
        """
        for place in (at, at + direction, at - direction):
            if 0 <= place < self._model.rowCount() and self._model.row(place).result is not None:
                index = self._model.index(place)
                self._kept_by_hand |= self._by_hand
                if extends and self._begun.isValid():
                    self._extend_to(index)
                else:
                    self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect)
                return
        self.selectionModel().clear()

    def _extend_to(self, index: QModelIndex) -> None:
        begun = self._begun
        between = QItemSelection(self._model.index(begun.row()), index)
        self.selectionModel().select(between, _Select.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, _Select.NoUpdate)
        self.scrollTo(index)
        self._begun = begun

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Note selections by mouse, and where one begins that may be extended."""
        super().currentChanged(current, previous)
        self._begun = QPersistentModelIndex(current)
        self._kept_by_hand |= self._by_hand and current.isValid()

    def _is_fold(self, index: QModelIndex, at: QPoint) -> bool:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._delegate.fold_rect(option, self._model.row(index.row())).contains(at)

    def _anchor(self) -> tuple[QPersistentModelIndex, int] | None:
        """Return the first visible row and its position; None at the top of the list."""
        first = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        if self.verticalScrollBar().value() == 0 or not first.isValid():
            return None
        return QPersistentModelIndex(first), self.visualRect(first).top()

    def _return_to(self, index: QPersistentModelIndex, top: int) -> None:
        if index.isValid():
            self.executeDelayedItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self._model.index(index.row())).top() - top)

    def updateGeometries(self) -> None:
        """Look whether the rows fill the view, now that they are laid out."""
        super().updateGeometries()
        if self._model.rowCount():
            self._look_for_end()

    def _look_for_end(self) -> None:
        """Note that the end is near: sooner where the user scrolls than in a view just filled."""
        bar = self.verticalScrollBar()
        pages = _NEAR_END_PAGES if bar.value() else _AHEAD_PAGES
        if bar.value() + pages * bar.pageStep() > bar.maximum():
            call_soon(self, self.end_neared.emit)
