"""The files with one ailment."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from findling.domain.files import Reason
from findling.ui.pages.library.issue_list import PAGE, IssueModel, IssueRole

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
    link.tell()
    fetch_on(model, link)


def fetch_on(model, link):
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
    kept = QPersistentModelIndex(model.index(5))
    fetch(model, link, [Path("/scans/0000a.pdf"), *scans(10)[2:], Path("/scans/zy.pdf"), Path("/scans/zz.pdf")])
    assert names(model) == sorted(path.name for path in link.ailing[REASON])
    assert model.data(kept) == "0005.pdf"


def test_an_unchanged_count_asks_for_nothing(model, link):
    fetch(model, link, scans(10))
    before = len(link.asked)
    model.expect(10)
    assert len(link.asked) == before


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
