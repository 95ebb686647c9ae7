"""A comparison of thousands of rows keeps the window answering: what is seen is exact at once, the rest soon after."""

from __future__ import annotations

import pytest

from findling.domain.comparisons import Piece, Side, SideRow
from findling.ui.pages.duplicates.comparison_view import ComparisonView

ROWS = 2_000


def long_rows() -> list[SideRow]:
    """Rows of many lengths, of narrow letters and wide ones, every tenth of which differs."""
    rows = []
    for at in range(ROWS):
        text = ("illicit " if at % 3 else "WOMMWOM ") * (at % 40 + 1)
        changed = (Piece(f"{at}", Side.CHANGED),) if at % 10 == 5 else ()
        rows.append(SideRow((Piece(text, Side.SAME), *changed), (Piece(text, Side.SAME),)))
    return rows


@pytest.fixture
def view(qtbot, theme):
    view = ComparisonView(theme)
    qtbot.addWidget(view)
    view.resize(560, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def heights(view: ComparisonView) -> list[int]:
    model = view.model()
    return [view.visualRect(model.index(at)).height() for at in range(model.rowCount())]


def test_not_all_rows_are_laid_out_before_the_first_are_seen(view, qtbot):
    view.show_rows(long_rows())
    assert not view.is_exact
    at_first = heights(view)
    qtbot.waitUntil(lambda: view.is_exact)
    in_the_end = heights(view)
    assert at_first != in_the_end
    seen = [at for at in range(ROWS) if view.visualRect(view.model().index(at)).top() < view.viewport().height()]
    assert [at_first[at] for at in seen] == [in_the_end[at] for at in seen]


def test_what_is_read_stays_where_it_is_while_the_rest_is_laid_out(view, qtbot):
    view.show_rows(long_rows())
    view.step(-1)
    before = view.visualRect(view.currentIndex())
    assert view.viewport().rect().intersects(before)
    assert not view.is_exact
    qtbot.waitUntil(lambda: view.is_exact)
    after = view.visualRect(view.currentIndex())
    assert abs(after.top() - before.top()) <= before.height()


def test_another_width_breaks_the_lines_anew(view, qtbot):
    view.show_rows(long_rows()[:100])
    qtbot.waitUntil(lambda: view.is_exact)
    wide = sum(heights(view))
    view.resize(400, 600)
    qtbot.waitUntil(lambda: view.is_exact)
    assert sum(heights(view)) > wide


def test_a_view_without_any_width_is_laid_out_as_well(view, qtbot):
    view.resize(1, 200)
    view.show_rows(long_rows()[:20])
    qtbot.waitUntil(lambda: view.is_exact)
    view.resize(560, 600)
    qtbot.waitUntil(lambda: view.is_exact)
    assert min(heights(view)) > 0
