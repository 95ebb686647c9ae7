"""The results as Qt's model: each answer changes only the rows that differ."""

from __future__ import annotations

from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from findling.ui.desktop import to_mime
from findling.ui.search.rows import RowForm, lay_out
from findling.ui.search.speech import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path
    from typing import TypeAlias

    from PySide6.QtCore import QObject

    from findling.types import Result
    from findling.ui.search.rows import Key, Row

    Index: TypeAlias = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the model gives beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole
    PATH = Qt.ItemDataRole.UserRole + 1
    RELEVANCE = Qt.ItemDataRole.UserRole + 2


class ResultsModel(QAbstractListModel):
    """Results, their unfolded passages and the lines between them, as a flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._results: tuple[Result, ...] = ()
        self._unfolded: set[Path] = set()
        self._gone: AbstractSet[Path] = frozenset()
        self.query = ""
        """The words that were asked for, without filters; passages are shown with regard to them."""

    @property
    def results(self) -> tuple[Result, ...]:
        """The results, best first."""
        return self._results

    def row(self, at: int) -> Row:
        """The row at a place."""
        return self._rows[at]

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
        self._change_to(lay_out(results, self._unfolded, gone))
        if words_changed and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def fold(self, path: Path, *, folded: bool) -> None:
        """Hide or show the further passages of a file."""
        (self._unfolded.discard if folded else self._unfolded.add)(path)
        self._change_to(lay_out(self._results, self._unfolded, self._gone))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows and says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Role.ROW:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return speak(row)
            case Qt.ItemDataRole.DisplayRole:
                return row.result.title if row.result else speak(row)
            case Role.PATH:
                return row.result and row.result.path
            case Role.RELEVANCE:
                return row.result and row.result.relevance
        return None

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

    def _change_to(self, wanted: list[Row]) -> None:
        places = {row.key: place for place, row in enumerate(wanted)}
        self._remove(lambda row: row.key not in places)
        self._reorder(places)
        self._insert(wanted)
        for first, last in _stretches(at for at, row in enumerate(wanted) if row != self._rows[at]):
            self._rows[first : last + 1] = wanted[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))

    def _remove(self, is_gone: Callable[[Row], bool]) -> None:
        gone = list(_stretches(at for at, row in enumerate(self._rows) if is_gone(row)))
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, places: dict[Key, int]) -> None:
        order = sorted(range(len(self._rows)), key=lambda at: places[self._rows[at].key])
        if order == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        followed = self.persistentIndexList()
        went = {old: new for new, old in enumerate(order)}
        self._rows = [self._rows[at] for at in order]
        self.changePersistentIndexList(followed, [self.index(went[index.row()]) for index in followed])
        self.layoutChanged.emit()

    def _insert(self, wanted: list[Row]) -> None:
        known = {row.key for row in self._rows}
        for first, last in _stretches(at for at, row in enumerate(wanted) if row.key not in known):
            self.beginInsertRows(_NOWHERE, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()


def _stretches(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Ascending numbers as first and last of each unbroken run."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]
