"""Fixtures of the Search page: the page, and a searching process that answers when told to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from searchstubs import Slow

from findling.settings import Appearance
from findling.ui.pages.search.page import SearchPage
from findling.ui.pages.search.search_history import SearchHistory
from findling.ui.services.file_actions import FileActions
from findling.ui.services.shortcuts import Shortcuts
from findling.ui.theme.theme import Theme


@pytest.fixture
def link():
    return Slow()


@pytest.fixture
def theme(qapp: QApplication):
    return Theme(qapp, Appearance.LIGHT)


@pytest.fixture
def memory(tmp_path):
    return SearchHistory(tmp_path / "searches.json")


@pytest.fixture
def place(qtbot, link, theme, desktop, preferences, memory):
    place = SearchPage(link, theme, FileActions(desktop), Shortcuts(preferences), preferences, memory)
    qtbot.addWidget(place)
    place.set_counts(20, 0, 20)
    place.resize(640, 700)
    with qtbot.waitExposed(place):
        place.show()
    place.activateWindow()
    place.focus_box()
    return place
