"""The Duplicates place on a shelf of made-up groups."""

from __future__ import annotations

import pytest
from duplicatestubs import Shelf, group

from findling.domain.comparisons import MatchKind
from findling.ui.pages.duplicates.page import DuplicatesPage


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
def show(qtbot, services, in_english):
    """Shows the place; a test may change the shelf before."""

    def shown() -> DuplicatesPage:
        place = DuplicatesPage(services)
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
