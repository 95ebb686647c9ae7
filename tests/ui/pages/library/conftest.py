"""Fixtures of the tests of the Library page: the page, a desktop that writes down, a pause."""

from __future__ import annotations

import pytest

from findling.ui.pages.library.page import LibraryPage


@pytest.fixture(autouse=True)
def surroundings(in_english, home):
    """All of these tests are about folders of a home, in English."""


@pytest.fixture
def page(qtbot, services):
    page = LibraryPage(services)
    qtbot.addWidget(page)
    page.resize(800, 700)
    return page


@pytest.fixture
def shown(qtbot, page):
    """Shows the page, once the library is as the test wants it."""

    def show() -> LibraryPage:
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    return show
