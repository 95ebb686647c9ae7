"""Where the desktop app is put together: every part is made here, once, and given to those who need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer

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
from findling.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from findling.paths import LibraryPaths
    from findling.ui.instance import Instance
    from findling.ui.quick import QuickWindow
    from findling.ui.tray import Tray

SEARCH, LIBRARY, SETTINGS = range(3)


class Application(QObject):
    """The desktop app.

    What is seen first is made first; the places behind it, and the processes, follow once the window is on the screen.
    """

    def __init__(self, qt: QApplication, paths: LibraryPaths, instance: Instance) -> None:
        super().__init__()
        self._qt = qt
        self._paths = paths
        self._instance = instance
        self._memory = QSettings(str(paths.config / "window.ini"), QSettings.Format.IniFormat)
        self._preferences = Preferences(paths.settings, self)
        self._theme = Theme(qt, self._preferences.settings.appearance)
        self._shortcuts = Shortcuts(self._preferences, self)
        self._searcher = SearcherLink(paths, parent=self)
        self._worker = WorkerLink(paths, parent=self)
        self._pause = Pause(self._worker, self._preferences, self._memory, parent=self)
        self._searches = SearchMemory(paths.data / "searches.json")
        self._bugs = BugDoor(self)
        self._window = Window(self._theme, self._memory)
        self._actions = FileActions(SystemDesktop(), self._window)
        self._quick: QuickWindow | None = None
        self._tray: Tray | None = None
        self._compose()

    def run(self, folders: Sequence[Path], query: str, *, toggle: bool) -> int:
        """Show the window and live until the person quits; gives the exit status."""
        self._bugs.open()
        self._folders, self._query = tuple(folders), query
        self._window.restore()
        self._window.painted.connect(lambda: QTimer.singleShot(0, self._start))
        self._window.show()
        try:
            return self._qt.exec()
        finally:
            self._end()
            self._bugs.close()

    def quit(self) -> None:
        """End it all; nothing that was indexed is lost."""
        self._qt.quit()

    def _compose(self) -> None:
        window, theme = self._window, self._theme
        self._search = SearchPlace(
            self._searcher, theme, self._actions, self._shortcuts, self._preferences, self._searches
        )
        self._preview = PreviewPane(self._searcher, theme, self._actions, self._shortcuts)
        window.put_search(self._search, self._preview, self.tr("Search"), self._shortcuts.hint("place-1"))
