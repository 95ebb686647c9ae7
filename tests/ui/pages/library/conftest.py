"""What the tests of The Library page share: the page, a desktop that writes down, a pause."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from findling.ui.pages.library.page import LibraryPage
from findling.ui.services.file_actions import FileActions
from findling.ui.services.pause import Pause


@pytest.fixture(autouse=True)
def surroundings(in_english, home):
    """All of these tests are about folders of a home, in English."""


@pytest.fixture
def pause(worker, preferences, tmp_path):
    memory = QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat)
    return Pause(worker, preferences, memory, on_mains=lambda: True)


@pytest.fixture
def page(qtbot, worker, link, theme, desktop, pause, preferences):
    page = LibraryPage(worker, link, theme, FileActions(desktop), pause, preferences)
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
