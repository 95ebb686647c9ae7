"""Fixtures of the Search page: the page, and a searching process that answers when told to."""

from __future__ import annotations

import pytest
from searchstubs import Slow

from findling.ui.pages.search.page import SearchPage
from findling.ui.pages.search.search_history import SearchHistory


@pytest.fixture
def link():
    return Slow()


@pytest.fixture
def memory(tmp_path):
    return SearchHistory(tmp_path / "searches.json")


@pytest.fixture
def place(qtbot, services, memory):
    place = SearchPage(services, memory)
    qtbot.addWidget(place)
    place.set_counts(20, 0, 20)
    place.resize(640, 700)
    with qtbot.waitExposed(place):
        place.show()
    place.activateWindow()
    place.focus_box()
    return place
