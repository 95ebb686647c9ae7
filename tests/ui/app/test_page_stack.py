"""Pages are built when they are first shown, and miss nothing that was told before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from windowparts import WindowReader

from findling.domain.plans import CutShort
from findling.messages.library_templates import LibraryMessage
from findling.messages.system_templates import SystemMessage
from findling.processes.writer.messages import Index
from findling.ui.app.page_stack import DUPLICATES, LIBRARY, SETTINGS, TOPICS, PageStack
from findling.ui.app.window import Window
from findling.ui.pages.search.search_history import SearchHistory
from findling.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def link():
    return WindowReader()


@pytest.fixture
def window(qtbot, services, theme, tmp_path):
    window = Window(theme, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), "Findling")
    qtbot.addWidget(window)
    window.add_page(QWidget, "Search", "search", "")
    window.places = PageStack(window, services, SearchHistory(tmp_path / "searches.json", window), window)
    return window


def notices(window, page: int) -> list[str]:
    return [each.words for each in window.page_at(page).findChildren(NoticeBar) if not each.isHidden()]


def test_none_is_built_before_it_is_shown(window):
    assert not any(map(window.has_built, range(DUPLICATES, SETTINGS + 1)))
    window.show_page(TOPICS)
    assert window.has_built(TOPICS)
    assert not window.has_built(SETTINGS)


def test_a_page_is_built_once(window):
    window.show_page(SETTINGS)
    page = window.page_at(SETTINGS)
    window.show_page(TOPICS)
    window.show_page(SETTINGS)
    assert window.current_page is page


@pytest.mark.parametrize(
    "tell",
    [
        lambda writer: writer.noticed.emit(LibraryMessage.UNWATCHED()),
        lambda writer: writer.offline_changed.emit((LibraryMessage.UNWATCHED(),)),
        lambda writer: writer.refused.emit(Index(), SystemMessage.WORKER_ENDED()),
    ],
    ids=["notice", "offline", "refusal"],
)
def test_the_library_tells_what_the_writer_said_before_it_was_shown(window, writer, tell):
    tell(writer)
    window.show_page(LIBRARY)
    assert len(notices(window, LIBRARY)) == 1


def test_all_folders_there_are_no_news(window, writer):
    writer.offline_changed.emit(())
    assert not window.has_built(LIBRARY)


def test_what_a_crash_cut_short_is_told_in_duplicates(window, writer):
    writer.cut_short.emit(CutShort(run=7, done=3, planned=4))
    window.show_page(DUPLICATES)
    assert len(notices(window, DUPLICATES)) == 1


def test_news_are_told_once(window, writer):
    window.show_page(LIBRARY)
    writer.noticed.emit(LibraryMessage.UNWATCHED())
    assert len(notices(window, LIBRARY)) == 1
