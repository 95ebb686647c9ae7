"""The Duplicates page with made-up groups."""

from __future__ import annotations

import pytest
from duplicatestubs import GroupsStub, group

from findling.domain.comparisons import MatchKind
from findling.ui.pages.duplicates.page import DuplicatesPage


@pytest.fixture
def link():
    return GroupsStub(
        [
            group("report", 3),
            group("letter", 1, MatchKind.SAME_TEXT),
            group("draft", 1, MatchKind.NEAR, 0.9),
            group("invoice", 2, MatchKind.TEMPLATE, 0.92),
        ]
    )


@pytest.fixture
def show(qtbot, services, in_english):
    """Shows the page; a test may change the groups before."""

    def shown() -> DuplicatesPage:
        page = DuplicatesPage(services)
        qtbot.addWidget(page)
        page.resize(1080, 700)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.setFocus()
        return page

    return shown


@pytest.fixture
def page(show):
    return show()
