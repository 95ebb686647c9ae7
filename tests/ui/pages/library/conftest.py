"""What the tests of the Library place share: the place, a desktop that writes down, a pause."""

from __future__ import annotations

import pytest

from findling.ui.pages.library.page import LibraryPage


@pytest.fixture(autouse=True)
def surroundings(in_english, home):
    """All of these tests are about folders of a home, in English."""


@pytest.fixture
def place(qtbot, services):
    place = LibraryPage(services)
    qtbot.addWidget(place)
    place.resize(800, 700)
    return place


@pytest.fixture
def shown(qtbot, place):
    """Shows the place, once the library is as the test wants it."""

    def show() -> LibraryPage:
        with qtbot.waitExposed(place):
            place.show()
        place.activateWindow()
        return place

    return show
