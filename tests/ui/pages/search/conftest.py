"""Fixtures of the Search page: the page, and a reader that answers when told to."""

from __future__ import annotations

import pytest
from searchstubs import SlowReader

from findling.ui.pages.search.page import SearchPage
from findling.ui.pages.search.result_list import ResultsList
from findling.ui.pages.search.search_box import SearchBox
from findling.ui.pages.search.search_history import SearchHistory


@pytest.fixture
def link():
    return SlowReader()


@pytest.fixture
def history(tmp_path):
    return SearchHistory(tmp_path / "searches.json")


@pytest.fixture
def page(qtbot, services, history):
    page = SearchPage(services, history)
    page.refresh()
    qtbot.addWidget(page)
    page.set_counts(20, 0, 20)
    page.resize(640, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.focus_box()
    return page


@pytest.fixture
def box(page):
    return page.findChild(SearchBox)


@pytest.fixture
def results(page):
    return page.findChild(ResultsList)
