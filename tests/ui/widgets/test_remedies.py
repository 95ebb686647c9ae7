"""Each button beside a remedy carries it out, wherever in the window that leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import SystemMessage
from findling.ui.app.page_stack import DUPLICATES, LIBRARY, MODELS, SETTINGS, PageStack
from findling.ui.app.window import Window
from findling.ui.pages.search.search_history import SearchHistory
from findling.ui.widgets.notice_bar import NoticeBar


class Silence:
    """Answers nothing."""

    def ask(self, question, receive) -> int:
        return 0

    def forget(self, number: int) -> None:
        pass


@pytest.fixture
def link():
    return Silence()


@pytest.fixture
def window(qtbot, services, theme, tmp_path):
    window = Window(theme, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), "Findling")
    qtbot.addWidget(window)
    window.add_page(QWidget, "Search", "search", "")
    window.places = PageStack(window, services, SearchHistory(tmp_path / "searches.json", window), window)
    window.show()
    window.show_page(DUPLICATES)
    return window


def press(window, notice, words: str) -> None:
    """Have a notice shown in the place that is seen, and press a button of it."""
    bar = next(each for each in window.findChildren(NoticeBar) if each.parentWidget().isVisible())
    bar.tell("bad", notice)
    next(each for each in bar.findChildren(QPushButton) if each.text() == words).click()


@pytest.mark.parametrize(
    ("notice", "words", "page"),
    [
        (LibraryMessage.NOTHING_INDEXED().advising(Remedy.SEE_FILES()), "Show these files", LIBRARY),
        (LibraryMessage.NOTHING_INDEXED().advising(Remedy.SEE_FOLDERS()), "Open the library", LIBRARY),
        (ModelMessage.NOT_INSTALLED(model="m").advising(ModelRemedy.INSTALL(model="m")), "Show the model", MODELS),
        (ModelMessage.NO_MODEL(model="m").advising(ModelRemedy.SEE_ALL()), "Open Models", MODELS),
    ],
)
def test_the_button_leads_to_the_page_where_it_can_be_done(window, notice, words, page):
    press(window, notice, words)
    assert window.page == page


def test_the_server_is_set_where_its_address_is_asked_for(qtbot, window):
    window.activateWindow()
    remedy = ModelRemedy.STORE_KEY(address="https://box.example")
    press(window, ServerMessage.WANTS_KEY(server="box").advising(remedy), "Open the server's settings")
    assert window.page == SETTINGS
    address = next(
        each for each in window.findChildren(QLineEdit) if each.accessibleName().endswith("that works out meanings")
    )
    qtbot.waitUntil(lambda: window.focusWidget() is address)


def test_what_is_to_be_reported_is_shown_in_its_folder(window, desktop, tmp_path):
    log = tmp_path / "writer.log"
    log.touch()
    press(window, SystemMessage.BUG(error="x").advising(Remedy.REPORT(file=log)), "Show in folder")
    assert desktop.did == [("reveal", log)]
