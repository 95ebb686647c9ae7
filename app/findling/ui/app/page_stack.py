"""Pages besides the search page, each built when it is first shown or has something to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from findling.ui.pages.search.query_filters import write_filter
from findling.ui.widgets.remedies import RemedyAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.plans import CutShort
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.app.window import Window
    from findling.ui.pages.duplicates.page import DuplicatesPage
    from findling.ui.pages.library.page import LibraryPage
    from findling.ui.pages.models.page import ModelsPage
    from findling.ui.pages.search.search_history import SearchHistory
    from findling.ui.pages.settings.page import SettingsPage
    from findling.ui.services.services import Services
    from findling.ui.widgets.remedies import Offer

SEARCH, DUPLICATES, TOPICS, LABELS, LIBRARY, MODELS, SETTINGS = range(7)
"""Indices of the pages in the window; the search page is added by the application."""


class PageStack(QObject):
    """Duplicates, topics, labels, library, models and settings pages.

    Built all at once they would take as much memory as the rest of the window, and keep it from the user's first keys.
    """

    welcome_wanted = Signal()
    about_wanted = Signal()
    search_wanted = Signal(str)
    """A query is to be searched for."""
    restart_wanted = Signal()
    """The window is to be reopened."""
    conversion_wanted = Signal(object)
    """A `ConversionWish` is to be carried out."""
    wipe_wanted = Signal(bool)
    """Wish to forget everything, with the settings or without."""

    def __init__(
        self, window: Window, services: Services, searches: SearchHistory, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._services, self._searches = window, services, searches
        self._writer, self._actions = services.writer, services.actions
        window.page_shown.connect(lambda page: self._library.scroll_to_top() if page == LIBRARY else None)
        hint = services.shortcuts.hint
        window.add_page(self._build_duplicates, self.tr("Duplicates"), "files", hint("place-2"))
        window.add_page(self._build_topics, self.tr("Topics"), "map", hint("place-3"))
        window.add_page(self._build_labels, self.tr("Labels"), "tag", hint("place-4"))
        window.add_page(self._build_library, self.tr("Library"), "library", hint("place-5"))
        window.add_page(self._build_models, self.tr("Models"), "cpu", hint("place-6"))
        window.add_page(self._build_settings, self.tr("Settings"), "settings", hint("place-7"))
        self._writer.noticed.connect(self._pass_notice)
        self._writer.offline_changed.connect(self._pass_offline)
        self._writer.refused.connect(self._pass_refusal)
        self._writer.cut_short.connect(self._pass_cut_short)

    def show_library(self) -> None:
        """Show the library page."""
        self._window.show_page(LIBRARY)

    def show_duplicates(self) -> None:
        """Show the duplicates page."""
        self._window.show_page(DUPLICATES)

    def show_model(self, model: str) -> None:
        """Show the card of a model."""
        self._window.show_page(MODELS)
        cast("ModelsPage", self._window.page_at(MODELS)).show_model(model)

    def show_encryption(self) -> None:
        """Show the settings of the library's encryption."""
        self._window.show_page(SETTINGS)
        cast("SettingsPage", self._window.page_at(SETTINGS)).show_encryption()

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
                cast("SettingsPage", self._window.page_at(SETTINGS)).show_server()
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

    @property
    def _library(self) -> LibraryPage:
        return cast("LibraryPage", self._window.page_at(LIBRARY))

    def welcome_newcomer(self) -> None:
        """Emit `welcome_wanted` if the library turns out to have no folder."""
        from findling.processes.reader.library_messages import AskFolders

        self._services.search.ask(AskFolders(), self._receive_folders)

    def _receive_folders(self, reply: Reply, _: bool) -> None:
        from findling.processes.reader.library_messages import FolderReports

        if isinstance(reply, FolderReports) and not reply.folders:
            self.welcome_wanted.emit()

    def _build_duplicates(self, parent: QWidget) -> QWidget:
        from findling.ui.pages.duplicates.page import DuplicatesPage

        page = DuplicatesPage(self._services, parent)
        page.remedy_wanted.connect(self.carry_out)
        return page

    def _build_topics(self, parent: QWidget) -> QWidget:
        from findling.ui.pages.topics.page import TopicsPage

        page = TopicsPage(self._services, parent)
        page.search_wanted.connect(lambda name: self.search_wanted.emit(write_filter("topic", name)))
        return page

    def _build_labels(self, parent: QWidget) -> QWidget:
        from findling.ui.pages.labels.page import LabelsPage

        page = LabelsPage(self._services, parent)
        page.search_wanted.connect(lambda name: self.search_wanted.emit(write_filter("label", name)))
        page.remedy_wanted.connect(self.carry_out)
        return page

    def _build_library(self, parent: QWidget) -> QWidget:
        from findling.ui.pages.library.page import LibraryPage

        page = LibraryPage(self._services, parent)
        page.welcome_wanted.connect(self.welcome_wanted)
        page.model_wanted.connect(self.show_model)
        page.remedy_wanted.connect(self.carry_out)
        page.search_wanted.connect(lambda path: self.search_wanted.emit(write_filter("in", str(path))))
        return page

    def _build_models(self, parent: QWidget) -> QWidget:
        from findling.ui.pages.models.page import ModelsPage

        page = ModelsPage(self._services, parent)
        page.remedy_wanted.connect(self.carry_out)
        return page

    def _build_settings(self, parent: QWidget) -> QWidget:
        from findling.ui.pages.settings.page import SettingsPage

        page = SettingsPage(self._services, self._searches, parent)
        page.folders_wanted.connect(self.show_library)
        page.about_wanted.connect(self.about_wanted)
        page.reveal_wanted.connect(self._actions.reveal)
        page.restart_wanted.connect(self.restart_wanted)
        page.conversion_wanted.connect(self.conversion_wanted)
        page.wipe_wanted.connect(self.wipe_wanted)
        return page

    # What the writer tells before a page is there is passed to it; from then on the page listens itself.

    def _pass_notice(self, notice: Notice) -> None:
        if not self._window.has_built(LIBRARY):
            self._library.note(notice)

    def _pass_offline(self, notices: tuple[Notice, ...]) -> None:
        if notices and not self._window.has_built(LIBRARY):
            self._library.show_offline(notices)

    def _pass_refusal(self, command: object, notice: Notice) -> None:
        if not self._window.has_built(LIBRARY):
            self._library.refuse(command, notice)

    def _pass_cut_short(self, found: CutShort) -> None:
        if not self._window.has_built(DUPLICATES):
            cast("DuplicatesPage", self._window.page_at(DUPLICATES)).plan_task.report_cut_short(found)
