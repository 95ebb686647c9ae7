"""Qt model of the results, which changes only rows that differ."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from findling.domain.result_folding import fold_versions
from findling.ui.pages.search.result_labels import describe_row
from findling.ui.pages.search.result_rows import ResultRow, RowForm, count_good, make_rows
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
    """Roles beside those of Qt."""

    ROW = Qt.ItemDataRole.UserRole
    PATH = Qt.ItemDataRole.UserRole + 1
    RELEVANCE = Qt.ItemDataRole.UserRole + 2


class ResultsModel(KeyedModel[ResultRow]):
    """Flat list of results, their unfolded passages and separators."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.key, parent)
        self._results: tuple[Result, ...] = ()
        self._unfolded: set[Path] = set()
        self._gone: AbstractSet[Path] = frozenset()
        self._good = 0
        self._folds_versions = True
        self.query = ""
        """Words of the query without filters, highlighted in passages."""

    @property
    def results(self) -> tuple[Result, ...]:
        """The results, best first."""
        return self._results

    @property
    def has_good(self) -> bool:
        """True where one of them is more than a weak match."""
        return self._good > 0

    def find(self, path: Path) -> QModelIndex:
        """Return the index of a file, invalid if it has no row."""
        for at, row in enumerate(self._rows):
            if row.form is RowForm.RESULT and row.result and row.result.path == path:
                return self.index(at)
        return QModelIndex()

    def apply(
        self,
        results: Sequence[Result],
        query: str,
        gone: AbstractSet[Path] = frozenset(),
        *,
        keeps_separator: bool = False,
    ) -> None:
        """Show results, best first; files in `gone` no longer exist, and remaining rows are moved.

        A separator that is kept stands where it stood, whatever came after it.
        """
        words_changed, self.query = query != self.query, query
        self._results = tuple(results)
        self._gone = gone
        if self._unfolded:
            self._unfolded &= {result.path for result in results}
        if not keeps_separator:
            self._good = self._count_good()
        self._show_rows()
        if words_changed and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def fold(self, path: Path, *, folded: bool) -> None:
        """Hide or show the further passages of a file."""
        (self._unfolded.discard if folded else self._unfolded.add)(path)
        self._show_rows()

    def set_folding(self, *, folds_versions: bool) -> None:
        """Show one row for all versions of a document, or one for each."""
        if folds_versions != self._folds_versions:
            self._folds_versions = folds_versions
            self._good = self._count_good()
            self._show_rows()

    def _count_good(self) -> int:
        return count_good(fold_versions(self._results) if self._folds_versions else self._results)

    def _show_rows(self) -> None:
        rows = make_rows(self._results, self._unfolded, self._gone, self._good, folds_versions=self._folds_versions)
        self.change_to(rows)

    def accessible_text(self, row: ResultRow) -> str:
        """Return a row as one sentence."""
        return describe_row(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the data of a row."""
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
        """Allow selection and dragging of all rows but separators."""
        if not index.isValid() or self._rows[index.row()].result is None:
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        result = self._rows[index.row()].result
        # Of what is in another file there is no file to be given away.
        return enabled if result and result.outermost else enabled | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the files of some rows for another program."""
        results = (self._rows[index.row()].result for index in indexes)
        return to_mime(list(dict.fromkeys(each.path for each in results if each and each.outermost is None)))

    def supportedDragActions(self) -> Qt.DropAction:
        """Allow other programs to copy or link a file, but not to move it."""
        return Qt.DropAction.CopyAction | Qt.DropAction.LinkAction
