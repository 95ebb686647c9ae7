"""The files with one ailment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView

from findling.domain.files import Reason
from findling.ui.pages.library.issue_list import IssueList
from findling.ui.pages.library.issue_model import PAGE, IssueModel, IssueRole

REASON = Reason.DAMAGED


def names(model):
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def scans(count):
    return [Path(f"/scans/{number:04d}.pdf") for number in range(count)]


@pytest.fixture
def model(qtbot, link):
    link.waits = True
    model = IssueModel(REASON, None, link)
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return model


def fetch(model, link, paths, expected=None):
    link.ailing[REASON] = paths
    model.expect(expected or len(paths))
    fetch_on(model, link)


def fetch_on(model, link):
    while link.held:
        link.tell()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        link.tell()


def test_files_come_page_by_page(model, link):
    link.ailing[REASON] = scans(450)
    model.expect(450)
    assert model.rowCount() == 0
    model.fetchMore(QModelIndex())
    link.tell()
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (PAGE, True)
    fetch_on(model, link)
    assert names(model) == [path.name for path in scans(450)]


def test_no_more_is_asked_for_than_there_is(model, link):
    fetch(model, link, scans(3), expected=10)
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (3, False)


def test_files_that_stay_keep_their_rows_when_others_come_and_go(model, link):
    fetch(model, link, scans(10))
    model.set_shown(range(10))
    kept = QPersistentModelIndex(model.index(5))
    fetch(model, link, [Path("/scans/0000a.pdf"), *scans(10)[2:], Path("/scans/zy.pdf"), Path("/scans/zz.pdf")])
    assert names(model) == sorted(path.name for path in link.ailing[REASON])
    assert model.data(kept) == "0005.pdf"


def test_an_unchanged_count_asks_for_nothing(model, link):
    fetch(model, link, scans(10))
    before = len(link.asked)
    model.expect(10)
    assert len(link.asked) == before


def test_one_file_that_goes_costs_the_pages_that_are_shown_however_many_were_fetched(model, link):
    fetch(model, link, scans(6 * PAGE))
    model.set_shown(range(PAGE - 4, PAGE + 4))
    read_before = link.rows_read
    fetch(model, link, scans(6 * PAGE)[1:])
    assert names(model) == [path.name for path in scans(6 * PAGE)[1:]]
    assert link.rows_read - read_before <= 2 * PAGE


def test_what_changed_out_of_view_is_fetched_when_it_comes_into_view(model, link):
    fetch(model, link, scans(3 * PAGE))
    model.set_shown(range(8))
    left = scans(3 * PAGE)[: 2 * PAGE + 5]
    fetch(model, link, left)
    model.set_shown(range(2 * PAGE, 2 * PAGE + 8))
    fetch_on(model, link)
    assert names(model) == [path.name for path in left]


@pytest.mark.parametrize("more", [1, PAGE - 1, PAGE, 3 * PAGE])
def test_more_new_files_than_a_page_among_those_shown_come_in_order(model, link, more):
    fetch(model, link, scans(2 * PAGE))
    model.set_shown(range(5, 9))
    new = [Path(f"/scans/0006 {number:04d}.pdf") for number in range(more)]
    fetch(model, link, sorted([*scans(2 * PAGE), *new]))
    model.set_shown(range(2 * PAGE + more))
    fetch_on(model, link)
    assert names(model) == sorted(path.name for path in link.ailing[REASON])


def test_a_change_while_the_answer_is_on_its_way_is_not_missed(model, link):
    fetch(model, link, scans(10))
    model.set_shown(range(10))
    link.ailing[REASON] = scans(9)
    model.expect(9)
    held, link.held = link.held, []
    ((_, question, receive),) = held
    stale = link.reply(question)
    link.ailing[REASON] = scans(8)
    model.expect(8)
    receive(stale, True)
    fetch_on(model, link)
    assert model.rowCount() == 8


@pytest.fixture
def listed(qtbot, model, services):
    listed = IssueList(model, services.actions, services.theme)
    qtbot.addWidget(listed)
    with qtbot.waitExposed(listed):
        listed.show()
    return listed


def test_the_chosen_file_the_place_and_the_focus_stay_when_rows_before_them_come_and_go(qtbot, listed, model, link):
    fetch(model, link, scans(3 * PAGE))
    listed.fit()
    listed.list.setFocus()
    qtbot.waitUntil(listed.list.hasFocus)
    listed.list.setCurrentIndex(model.index(50))
    listed.list.scrollTo(model.index(48), QListView.ScrollHint.PositionAtTop)
    came = [Path(f"/scans/0000 {number}.pdf") for number in range(9)]
    fetch(model, link, [*came, *scans(3 * PAGE)[20:]])
    first = listed.list.indexAt(QPoint(0, 0))
    assert (first.row(), model.data(first)) == (9 + 28, "0048.pdf")
    assert listed.path == scans(51)[50]
    assert listed.list.hasFocus()


def test_a_chosen_file_out_of_view_that_goes_is_chosen_no_more(qtbot, listed, model, link):
    fetch(model, link, scans(3 * PAGE))
    listed.fit()
    listed.list.setCurrentIndex(model.index(2))
    listed.list.scrollTo(model.index(2 * PAGE + 50), QListView.ScrollHint.PositionAtTop)
    fetch_on(model, link)
    fetch(model, link, scans(2)[:2] + scans(3 * PAGE)[3:])
    assert listed.path == scans(4)[3]
    assert model.data(listed.list.indexAt(QPoint(0, 0))) == "0450.pdf"


def test_a_folded_list_reads_nothing(listed, model, link):
    fetch(model, link, scans(10))
    listed.hide()
    read_before = link.rows_read
    link.ailing[REASON] = scans(9)
    model.expect(9)
    assert not link.held
    listed.show()
    fetch_on(model, link)
    assert model.rowCount() == 9
    assert link.rows_read == read_before + 9


def test_screen_readers_hear_name_and_folder(model, link):
    fetch(model, link, scans(1))
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "0000.pdf, /scans"


def test_what_is_for_experts_is_told_only_to_those_who_look_for_it(model, link):
    fetch(model, link, scans(1))
    index = model.index(0)
    assert "Details: 3 of 4 pages" in model.data(index, Qt.ItemDataRole.ToolTipRole)
    told = [model.data(index, role) for role in (*IssueRole, Qt.ItemDataRole.AccessibleTextRole)]
    assert not any("3 of 4" in str(each) for each in told)


def test_names_that_break_lines_are_shown_on_one(model, link):
    fetch(model, link, [Path("/scans/two\nlines\u202e.pdf")])
    assert names(model) == ["two\N{REPLACEMENT CHARACTER}lines\N{REPLACEMENT CHARACTER}.pdf"]
