"""List of the quick window, whose rows look like those of the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from findling.ui.pages.search.result_delegate import ResultDelegate

if TYPE_CHECKING:
    from findling.ui.pages.search.result_model import ResultsModel
    from findling.ui.theme.theme import Theme


class QuickResults(QListView):
    """View of a `ResultsModel` that is moved in by the keys of the box beside it."""

    def __init__(self, theme: Theme, model: ResultsModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(theme, model, self))
        self.setAccessibleName(self.tr("Results"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def needed_height(self) -> int:
        """Height of all rows, in pixels."""
        option = QStyleOptionViewItem()
        delegate = self.itemDelegate()
        rows = (delegate.sizeHint(option, self._model.index(at)).height() for at in range(self._model.rowCount()))
        return sum(rows)

    def choose(self, at: int, direction: int) -> None:
        """Select the first result from a row on, forwards (1) or backwards (-1)."""
        ahead = range(at, self._model.rowCount()) if direction > 0 else range(at, -1, -1)
        for row in ahead:
            if self._model.row(row).result is not None:
                index = self._model.index(row)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
                return
