"""Painting of results: marks, both directions of reading, both sets of colours."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from searchstubs import result

from findling.domain.search import Relevance
from findling.settings import Appearance
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.result_model import ResultsModel

WIDTH = 640


@pytest.fixture
def results(qtbot, theme):
    results = ResultsList(theme, ResultsModel())
    qtbot.addWidget(results)
    results.resize(WIDTH, 400)
    with qtbot.waitExposed(results):
        results.show()
    return results


def look(results: ResultsList) -> QImage:
    return results.viewport().grab().toImage()


def explain(results: ResultsList, at: QPoint) -> str:
    """The tooltip over a place of the first row."""
    option = QStyleOptionViewItem()
    results.initViewItemOption(option)
    index = results.model().index(0, 0)
    option.rect = results.visualRect(index)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, results.viewport().mapToGlobal(at))
    is_shown = results.itemDelegate().helpEvent(event, results, option, index)
    return QToolTip.text() if is_shown else ""


def test_every_mark_says_what_it_means(results):
    found = replace(result("a.pdf", Relevance.FAIR), copies=(Path("/backup/a.pdf"),))
    results.show_results([found], "boiler", is_new=True)
    row = results.visualRect(results.model().index(0, 0))
    assert explain(results, QPoint(row.right() - 20, 18)) == "fair match"
    assert explain(results, QPoint(row.right() - 20, 42)) == "Has words that you typed"
    assert explain(results, QPoint(60, 20)) == "/home/ada/a.pdf"
    assert explain(results, QPoint(60, 42)) == "/home/ada/a.pdf\n/backup/a.pdf"
    assert explain(results, QPoint(60, 70)) == ""


def test_a_list_made_by_filters_alone_has_no_bars(results):
    found = result("a.pdf", Relevance.FAIR)
    results.show_results([found], "boiler", is_new=True)
    row = results.visualRect(results.model().index(0, 0))
    rated = look(results).copy(row.right() - 40, 0, 40, 30)
    listed = replace(found, hits=tuple(replace(hit, by=()) for hit in found.hits))
    results.show_results([listed], "", is_new=True)
    assert explain(results, QPoint(row.right() - 20, 18)) == ""
    assert look(results).copy(row.right() - 40, 0, 40, 30) != rated
    assert "match" not in results.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_edge_of_the_chosen_row_stands_where_reading_begins(results, theme):
    results.show_results([result("a.pdf"), result("b.pdf")], "boiler", is_new=True)
    results.clearFocus()
    middle = results.visualRect(results.model().index(0, 0)).center().y()

    def edges() -> tuple[bool, bool]:
        picture, accent = look(results), QColor(theme.tokens.accent)
        columns = [x for x in range(picture.width()) if picture.pixelColor(x, middle) == accent]
        return min(columns) < 10, max(columns) > picture.width() - 20

    assert edges() == (True, False)
    results.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert edges() == (False, True)


def test_rows_follow_the_theme_at_once(results, theme):
    results.show_results([result("a.pdf")], "boiler", is_new=True)
    place = QPoint(40, results.visualRect(results.model().index(0, 0)).bottom() - 8)
    assert look(results).pixelColor(place) == theme.colour("accent_wash")
    theme.choose(Appearance.DARK)
    assert look(results).pixelColor(place) == theme.colour("accent_wash")
    theme.choose(Appearance.LIGHT)


@pytest.mark.parametrize("width", [160, 320, 1_600])
@pytest.mark.parametrize("name", ["x" * 200 + ".pdf", "a b " * 50, "שלום " * 40, "\u202egpj.exe", "名前" * 100])
def test_no_name_is_painted_over_the_marks_beside_it(results, theme, width, name):
    results.setFixedWidth(width)
    results.show_results([replace(result("a.pdf"), title="i")], "boiler", is_new=True)
    marks = look(results).copy(width - 40, 0, 40, 60)
    results.show_results([replace(result("a.pdf"), title=name)], "boiler", is_new=True)
    assert look(results).copy(width - 40, 0, 40, 60) == marks
