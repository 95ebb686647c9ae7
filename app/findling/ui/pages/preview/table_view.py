"""View of tables: sheets as tabs, and rows with passages marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from findling.extraction.answer_spans import find_query_words
from findling.extraction.passage_locator import locate
from findling.ui.pages.preview.document_view import DocumentView, Findings, Passages
from findling.ui.pages.preview.long_text import MOST_FINDINGS
from findling.ui.pages.preview.sheet_model import SheetModel
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from findling.domain.preview import Preview, Sheet
    from findling.ui.theme.theme import Theme

_WIDEST_COLUMN = 320
_NARROWEST_COLUMN = 48
_SMALLEST, _LARGEST = -4, 16
_WIDTH_ROWS = 60
_WIDTH_CELLS = 5


class MarkedCell(QStyledItemDelegate):
    """Paints the mark of a cell, which the style sheet alone would leave out."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the mark, then the cell."""
        mark = index.data(Qt.ItemDataRole.BackgroundRole)
        if mark is not None:
            painter.fillRect(option.rect, mark)
        super().paint(painter, option, index)


class TableView(DocumentView):
    """View of the sheets of a workbook."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheets: tuple[Sheet, ...] = ()
        self._passages = Passages()
        self._words = ""
        self._findings: list[tuple[int, int, int]] = []
        self._at = -1
        self._cells: list[tuple[int, int, int]] = []
        self._cells_of = ""
        self._word_at = -1
        self._enlarged = 0
        self._table = QTableView()
        self._table.setFrameShape(QFrame.Shape.NoFrame)
        self._table.setAccessibleName(self.tr("Table"))
        self._table.setWordWrap(False)
        self._table.setItemDelegate(MarkedCell(self._table))
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.setCornerButtonEnabled(False)
        self._tabs = QTabBar()
        self._tabs.setShape(QTabBar.Shape.RoundedSouth)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setAccessibleName(self.tr("Sheets"))
        self._tabs.currentChanged.connect(self._show_sheet)
        self.take_zoom_from(self._table)
        self.take_zoom_from(self._table.viewport())
        self.setFocusProxy(self._table)
        fill(QVBoxLayout(self), (self._table, 1), self._tabs)

    def show_preview(self, preview: Preview, passages: Passages) -> None:
        """Show another workbook at its current passage."""
        self._sheets, self._passages = preview.sheets, passages
        self._words, self._findings, self._at = "", [], -1
        self._cells_of = ""
        self.hold()
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for sheet in self._sheets:
            self._tabs.addTab(sheet.name.replace("&", "&&"))
        self._tabs.setVisible(len(self._sheets) > 1)
        self._tabs.setCurrentIndex(self._passage_sheet())
        self._tabs.blockSignals(False)
        self._show_sheet(max(self._tabs.currentIndex(), 0))
        self._go_to_passage()
        self._count_words()
        self.release()

    def mark(self, passages: Passages) -> None:
        """Mark other passages and go to the current one."""
        self._passages = passages
        self._tabs.setCurrentIndex(self._passage_sheet())
        self._mark_rows()
        self._go_to_passage()
        self._count_words()

    def search(self, words: str) -> None:
        """Mark the cells that contain words and go to the first one."""
        self._words = words.strip()
        self._findings = self._look_for(self._words.casefold()) if self._words else []
        self._at = 0 if self._findings else -1
        self._go_to_finding()

    def search_next(self, step: int) -> None:
        """Go to the next cell that contains the words."""
        if self._findings:
            self._at = (self._at + step) % min(len(self._findings), MOST_FINDINGS)
            self._go_to_finding()

    def step_word(self, step: int) -> bool:
        """Go to the next cell with a word searched for, from the passage on, over all sheets."""
        cells = self._searched_cells()
        if not cells:
            return False
        if self._word_at < 0:
            head_rows = self._model.head_rows if self._model else 0
            ahead = bisect_left(cells, (self._tabs.currentIndex(), (self._current_row or 0) + head_rows, 0))
            self._word_at = ahead if step > 0 else ahead - 1
        else:
            self._word_at += step
        self._word_at %= len(cells)
        sheet, row, column = cells[self._word_at]
        self._tabs.setCurrentIndex(sheet)
        model = self._model
        assert model is not None
        place = model.index(max(row - model.head_rows, 0), column)
        self._table.scrollTo(place)
        self._table.setCurrentIndex(place)
        self.counted.emit(self._word_at + 1, len(cells))
        return True

    def zoom(self, step: int) -> None:
        """Zoom the cells."""
        self._enlarged = min(max(self._enlarged + step, _SMALLEST), _LARGEST) if step else 0
        self._apply_font()

    @property
    def _model(self) -> SheetModel | None:
        model = self._table.model()
        return model if isinstance(model, SheetModel) else None

    def _show_sheet(self, index: int) -> None:
        old = self._table.model()
        if not 0 <= index < len(self._sheets):
            return
        self._table.setModel(SheetModel(self._sheets[index], self._theme, self))
        if old is not None:
            old.deleteLater()
        self._apply_font()
        self._mark_rows()
        self.page_changed.emit(index + 1, len(self._sheets))

    def _apply_font(self) -> None:
        font = self._theme.font(TextSize.BODY)
        font.setPixelSize(font.pixelSize() + self._enlarged)
        self._table.setFont(font)
        self._table.horizontalHeader().setFont(font)
        self._table.verticalHeader().setFont(font)
        height = self._table.fontMetrics().height() + Spacing.S
        self._table.verticalHeader().setDefaultSectionSize(height)
        self._size_columns()

    def _size_columns(self) -> None:
        """Size columns by the first rows: all of them would take long."""
        model = self._model
        if model is None:
            return
        metrics = self._table.fontMetrics()
        for column in range(model.columnCount()):
            texts = [row[column] for row in model.rows[:_WIDTH_ROWS] if column < len(row)]
            texts.append(str(model.headerData(column, Qt.Orientation.Horizontal)))
            longest = sorted(texts, key=len)[-_WIDTH_CELLS:]
            width = max(metrics.horizontalAdvance(text[:_WIDEST_COLUMN]) for text in longest) + Spacing.XXL
            self._table.setColumnWidth(column, min(max(width, _NARROWEST_COLUMN), _WIDEST_COLUMN))

    def _passage_sheet(self) -> int:
        hit = self._passages.current
        page = hit.page if hit is not None and hit.page else 1
        return min(page, max(len(self._sheets), 1)) - 1

    def _mark_rows(self) -> None:
        """Mark the rows of the passages of this sheet."""
        model, sheet = self._model, self._tabs.currentIndex()
        if model is None or not 0 <= sheet < len(self._sheets):
            return
        rows: dict[int, bool] = {}
        for hit in self._passages.hits:
            if (hit.page or 1) == sheet + 1:
                rows |= dict.fromkeys(_rows_of(hit.text, self._sheets[sheet], model.head_rows), False)
        answering = self._answering_rows(sheet, model.head_rows)
        rows |= dict.fromkeys(answering, True)
        model.mark_rows(rows)
        model.underline_words(self._passages.words, self._table.font())
        self._current_row = min(answering, default=None)

    def _answering_rows(self, sheet: int, head_rows: int) -> set[int]:
        """Return the current passage's rows that answer; all where none has a word of the question."""
        hit = self._passages.current
        if hit is None or (hit.page or 1) != sheet + 1:
            return set()
        whole = _rows_of(hit.text, self._sheets[sheet], head_rows)
        answer = self._passages.answer
        return (answer and whole & _rows_of(answer, self._sheets[sheet], head_rows)) or whole

    def _go_to_passage(self) -> None:
        model = self._model
        if model is not None and self._current_row is not None:
            above = max(self._current_row - 3, 0)
            self._table.scrollTo(model.index(above, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def _count_words(self) -> None:
        self._word_at = -1
        self.counted.emit(0, len(self._searched_cells()))

    def _searched_cells(self) -> list[tuple[int, int, int]]:
        """Return sheet, row and column of cells with words searched for, found once a question."""
        words = self._passages.words
        if self._cells_of != words:
            self._cells_of = words
            self._cells = list(islice(_find_cells(self._sheets, words), MOST_FINDINGS)) if words else []
        return self._cells

    def _look_for(self, words: str) -> list[tuple[int, int, int]]:
        found: list[tuple[int, int, int]] = []
        for number, sheet in enumerate(self._sheets):
            for row, cells in enumerate(sheet.rows):
                found += [(number, row, at) for at, cell in enumerate(cells) if words in cell.casefold()]
                if len(found) > MOST_FINDINGS:
                    return found[: MOST_FINDINGS + 1]
        return found

    def _go_to_finding(self) -> None:
        count = len(self._findings)
        if self._at < 0:
            if self._model is not None:
                self._model.mark_words(self._words, None)
        else:
            sheet, row, column = self._findings[self._at]
            self._tabs.setCurrentIndex(sheet)
            model = self._model
            assert model is not None
            model.mark_words(self._words, (row - model.head_rows, column))
            self._table.scrollTo(model.index(max(row - model.head_rows, 0), column))
        self.found.emit(Findings(self._at + 1, min(count, MOST_FINDINGS), more=count > MOST_FINDINGS))


def _find_cells(sheets: Sequence[Sheet], words: str) -> Iterator[tuple[int, int, int]]:
    """Yield sheet, row and column of each cell with one of the words."""
    for number, sheet in enumerate(sheets):
        for row, cells in enumerate(sheet.rows):
            if find_query_words(" ".join(cells), words, 1):
                yield from ((number, row, at) for at, cell in enumerate(cells) if find_query_words(cell, words, 1))


def _rows_of(passage: str, sheet: Sheet, head_rows: int) -> set[int]:
    """Return the rows below the header that contain a passage."""
    lines = [" ".join(row) for row in sheet.rows]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    rows: set[int] = set()
    for span in locate(passage, "\n".join(lines)):
        rows.update(range(bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1)))
    return {row - head_rows for row in rows if row >= head_rows}
