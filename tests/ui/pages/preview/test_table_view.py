"""Tables: sheets, heads, marked rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents import hit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QTableView

from findling.domain.preview import Preview, PreviewForm, Sheet
from findling.formats import FileKind
from findling.ui.pages.preview.document_view import Passages
from findling.ui.pages.preview.sheet_model import SheetModel, column_letters, has_head, is_number
from findling.ui.pages.preview.table_view import TableView

SEEDS = Sheet("Seeds", (("Plant", "Packets"), *((f"Plant number {row}", str(row)) for row in range(500))))
TOOLS = Sheet("Tools", (("Spade", "2"), ("Rake", "1")))


@pytest.fixture
def view(qtbot, theme):
    view = TableView(theme)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


def show(view, *hits) -> QTableView:
    preview = Preview(Path("/a.xlsx"), PreviewForm.TABLE, FileKind.XLSX, "a.xlsx", sheets=(SEEDS, TOOLS))
    view.show_preview(preview, Passages(hits, 0 if hits else -1))
    return view.findChild(QTableView)


def marked(table: QTableView) -> set[int]:
    model = table.model()
    return {
        row for row in range(model.rowCount()) if model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    }


def test_the_first_row_is_the_head_and_rows_keep_their_numbers(view):
    model = show(view).model()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Plant"
    assert model.headerData(0, Qt.Orientation.Vertical) == "2"
    assert model.index(0, 0).data() == "Plant number 0"


def test_the_rows_of_the_passage_are_marked_and_in_sight(view):
    text = "Plant number 400 | 400\nPlant number 401 | 401\nPlant number 402 | 402"
    table = show(view, hit(text, page=1))

    assert marked(table) == {400, 401, 402}
    assert table.rowAt(0) < 400 < table.rowAt(table.viewport().height() - 1)


def test_the_row_that_answers_is_set_off_from_the_others_of_its_passage(view, theme):
    text = "Plant number 400 | 400\nPlant number 401 | 401\nPlant number 402 | 402"
    preview = Preview(Path("/a.xlsx"), PreviewForm.TABLE, FileKind.XLSX, "a.xlsx", sheets=(SEEDS, TOOLS))
    view.show_preview(preview, Passages((hit(text, page=1),), 0, "401"))
    model = view.findChild(QTableView).model()

    def strength(row: int) -> int:
        return model.index(row, 1).data(Qt.ItemDataRole.BackgroundRole).alpha()

    assert strength(401) == 255
    assert strength(400) == strength(402) < 128
    assert model.index(401, 1).data(Qt.ItemDataRole.FontRole).underline()
    assert model.index(400, 1).data(Qt.ItemDataRole.FontRole) is None


def test_cells_with_words_that_were_searched_for_are_gone_through_over_all_sheets(qtbot, view):
    preview = Preview(Path("/a.xlsx"), PreviewForm.TABLE, FileKind.XLSX, "a.xlsx", sheets=(TOOLS, TOOLS))
    counted = []
    view.counted.connect(lambda at, count: counted.append((at, count)))
    view.show_preview(preview, Passages((hit("Rake | 1", page=1),), 0, "rakes"))
    assert [view.step_word(step) for step in (1, 1, 1, -1)] == [True] * 4
    assert counted == [(0, 2), (1, 2), (2, 2), (1, 2), (2, 2)]
    view.mark(Passages((), -1, "shovel"))
    assert not view.step_word(1)


def test_a_passage_opens_its_own_sheet(view):
    table = show(view, hit("Spade | 2\nRake | 1", page=2))

    assert view.findChild(QTabBar).currentIndex() == 1
    assert table.model().headerData(0, Qt.Orientation.Horizontal) == "A"


def test_cells_are_found_on_all_sheets(view):
    show(view)
    told = []
    view.found.connect(told.append)

    view.search("rake")

    assert (told[-1].at, told[-1].count) == (1, 1)
    assert view.findChild(QTabBar).currentIndex() == 1


def test_the_model_is_sound(qtmodeltester, theme):
    qtmodeltester.check(SheetModel(Sheet("Uneven", (("a",), ("b", "c", "d"), ())), theme))


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ((("Plant", "Packets"), ("Pea", "1")), True),
        ((("Pea", "1"), ("Bean", "2")), False),
        ((("Plant", ""), ("Pea", "1")), False),
        ((("a", "a"), ("b", "c")), False),
        ((("Plant", "Packets"),), False),
        ((), False),
    ],
)
def test_a_head_is_told_from_a_row(rows, head):
    assert has_head(rows) is head


@pytest.mark.parametrize(
    ("text", "number"),
    [("34.90", True), ("1,200.00 €", True), ("-5 %", True), ("", False), ("14 May", False), ("A1", False)],
)
def test_numbers_are_told_from_words(text, number):
    assert is_number(text) is number


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_spreadsheets(column, letters):
    assert column_letters(column) == letters
