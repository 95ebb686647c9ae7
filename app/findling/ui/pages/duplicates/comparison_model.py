"""Two texts side by side as rows, of which some differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from findling.domain.comparisons import Side
from findling.ui.i18n.formatting import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from findling.domain.comparisons import Piece, SideRow
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
        return self.tr("%Ln paragraph(s) the same", "", number)


def differs(row: SideRow) -> bool:
    """Whether there is something in a row that is not the same."""
    return any(piece.side is not Side.SAME for piece in (*row.first, *row.second))


def _is_moved(row: SideRow) -> bool:
    return any(piece.side is Side.MOVED for piece in (*row.first, *row.second))


def _join(pieces: Sequence[Piece]) -> str:
    return " ".join(one_line(piece.text) for piece in pieces)
