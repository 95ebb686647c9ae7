"""The results as Qt's model: each answer changes only the rows that differ."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from findling.ui.pages.search.result_labels import speak
from findling.ui.pages.search.result_rows import ResultRow, RowForm, lay_out
from findling.ui.services.desktop import to_mime
from findling.ui.widgets.keyed_model import KeyedModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from PySide6.QtCore import QObject

    from findling.domain.search import Result
    from findling.ui.widgets.keyed_model import Index


class ResultRole(IntEnum):
    """What the model gives beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    PATH = Qt.ItemDataRole.UserRole + 1
    RELEVANCE = Qt.ItemDataRole.UserRole + 2


class ResultsModel(KeyedModel[ResultRow]):
    """Results, their unfolded passages and the lines between them, as a flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.key, parent)
        self._results: tuple[Result, ...] = ()
        self._unfolded: set[Path] = set()
        self._gone: AbstractSet[Path] = frozenset()
        self.query = ""
        """The words that were asked for, without filters; passages are shown with regard to them."""

    @property
    def results(self) -> tuple[Result, ...]:
        """The results, best first."""
        return self._results

    def find(self, path: Path) -> QModelIndex:
        """Where the row of a file is; an invalid index if there is none."""
        for at, row in enumerate(self._rows):
            if row.form is RowForm.RESULT and row.result and row.result.path == path:
                return self.index(at)
        return QModelIndex()

    def apply(self, results: Sequence[Result], query: str, gone: AbstractSet[Path] = frozenset()) -> None:
        """Show these results, best first; rows of files that stay are moved, not made anew.

        Args:
            results: best first.
            query: the words that were asked for.
            gone: files among them that are there no longer.
        """
        words_changed, self.query = query != self.query, query
        self._results = tuple(results)
        self._gone = gone
        if self._unfolded:
            self._unfolded &= {result.path for result in results}
        self.change_to(lay_out(results, self._unfolded, gone))
        if words_changed and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def fold(self, path: Path, *, folded: bool) -> None:
        """Hide or show the further passages of a file."""
        (self._unfolded.discard if folded else self._unfolded.add)(path)
        self.change_to(lay_out(self._results, self._unfolded, self._gone))

    def accessible_text(self, row: ResultRow) -> str:
        """A row in words."""
        return speak(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows and says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case ResultRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole if row.result:
                return row.result.title
            case ResultRole.PATH:
                return row.result and row.result.path
            case ResultRole.RELEVANCE:
                return row.result and row.result.relevance
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Results and passages can be chosen and dragged, the lines between them cannot."""
        if not index.isValid() or self._rows[index.row()].result is None:
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return enabled | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of some rows, for another program."""
        results = (self._rows[index.row()].result for index in indexes)
        return to_mime(list(dict.fromkeys(result.path for result in results if result)))

    def supportedDragActions(self) -> Qt.DropAction:
        """Another program may copy a file or link to it, and never take it away."""
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction
