"""Where the desktop app is put together: every part is made here, once, and given to those who need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer

from findling.reports import Status
from findling.searcher.messages import AskFolders, AskStatus, Folders
from findling.ui.actions import FileActions
from findling.ui.bridge.searcher import SearcherLink
from findling.ui.bridge.worker import WorkerLink
from findling.ui.bugs import BugDoor
from findling.ui.desktop import SystemDesktop
from findling.ui.pause import Pause
from findling.ui.preferences import Preferences
from findling.ui.preview.pane import PreviewPane
from findling.ui.search.memory import SearchMemory
from findling.ui.search.place import SearchPlace
from findling.ui.shortcuts import Shortcuts
from findling.ui.theme.theme import Theme
from findling.ui.translation import install
from findling.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from findling.paths import LibraryPaths
    from findling.searcher.messages import Reply
    from findling.ui.instance import Instance

SEARCH, LIBRARY, SETTINGS = range(3)


class Application(QObject):
    """The desktop app.

    What is seen first is made first; the places behind it, and the processes, follow once the window is on the screen.
    """

    def __init__(self, qt: QApplication, paths: LibraryPaths, instance: Instance) -> None:
        """Put the parts together.

        Raises:
            FindlingError: the settings cannot be read.
        """
        super().__init__()
        self._qt = qt
        self._paths = paths
        self._instance = instance
        self._memory = QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
        self._preferences = Preferences(paths.settings, self)
        self._translators = install(qt, self._preferences.settings.language)
        self._theme = Theme(qt, self._preferences.settings.appearance)
        self._shortcuts = Shortcuts(self._preferences, self)
        self._searcher = SearcherLink(paths, parent=self)
        self._worker = WorkerLink(paths, parent=self)
        self._pause = Pause(self._worker, self._preferences, self._memory, parent=self)
        self._searches = SearchMemory(paths.data / "searches.json")
        self._bugs = BugDoor(self)
        self._window = Window(self._theme, self._memory)
        self._actions = FileActions(SystemDesktop(), self._window)
        self._search = SearchPlace(
            self._searcher, self._theme, self._actions, self._shortcuts, self._preferences, self._searches
        )
        self._preview = PreviewPane(self._searcher, self._theme, self._actions, self._shortcuts)
        self._status_asked = 0
        self._connect_search()

    def run(self, folders: Sequence[Path], query: str, *, toggle: bool) -> int:
        """Show the window and live until the person quits; gives the exit status."""
        self._bugs.open()
        self._window.restore()
        self._window.painted.connect(lambda: QTimer.singleShot(0, lambda: self._start(folders, query, toggle=toggle)))
        self._window.show()
        try:
            return self._qt.exec()
        finally:
            self._end()
            self._bugs.close()

    def _connect_search(self) -> None:
        window, search, preview = self._window, self._search, self._preview
        window.put_search(search, preview, self.tr("Search"), self._shortcuts.hint("place-1"))
        window.show_place(SEARCH)
        search.selected.connect(preview.show_selection)
        search.peeked.connect(lambda _: window.peek())
        search.hide_wanted.connect(self._close_or_hide)
        search.library_wanted.connect(self._add_folder)
        preview.similar_wanted.connect(search.find_similar)
        window.sidebar.search_wanted.connect(self._search_again)
        window.closing.connect(self._close)
        self._searches.changed.connect(self._show_saved)
        self._show_saved()

    def _start(self, folders: Sequence[Path], query: str, *, toggle: bool) -> None:
        """All that the first paint need not wait for."""
        self._connect_processes()
        self._searcher.start()
        self._worker.start()
        self._pause.start()
        self._add_places()
        self._window.bind(self._shortcuts)
        self._shortcuts.bind("keys", self._window, self._show_keys)
        self._shortcuts.bind("quit", self._window, self._qt.quit)
        self._shortcuts.bind("pause", self._window, self._pause.toggle)
        self._instance.asked.connect(self._obey)
        self._show_tray()
        self._key = GlobalKey(self)
        self._key.pressed.connect(self._toggle_quick)
        self._key.bind(self._preferences.settings.quick_key)
        self._preferences.changed.connect(self._follow_preferences)
        self._preferences.failed.connect(self._window.status.tell)
        for folder in folders:
            self._worker.add(folder)
        if query:
            self._search.search(query)
        if toggle:
            self._toggle_quick()
        if not folders:
            self._searcher.ask(AskFolders(), self._welcome_newcomer)

    def _connect_processes(self) -> None:
        status, worker = self._window.status, self._worker
        worker.state_changed.connect(lambda state: status.show_standing(state=state))
        worker.progressed.connect(lambda progress: status.show_standing(progress=progress))
        worker.told.connect(status.tell)
        worker.refused.connect(lambda _, message, remedy: status.tell(f"{message} {remedy}".strip()))
        worker.library_changed.connect(self._ask_status)
        worker.library_changed.connect(self._search.refresh)
        self._searcher.unwell.connect(lambda words: words and status.tell(words))
        self._actions.told.connect(status.tell)
        self._bugs.met.connect(self._tell_of_bug)
        status.follow(self._pause)
        status.pause_toggled.connect(self._pause.toggle)
        status.clicked.connect(lambda: self._window.show_place(LIBRARY))
        self._ask_status()

    def _add_places(self) -> None:
        window, theme = self._window, self._theme
        self._library = LibraryPlace(
            self._worker, self._searcher, theme, self._actions, self._pause, self._preferences
        )
        self._library.welcome_wanted.connect(self._welcome)
        self._worker.library_changed.connect(self._library.refresh)
        settings = SettingsPlace(
            self._preferences, self._shortcuts, theme, self._paths, self._searcher, self._searches
        )
        settings.folders_wanted.connect(lambda: window.show_place(LIBRARY))
        settings.about_wanted.connect(self._show_about)
        window.add_place(self._library, self.tr("Library"), "library", self._shortcuts.hint("place-2"))
        window.add_place(settings, self.tr("Settings"), "settings", self._shortcuts.hint("place-3"))

    def _ask_status(self) -> None:
        self._searcher.forget(self._status_asked)
        self._status_asked = self._searcher.ask(AskStatus(), self._show_status)

    def _show_status(self, reply: Reply, _: bool) -> None:
        if isinstance(reply, Status):
            self._window.status.show_standing(status=reply)
            self._search.set_counts(reply.files, reply.pending)

    def _welcome_newcomer(self, reply: Reply, _: bool) -> None:
        if isinstance(reply, Folders) and not reply.folders:
            self._welcome()

    def _welcome(self) -> None:
        welcome = Welcome(self._searcher, self._worker, self._theme, self._preferences)
        welcome.done.connect(lambda: self._end_welcome(welcome))
        self._window.show_over(welcome)
        welcome.start()

    def _end_welcome(self, welcome: Welcome) -> None:
        self._window.show_place(SEARCH)
        welcome.deleteLater()

    def _search_again(self, query: str) -> None:
        self._window.show_place(SEARCH)
        self._search.search(query)

    def _add_folder(self) -> None:
        self._window.show_place(LIBRARY)
        self._library.choose_folder()

    def _show_saved(self) -> None:
        self._window.sidebar.show_saved(self._searches.saved)

    def _follow_preferences(self, names: frozenset[str]) -> None:
        settings = self._preferences.settings
        if "appearance" in names:
            self._theme.choose(settings.appearance)
        if "quick_key" in names:
            self._key.bind(settings.quick_key)
        if "tray" in names:
            self._show_tray()
        if names & {"threads", "model", "exclude"}:
            self._worker.restart()
        if "model" in names:
            self._searcher.restart()

    def _obey(self, word: str) -> None:
        """Do what another start of the program asks for."""
        if word == TOGGLE:
            self._toggle_quick()
            return
        self._window.come_forward()
        if word.startswith(OPEN):
            self._search_again(word.removeprefix(OPEN))

    def _toggle_quick(self) -> None:
        if self._quick is None:
            self._quick = QuickWindow(self._searcher, self._theme, self._actions, self._shortcuts)
            self._quick.all_wanted.connect(self._show_all)
        self._quick.toggle()

    def _show_all(self, query: str) -> None:
        self._window.come_forward()
        self._search_again(query)

    def _show_tray(self) -> None:
        wanted = self._preferences.settings.tray and Tray.is_available()
        if not wanted and self._tray is not None:
            self._tray.hide()
            self._tray = None
        elif wanted and self._tray is None:
            self._tray = Tray(self._theme, self._worker, self._pause, self)
            self._tray.window_wanted.connect(self._window.come_forward)
            self._tray.quick_wanted.connect(self._toggle_quick)
            self._tray.quit_wanted.connect(self._qt.quit)
        self._qt.setQuitOnLastWindowClosed(self._tray is None)

    def _close_or_hide(self) -> None:
        """Get out of the way: into the tray where there is one, else to the other minimised windows."""
        if self._tray is not None:
            self._window.hide()
        else:
            self._window.showMinimized()

    def _close(self) -> None:
        if self._tray is None:
            self._qt.quit()

    def _show_keys(self) -> None:
        KeySheet(self._shortcuts, self._window).open()

    def _show_about(self) -> None:
        AboutBox(self._theme, self._window).open()

    def _tell_of_bug(self, name: str) -> None:
        words = self.tr("Something in Findling went wrong ({name}). It is written down in {log}")
        self._window.status.tell(words.format(name=name, log=self._paths.logs / "window.log"))

    def _end(self) -> None:
        """Leave nothing running; what takes long is ended by force, and nothing is lost by that."""
        self._window.remember()
        self._searcher.stop()
        self._worker.stop()
        self._searcher.wait()
        self._worker.wait()
        self._instance.release()
