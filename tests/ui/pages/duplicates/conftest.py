"""The Duplicates place on a shelf of made-up groups."""

from __future__ import annotations

import pytest
from duplicatestubs import Shelf, group

from findling.domain.comparisons import MatchKind
from findling.ui.pages.duplicates.page import DuplicatesPage
from findling.ui.services.file_actions import FileActions
from findling.ui.services.shortcuts import Shortcuts


@pytest.fixture
def link():
    return Shelf(
        [
            group("report", 3),
            group("letter", 1, MatchKind.SAME_TEXT),
            group("draft", 1, MatchKind.NEAR, 0.9),
            group("invoice", 2, MatchKind.TEMPLATE, 0.92),
        ]
    )


@pytest.fixture
def show(qtbot, link, worker, theme, desktop, preferences, in_english):
    """Shows the place; a test may change the shelf before."""

    def shown() -> DuplicatesPage:
        place = DuplicatesPage(worker, link, theme, FileActions(desktop), Shortcuts(preferences), preferences)
        qtbot.addWidget(place)
        place.resize(1080, 700)
        with qtbot.waitExposed(place):
            place.show()
        place.activateWindow()
        place.setFocus()
        return place

    return shown


@pytest.fixture
def place(show):
    return show()
