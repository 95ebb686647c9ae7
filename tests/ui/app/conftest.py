"""Fixtures of a whole window without processes, made once for a module."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QSettings
from PySide6.QtWidgets import QWidget
from windowparts import WINDOW_SIZE, WindowReader, preview_of

from desktopstub import DesktopStub
from findling.paths import LibraryPaths
from findling.settings import Appearance
from findling.ui.app.page_stack import PageStack
from findling.ui.app.window import Window
from findling.ui.ipc.model_job_client import ModelJobClient
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.pages.search.page import SearchPage
from findling.ui.pages.search.search_history import SearchHistory
from findling.ui.services.file_actions import FileActions
from findling.ui.services.model_adoption import ModelAdoption
from findling.ui.services.pause import Pause
from findling.ui.services.preferences import Preferences
from findling.ui.services.services import Services
from findling.ui.services.shortcuts import Shortcuts
from findling.ui.theme.theme import Theme


@pytest.fixture(scope="module")
def whole_desktop():
    return DesktopStub()


@pytest.fixture(scope="module")
def whole_link():
    return WindowReader()


@pytest.fixture(scope="module")
def built(qapp, whole_desktop, whole_link, tmp_path_factory):
    """A window with all places."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    folder = tmp_path_factory.mktemp("window")
    paths = LibraryPaths.inside(folder / "library")
    paths.create()
    preferences = Preferences(folder / "settings.toml")
    memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    writer = WriterLink(paths, command=("false",))
    work = ModelJobClient(paths)
    services = Services(
        writer=writer,
        search=whole_link,
        adoption=ModelAdoption(paths, preferences, work),
        theme=Theme(qapp, Appearance.LIGHT),
        actions=FileActions(whole_desktop),
        shortcuts=Shortcuts(preferences),
        preferences=preferences,
        pause=Pause(writer, memory, on_mains=lambda: True),
        paths=paths,
    )
    history = SearchHistory(folder / "searches.json")
    window = Window(services.theme, memory, "Findling")
    search = SearchPage(services, history)
    search.refresh()
    preview = PreviewPane(whole_link, services.theme, services.actions, services.shortcuts)
    window.put_search(search, preview, "Search", "")
    search.selected.connect(preview.show_selection)
    search.peeked.connect(lambda _: window.peek())
    stack = PageStack(window, services, history, QObject(window))
    window.bind(services.shortcuts)
    window.restore()
    search.set_counts(3, 0, 3)
    yield window
    for each in (stack, window, preferences, writer, work):
        each.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QLocale.setDefault(before)


@pytest.fixture
def whole(qtbot, built, whole_link, whole_desktop):
    """The window, in which three files were found, the first of which is chosen and shown."""
    whole_desktop.did.clear()
    whole_link.results = WindowReader.results
    built.resize(*WINDOW_SIZE)
    built.show()
    built.activateWindow()
    qtbot.waitUntil(built.isActiveWindow)
    built.go_to_search()
    search, preview = built.findChild(SearchPage), preview_of(built)
    if not preview.isVisible():
        built.toggle_preview()
    search.search("")
    qtbot.settle(search)
    search.search("boiler")
    qtbot.waitUntil(lambda: search.current() is not None)
    qtbot.waitUntil(lambda: "All of contract.txt" in shown_text(preview))
    return built


def shown_text(preview: PreviewPane) -> str:
    parts = (each for each in preview.findChildren(QWidget) if hasattr(each, "toPlainText"))
    return "".join(each.toPlainText() for each in parts if each.isVisible())
