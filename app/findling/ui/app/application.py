"""Composition root of the desktop app: creates every object once and connects them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QInputDialog

from findling.extraction.embedded.opened_copies import OpenedCopies
from findling.paths import resources
from findling.settings import Effect, find_names
from findling.ui.app.caret_blink import CaretBlink
from findling.ui.app.excepthook import ExceptHook
from findling.ui.app.exit_request import ConversionRequest, RestartState, WipeRequest
from findling.ui.app.window import Window
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import install
from findling.ui.ipc.reader_link import ReaderLink
from findling.ui.ipc.status_watch import StatusWatch
from findling.ui.ipc.throttle import Throttle
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.pages.search.page import SearchPage
from findling.ui.pages.search.search_history import SearchHistory
from findling.ui.services.desktop import SystemDesktop
from findling.ui.services.file_actions import FileActions
from findling.ui.services.model_adoption import ModelAdoption
from findling.ui.services.pause import Pause
from findling.ui.services.preferences import Preferences
from findling.ui.services.services import Services
from findling.ui.services.shortcuts import Shortcuts
from findling.ui.services.writer_restart import WriterRestart
from findling.ui.theme.theme import Theme
from findling.ui.widgets.deferred_call import call_soon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from findling.domain.duplicate_check import CheckedFile
    from findling.domain.launch_request import LaunchRequest
    from findling.domain.library import Status
    from findling.encryption.conversion_wish import ConversionWish
    from findling.paths import LibraryPaths
    from findling.ui.app.desktop_integration import DesktopIntegration
    from findling.ui.app.exit_request import ExitRequest
    from findling.ui.app.single_instance import SingleInstance
    from findling.ui.pages.welcome.page import WelcomePage

_SEARCH = 0
_BETWEEN_RESTARTS_MS = 1_500


class Application(QObject):
    """Desktop app.

    What is seen first is made first; the pages behind it, and the processes, follow once the window is on the screen.
    """

    painted = Signal()
    """The window was painted for the first time."""

    def __init__(self, qt: QApplication, paths: LibraryPaths, instance: SingleInstance, *, no_log: str = "") -> None:
        """Create what is seen first; `no_log` says why no log can be written, "" if it can."""
        super().__init__()
        self._qt = qt
        self._paths = paths
        self._instance = instance
        self._no_log = no_log
        self._memory = QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
        self._preferences = Preferences(paths.settings, self)
        self._translators = install(qt, self._preferences.settings.language)
        self._theme = Theme(qt, self._preferences.settings.appearance)
        self._shortcuts = Shortcuts(self._preferences, self)
        self._reader = ReaderLink(paths, parent=self)
        # A slider changes the number of cores many times in a second.
        self._restart_reader = Throttle(self._reader.restart, _BETWEEN_RESTARTS_MS, self)
        self._writer = WriterLink(paths, parent=self)
        WriterRestart(self._preferences, self._writer.restart, self)
        self._adoption = ModelAdoption(paths, self._preferences, parent=self)
        self._pause = Pause(self._writer, self._memory, parent=self)
        self._writer.progressed.connect(self._pause.note_progress)
        self._searches = SearchHistory(paths.searches, self, key=paths.key)
        self._bugs = ExceptHook(self)
        self._window = Window(self._theme, self._memory, qt.applicationDisplayName())
        self._actions = FileActions(SystemDesktop(), self._window, self._reader)
        self._services = Services(
            writer=self._writer,
            search=self._reader,
            adoption=self._adoption,
            theme=self._theme,
            actions=self._actions,
            shortcuts=self._shortcuts,
            preferences=self._preferences,
            pause=self._pause,
            paths=paths,
        )
        self._search = SearchPage(self._services, self._searches)
        self._preview = PreviewPane(self._reader, self._theme, self._actions, self._shortcuts)
        database = (paths.database, paths.database.with_name(f"{paths.database.name}-wal"))
        self._status = StatusWatch(self._reader, self._is_seen, files=(*database, paths.settings), parent=self)
        CaretBlink(qt, parent=self)
        self._exit_request: ExitRequest | None = None
        self._desktop_integration: DesktopIntegration | None = None
        self._connect_search()

    @property
    def exit_request(self) -> ExitRequest | None:
        """Return what comes after this window; None if the user quit."""
        return self._exit_request

    def run(self, request: LaunchRequest, *, page: int = _SEARCH, at_encryption: bool = False) -> int:
        """Show the window until the user quits, dispose of everything, and return the exit status.

        Args:
            request: what to do at once.
            page: index of the page to show first.
            at_encryption: show there the settings of the encryption.
        """
        start = partial(self._start, request, page, at_encryption=at_encryption)
        self._bugs.install()
        self._window.restore()
        self._window.painted.connect(self.painted)
        if request.background:
            call_soon(self, start)
        else:
            self._window.painted.connect(lambda: call_soon(self, start))
            self._window.show()
        try:
            return self._qt.exec()
        finally:
            self._end()
            self._bugs.uninstall()
            self._dispose()

    def _connect_search(self) -> None:
        window, search, preview = self._window, self._search, self._preview
        window.put_search(search, preview, self.tr("Search"), self._shortcuts.hint("place-1"))
        window.show_page(_SEARCH)
        search.selected.connect(preview.show_selection)
        search.peeked.connect(lambda _: window.peek())
        preview.similar_wanted.connect(search.find_similar)
        window.sidebar.search_wanted.connect(self._search_for)
        window.sidebar.rename_wanted.connect(self._rename_search)
        window.sidebar.remove_wanted.connect(self._searches.remove)
        window.sidebar.moved.connect(self._searches.move)
        window.sidebar.renewed.connect(self._renew_search)
        self._searches.changed.connect(lambda: window.sidebar.show_saved(self._searches.saved()))
        window.sidebar.show_saved(self._searches.saved())

    def _start(self, request: LaunchRequest, page: int, *, at_encryption: bool) -> None:
        """Start everything that the first paint need not wait for."""
        self._connect_processes()
        if self._no_log:
            self._window.status.show_message(self.tr("No log is written: {reason}").format(reason=self._no_log))
        # What a window that was killed left.
        OpenedCopies(self._paths.opened).clear()
        self._reader.start()
        self._search.refresh()
        self._writer.start()
        self._pause.start()
        for folder in request.folders:
            self._add_folder(folder)
        self._add_pages()
        if not request.folders:
            self._pages.welcome_newcomer()
        self._bind_keys()
        self._give_tip()
        desktop = self._integrate_desktop()
        self._qt.setWindowIcon(QIcon(str(resources() / "icons" / "findling.svg")))
        if request.query:
            self._search_for(request.query)
        if request.alike:
            self._search.find_similar(request.alike)
        self._window.show_page(page)
        if at_encryption:
            self._pages.show_encryption()
        if request.toggle:
            desktop.toggle_quick()
        if request.background and not desktop.has_tray:
            self._window.showMinimized()
        self._instance.take_requests()

    def _connect_processes(self) -> None:
        status, writer = self._window.status, self._writer
        writer.state_changed.connect(lambda state: status.show_state(state=state))
        writer.progressed.connect(lambda progress: status.show_state(progress=progress))
        writer.noticed.connect(lambda notice: status.show_message(describe(notice)))
        writer.refused.connect(lambda _, notice: status.show_message(describe(notice)))
        writer.library_changed.connect(self._status.ask)
        writer.library_changed.connect(self._search.refresh)
        self._reader.failing.connect(status.show_message)
        self._actions.reported.connect(status.show_message)
        self._actions.failed.connect(status.show_problem)
        self._preferences.failed.connect(status.show_message)
        self._preferences.trouble_changed.connect(lambda trouble: status.show_state(trouble=trouble))
        status.show_state(trouble=self._preferences.trouble)
        for problem in self._preferences.problems:
            status.show_message(problem)
        self._adoption.began.connect(lambda job: status.show_state(fetched=job.model, fetching=None))
        self._adoption.progressed.connect(lambda transfer: status.show_state(fetching=transfer))
        self._adoption.ended.connect(lambda: status.show_state(fetched="", fetching=None))
        self._adoption.refused.connect(lambda notice: status.show_message(describe(notice)))
        self._searches.failed.connect(status.show_message)
        self._preferences.changed.connect(self._follow_preferences)
        self._bugs.caught.connect(self._show_bug)
        status.follow(self._pause)
        status.pause_toggled.connect(self._pause.toggle)
        self._status.status_received.connect(self._show_status)
        self._status.changed.connect(writer.note_change)
        self._status.start()

    def _add_pages(self) -> None:
        from findling.ui.app.page_stack import PageStack

        pages = self._pages = PageStack(self._window, self._services, self._searches, self)
        pages.welcome_wanted.connect(self._welcome)
        pages.about_wanted.connect(self._show_about)
        pages.restart_wanted.connect(self._restart)
        pages.conversion_wanted.connect(self._convert)
        pages.wipe_wanted.connect(self._wipe)
        pages.search_wanted.connect(self._search_for)
        self._search.library_wanted.connect(pages.choose_folder)
        self._search.remedy_wanted.connect(pages.carry_out)
        self._preview.remedy_wanted.connect(pages.carry_out)
        self._window.status.clicked.connect(pages.show_health)

    def _give_tip(self) -> None:
        from findling.ui.services.weekly_tip import WeeklyTip

        if tip := WeeklyTip(self._memory, self._preferences, self._shortcuts, parent=self).take():
            self._search.show_tip(tip, lambda: self._preferences.change(tips=False))

    def _bind_keys(self) -> None:
        from findling.ui.app.palette import Palette

        self._window.bind(self._shortcuts)
        Palette(self._window, self._shortcuts, self._theme)
        self._shortcuts.bind("keys", self._window, self._show_keys)
        self._shortcuts.bind("quit", self._window, self._qt.quit)
        self._shortcuts.bind("pause", self._window, self._pause.toggle)

    def _integrate_desktop(self) -> DesktopIntegration:
        from findling.ui.app.desktop_integration import DesktopIntegration

        desktop = self._desktop_integration = DesktopIntegration(self._services, self._instance, self)
        self._window.status.text_changed.connect(desktop.set_status)
        self._writer.arrived.connect(self._tell_arrivals)
        desktop.duplicates_wanted.connect(self._show_duplicates)
        desktop.window_wanted.connect(self._window.bring_to_front)
        desktop.search_wanted.connect(self._open_search)
        desktop.folder_wanted.connect(self._add_folder)
        desktop.alike_wanted.connect(self._open_alike)
        desktop.quit_wanted.connect(self._qt.quit)
        desktop.troubled.connect(self._window.status.show_message)
        # With a tray icon, closing the window is no end.
        self._qt.setQuitOnLastWindowClosed(False)
        self._window.closing.connect(lambda: None if desktop.has_tray else self._qt.quit())
        self._search.hide_wanted.connect(
            lambda: self._window.hide() if desktop.has_tray else self._window.showMinimized()
        )
        return desktop

    def _add_folder(self, folder: Path) -> None:
        self._search.expect_files()
        self._writer.add(folder)

    def _is_seen(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _tell_arrivals(self, came: tuple[CheckedFile, ...]) -> None:
        """Report arrivals that are known, in the window while it is seen, else by the tray icon."""
        from findling.domain.duplicate_check import explain_arrivals

        if not self._preferences.settings.tell_arrivals:
            return
        words = describe(explain_arrivals(came))
        if self._is_seen() or self._desktop_integration is None:
            self._window.status.show_message(words)
        else:
            self._desktop_integration.tell(words)

    def _show_duplicates(self) -> None:
        self._window.bring_to_front()
        self._pages.show_duplicates()

    def _show_status(self, status: Status) -> None:
        self._window.status.show_state(status=status)
        self._search.set_counts(status.files, status.pending + status.unembedded, status.indexed)

    def _welcome(self) -> None:
        from findling.ui.pages.welcome.page import WelcomePage

        welcome = WelcomePage(self._services)
        welcome.done.connect(lambda: self._end_welcome(welcome))
        welcome.search_wanted.connect(self._search.search)
        welcome.remedy_wanted.connect(lambda _: self._end_welcome(welcome))
        welcome.remedy_wanted.connect(self._pages.carry_out)
        self._window.show_over(welcome)
        welcome.start()

    def _end_welcome(self, welcome: WelcomePage) -> None:
        self._window.show_page(_SEARCH)
        welcome.deleteLater()

    def _open_search(self, query: str) -> None:
        self._window.bring_to_front()
        self._search_for(query)

    def _open_alike(self, path: Path) -> None:
        self._window.bring_to_front()
        self._window.show_page(_SEARCH)
        self._search.find_similar(path)

    def _search_for(self, query: str) -> None:
        self._window.show_page(_SEARCH)
        self._search.search(query)

    def _rename_search(self, name: str) -> None:
        words = self.tr("A name for this search")
        new_name, agreed = QInputDialog.getText(self._window, self.tr("Rename"), words, text=name)
        if agreed and new_name.strip():
            self._searches.rename(name, new_name.strip())

    def _renew_search(self, name: str) -> None:
        if query := self._search.text().strip():
            self._searches.save(name, query)

    def _follow_preferences(self, names: frozenset[str]) -> None:
        if "appearance" in names:
            self._theme.choose(self._preferences.settings.appearance)
        if names & find_names(Effect.READER):
            self._restart_reader.ask()

    def _show_keys(self) -> None:
        from findling.ui.widgets.key_caps import KeysDialog

        KeysDialog(self._shortcuts, self._theme, self._window).open()

    def _show_about(self) -> None:
        from findling.ui.app.about_box import AboutBox

        AboutBox(self._theme, self._window).open()

    def _show_bug(self, name: str) -> None:
        words = self.tr("Something in Findling went wrong ({name}). It is written down in {log}")
        if self._no_log:
            words = self.tr("Something in Findling went wrong ({name}).")
        log = formatting.folder(self._paths.logs / "window.log")
        self._window.status.show_message(words.format(name=name, log=log))

    def _restart(self) -> None:
        """Have the window opened again in the same state, with settings read afresh."""
        self._close_for(RestartState(self._window.page, self._search.text()))

    def _convert(self, wish: ConversionWish) -> None:
        state = RestartState(self._window.page, self._search.text(), at_encryption=True)
        self._close_for(ConversionRequest(wish, self._preferences.settings, state))

    def _wipe(self, with_settings: bool) -> None:
        self._close_for(WipeRequest(self._preferences.settings, with_settings))

    def _close_for(self, request: ExitRequest) -> None:
        self._exit_request = request
        self._qt.quit()

    def _end(self) -> None:
        """Stop all processes, by force where that takes long; nothing is lost."""
        self._instance.hold_requests()
        self._window.remember()
        # Nothing is to be written once it is deleted.
        self._memory.sync()
        if self._desktop_integration is not None:
            self._desktop_integration.close()
        self._reader.stop()
        self._writer.stop()
        self._reader.wait()
        self._writer.wait()
        OpenedCopies(self._paths.opened).clear()
        if self._exit_request is None:
            self._instance.release()
        for translator in self._translators:
            self._qt.removeTranslator(translator)

    def _dispose(self) -> None:
        """Delete the Qt objects: Python's garbage collector does not see what a connection holds."""
        for each in (*self._translators, self._window, self._theme, self):
            each.deleteLater()
        self._qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
