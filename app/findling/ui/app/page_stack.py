"""The places beside the search, which is on the screen before any of them is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.ui.pages.duplicates.page import DuplicatesPage
from findling.ui.pages.library.page import LibraryPage
from findling.ui.pages.models.page import ModelsPage
from findling.ui.pages.settings.page import SettingsPage
from findling.ui.widgets.remedies import RemedyAction

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.ui.app.window import Window
    from findling.ui.ipc.search_client import SearcherLink
    from findling.ui.ipc.worker_link import WorkerLink
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.pause import Pause
    from findling.ui.services.preferences import Preferences
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.remedies import Offer

SEARCH, DUPLICATES, LIBRARY, MODELS, SETTINGS = range(5)
"""Where each place stands in the window; the search is put there by itself."""


class PageStack(QObject):
    """Duplicates, library, models and settings."""

    welcome_wanted = Signal()
    about_wanted = Signal()
    restart_wanted = Signal()
    """The window is to be closed and opened again."""

    def __init__(
        self,
        window: Window,
        worker: WorkerLink,
        searcher: SearcherLink,
        theme: Theme,
        actions: FileActions,
        shortcuts: Shortcuts,
        preferences: Preferences,
        pause: Pause,
        searches: SearchHistory,
        paths: LibraryPaths,
        parent: QObject | None = None,
    ) -> None:
        """Make them, and put them into the window.

        Args:
            window: where they stand.
            worker: changes the library.
            searcher: knows it.
            theme: how they look.
            actions: what can be done with files.
            shortcuts: the keys that lead here, and that are changed in the settings.
            preferences: what is changed in the settings.
            pause: makes indexing rest.
            searches: those that are remembered.
            paths: of the library.
            parent: owns this object.
        """
        super().__init__(parent)
        self._window, self._worker, self._actions = window, worker, actions
        duplicates = DuplicatesPage(worker, searcher, theme, actions, shortcuts, preferences)
        self._library = LibraryPage(worker, searcher, theme, actions, pause, preferences)
        self._library.welcome_wanted.connect(self.welcome_wanted)
        self._library.model_wanted.connect(self.show_model)
        self._models = ModelsPage(worker, searcher, theme, actions, pause, preferences, paths)
        settings = self._settings = SettingsPage(preferences, shortcuts, theme, paths, searcher, searches)
        duplicates.remedy_wanted.connect(self.carry_out)
        self._library.remedy_wanted.connect(self.carry_out)
        self._models.remedy_wanted.connect(self.carry_out)
        settings.folders_wanted.connect(self.show_library)
        settings.about_wanted.connect(self.about_wanted)
        settings.reveal_wanted.connect(actions.reveal)
        settings.restart_worker_wanted.connect(worker.restart)
        settings.restart_wanted.connect(self.restart_wanted)
        window.place_shown.connect(lambda place: self._library.scroll_to_top() if place == LIBRARY else None)
        hint = shortcuts.hint
        window.add_place(duplicates, self.tr("Duplicates"), "files", hint("place-2"))
        window.add_place(self._library, self.tr("Library"), "library", hint("place-3"))
        window.add_place(self._models, self.tr("Models"), "cpu", hint("place-4"))
        window.add_place(settings, self.tr("Settings"), "settings", hint("place-5"))

    def show_library(self) -> None:
        """Go to the library."""
        self._window.show_place(LIBRARY)

    def show_model(self, model: str) -> None:
        """Go to the card of a model."""
        self._window.show_place(MODELS)
        self._models.show_model(model)

    def carry_out(self, offer: Offer) -> None:
        """Do what a remedy advises."""
        match offer.action:
            case RemedyAction.ADD_FOLDER:
                self.choose_folder()
            case RemedyAction.SHOW_LIBRARY:
                self.show_library()
            case RemedyAction.SHOW_FILES:
                self.show_health()
            case RemedyAction.LOOK_AGAIN:
                self._worker.index((offer.path,) if offer.path else ())
            case RemedyAction.RETRY:
                self._worker.index(retry=True)
            case RemedyAction.SHOW_MODELS:
                self.show_model(offer.model)
            case RemedyAction.SET_SERVER:
                self._window.show_place(SETTINGS)
                self._settings.show_server()
            case RemedyAction.REVEAL if offer.path:
                self._actions.reveal(offer.path)

    def choose_folder(self) -> None:
        """Have a folder chosen, to be added to the library."""
        self.show_library()
        self._library.choose_folder()

    def show_health(self) -> None:
        """Go to the files that are not searchable."""
        self.show_library()
        self._library.show_health()
