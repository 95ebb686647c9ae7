"""Qt model of one sheet: header, cells and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from findling.extraction.answer_spans import find_query_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from findling.domain.preview import Sheet
    from findling.ui.theme.theme import Theme

_FAINT = 64
_STRONG = 0.5
_LONG_CELL = 48


class SheetModel(QAbstractTableModel):
    """Sheet whose first row is its header if it looks like one."""

    def __init__(self, sheet: Sheet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_head = has_head(sheet.rows)
        self._head = sheet.rows[0] if self._has_head else ()
        self.rows = sheet.rows[1:] if self._has_head else sheet.rows
        self._columns = max(map(len, sheet.rows), default=0)
        self._passages: dict[int, bool] = {}
        self._searched = ""
        self._underlined: QFont | None = None
        self._finding: tuple[int, int] | None = None
        self._words = ""

    @property
    def head_rows(self) -> int:
        """Number of rows of the sheet that are its header."""
        return int(self._has_head)

    def mark_rows(self, rows: dict[int, bool]) -> None:
        """Mark rows; True for those that answer, False for others of a passage."""
        self._passages = rows
        self._repaint()

    def underline_words(self, words: str, font: QFont) -> None:
        """Underline the cells with words that were searched for."""
        self._searched, self._underlined = words, QFont(font)
        self._underlined.setUnderline(True)
        self._repaint()

    def mark_words(self, words: str, finding: tuple[int, int] | None) -> None:
        """Mark the cells that contain words, and the current one of them."""
        self._words, self._finding = words.casefold(), finding
        self._repaint()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows below the header."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns of the longest row."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the data of a cell."""
        text = self._cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(text.split())
            case Qt.ItemDataRole.ToolTipRole:
                return text if "\n" in text or len(text) > _LONG_CELL else None
            case Qt.ItemDataRole.BackgroundRole:
                return self._background(index.row(), index.column(), text)
            case Qt.ItemDataRole.FontRole if self._searched and find_query_words(text, self._searched, 1):
                return self._underlined
            case Qt.ItemDataRole.TextAlignmentRole if is_number(text):
                return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return header cells or letters, and the row numbers of the sheet."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            is_figures = bool(self.rows) and is_number(self._cell(0, section))
            side = Qt.AlignmentFlag.AlignTrailing if is_figures else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1 + self.head_rows)
        if self._has_head:
            return self._head[section] if section < len(self._head) else ""
        return column_letters(section)

    def _cell(self, row: int, column: int) -> str:
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def _background(self, row: int, column: int, text: str) -> QColor | None:
        mark = self._theme.colour("mark")
        if self._finding == (row, column):
            strong = self._theme.colour("warn")
            strong.setAlphaF(_STRONG)
            return strong
        if self._passages.get(row) or (self._words and self._words in text.casefold()):
            return mark
        if row in self._passages:
            mark.setAlpha(_FAINT)
            return mark
        return None

    def _repaint(self) -> None:
        if self.rows and self._columns:
            last = self.index(len(self.rows) - 1, self._columns - 1)
            roles = [Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.FontRole]
            self.dataChanged.emit(self.index(0, 0), last, roles)


def has_head(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row looks like a header: no cell empty, repeated or a number."""
    if len(rows) < 2:
        return False
    first = [cell.strip() for cell in rows[0]]
    return bool(first) and all(first) and len(set(first)) == len(first) and not any(map(is_number, first))


def is_number(text: str) -> bool:
    """Return whether a cell is a number, with separators, currency or percent sign."""
    digits = text.strip().strip("€$£%+-() ").replace(",", "").replace(".", "").replace("'", "").replace(" ", "")
    return digits.isdigit()


def column_letters(column: int) -> str:
    """Return the name of a column in spreadsheets: A to Z, AA, AB and so on."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
