"""Pages that are created after the search page is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.ui.pages.duplicates.page import DuplicatesPage
from findling.ui.pages.labels.page import LabelsPage
from findling.ui.pages.library.page import LibraryPage
from findling.ui.pages.models.page import ModelsPage
from findling.ui.pages.search.query_filters import write_filter
from findling.ui.pages.settings.page import SettingsPage
from findling.ui.pages.topics.page import TopicsPage
from findling.ui.widgets.remedies import RemedyAction

if TYPE_CHECKING:
    from findling.ui.app.window import Window
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.services.services import Services
    from findling.ui.widgets.remedies import Offer

SEARCH, DUPLICATES, TOPICS, LABELS, LIBRARY, MODELS, SETTINGS = range(7)
"""Indices of the pages in the window; the search page is added by the application."""


class PageStack(QObject):
    """Duplicates, topics, labels, library, models and settings pages."""

    welcome_wanted = Signal()
    about_wanted = Signal()
    search_wanted = Signal(str)
    """A query is to be searched for."""
    restart_wanted = Signal()
    """The window is to be reopened."""

    def __init__(
        self, window: Window, services: Services, searches: SearchHistory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._writer, self._actions = window, services.writer, services.actions
        duplicates = DuplicatesPage(services)
        topics = TopicsPage(services)
        topics.search_wanted.connect(lambda name: self.search_wanted.emit(write_filter("topic", name)))
        labels = LabelsPage(services)
        labels.search_wanted.connect(lambda name: self.search_wanted.emit(write_filter("label", name)))
        labels.remedy_wanted.connect(self.carry_out)
        self._library = LibraryPage(services)
        self._library.welcome_wanted.connect(self.welcome_wanted)
        self._library.model_wanted.connect(self.show_model)
        self._models = ModelsPage(services)
        settings = self._settings = SettingsPage(services, searches)
        duplicates.remedy_wanted.connect(self.carry_out)
        self._library.remedy_wanted.connect(self.carry_out)
        self._models.remedy_wanted.connect(self.carry_out)
        settings.folders_wanted.connect(self.show_library)
        settings.about_wanted.connect(self.about_wanted)
        settings.reveal_wanted.connect(self._actions.reveal)
        settings.restart_writer_wanted.connect(self._writer.restart)
        settings.restart_wanted.connect(self.restart_wanted)
        window.page_shown.connect(lambda page: self._library.scroll_to_top() if page == LIBRARY else None)
        hint = services.shortcuts.hint
        window.add_page(duplicates, self.tr("Duplicates"), "files", hint("place-2"))
        window.add_page(topics, self.tr("Topics"), "map", hint("place-3"))
        window.add_page(labels, self.tr("Labels"), "tag", hint("place-4"))
        window.add_page(self._library, self.tr("Library"), "library", hint("place-5"))
        window.add_page(self._models, self.tr("Models"), "cpu", hint("place-6"))
        window.add_page(settings, self.tr("Settings"), "settings", hint("place-7"))

    def show_library(self) -> None:
        """Show the library page."""
        self._window.show_page(LIBRARY)

    def show_duplicates(self) -> None:
        """Show the duplicates page."""
        self._window.show_page(DUPLICATES)

    def show_model(self, model: str) -> None:
        """Show the card of a model."""
        self._window.show_page(MODELS)
        self._models.show_model(model)

    def carry_out(self, offer: Offer) -> None:
        """Carry out a remedy."""
        match offer.action:
            case RemedyAction.ADD_FOLDER:
                self.choose_folder()
            case RemedyAction.SHOW_LIBRARY:
                self.show_library()
            case RemedyAction.SHOW_FILES:
                self.show_health()
            case RemedyAction.LOOK_AGAIN:
                self._writer.index((offer.path,) if offer.path else ())
            case RemedyAction.MEND:
                self._writer.index()
            case RemedyAction.RETRY:
                self._writer.index(retry=True)
            case RemedyAction.SHOW_MODELS:
                self.show_model(offer.model)
            case RemedyAction.SET_SERVER:
                self._window.show_page(SETTINGS)
                self._settings.show_server()
            case RemedyAction.REVEAL if offer.path:
                self._actions.reveal(offer.path)

    def choose_folder(self) -> None:
        """Have the user choose a folder to add to the library."""
        self.show_library()
        self._library.choose_folder()

    def show_health(self) -> None:
        """Show the files that are not searchable."""
        self.show_library()
        self._library.show_health()
