"""List model that updates only the rows that differ, by key."""

from __future__ import annotations

from abc import abstractmethod
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from typing import TypeAlias

    from PySide6.QtCore import QObject

    Index: TypeAlias = QModelIndex | QPersistentModelIndex

_Row = TypeVar("_Row")
_NOWHERE = QModelIndex()


class KeyedModel(QAbstractListModel, Generic[_Row]):
    """List model of rows with unique keys."""

    def __init__(self, key: Callable[[_Row], Hashable], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._rows: list[_Row] = []

    @property
    def rows(self) -> Sequence[_Row]:
        """Return all rows."""
        return self._rows

    def row(self, at: int) -> _Row:
        """Return the row at an index."""
        return self._rows[at]

    def find_key(self, key: Hashable) -> QModelIndex:
        """Return the index of a key; invalid if there is none."""
        return next((self.index(at) for at, row in enumerate(self._rows) if self._key(row) == key), QModelIndex())

    def key_at(self, index: Index) -> Hashable:
        """Return the key at an index; None if it is invalid."""
        return self._key(self._rows[index.row()]) if index.isValid() else None

    @abstractmethod
    def accessible_text(self, row: _Row) -> str:
        """Return the text of a row for screen readers."""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a row; the delegate decides how it looks."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.accessible_text(self._rows[index.row()])
        return None

    def change_to(self, wanted: Sequence[_Row]) -> None:
        """Replace the rows, whose keys are unique, with minimal changes."""
        places = {self._key(row): at for at, row in enumerate(wanted)}
        self._remove(places)
        self._reorder(places)
        self._insert(wanted)
        for first, last in _stretches(at for at, row in enumerate(wanted) if row != self._rows[at]):
            self._rows[first : last + 1] = wanted[first : last + 1]
            self.dataChanged.emit(self.index(first), self.index(last))

    def _remove(self, places: dict[Hashable, int]) -> None:
        gone = list(_stretches(at for at, row in enumerate(self._rows) if self._key(row) not in places))
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, places: dict[Hashable, int]) -> None:
        order = sorted(range(len(self._rows)), key=lambda at: places[self._key(self._rows[at])])
        if order == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        followed = self.persistentIndexList()
        went = {old: new for new, old in enumerate(order)}
        self._rows = [self._rows[at] for at in order]
        self.changePersistentIndexList(followed, [self.index(went[index.row()]) for index in followed])
        self.layoutChanged.emit()

    def _insert(self, wanted: Sequence[_Row]) -> None:
        known = {self._key(row) for row in self._rows}
        for first, last in _stretches(at for at, row in enumerate(wanted) if self._key(row) not in known):
            self.beginInsertRows(_NOWHERE, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()


def _stretches(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Return first and last of each run of consecutive numbers."""
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]
