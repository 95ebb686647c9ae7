"""What stands around the window: the tray icon, the quick window, the key that calls it, other starts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.ui.app.quick_window import QuickWindow
from findling.ui.app.single_instance import ADD, OPEN, TOGGLE
from findling.ui.app.tray import Tray
from findling.ui.services.global_hotkey import GlobalKey

if TYPE_CHECKING:
    from findling.ui.app.single_instance import SingleInstance
    from findling.ui.services.services import Services


class DesktopIntegration(QObject):
    """The ways to Findling that do not go through its window."""

    window_wanted = Signal()
    search_wanted = Signal(str)
    """The window, with this searched for."""
    folder_wanted = Signal(object)
    """A folder is to be covered: its `Path`."""
    quit_wanted = Signal()
    tray_changed = Signal(bool)
    """Whether there is a tray icon, by which the window can be called back when it is closed."""

    def __init__(self, services: Services, instance: SingleInstance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._preferences = services, services.preferences
        self._quick: QuickWindow | None = None
        self._tray: Tray | None = None
        self._key = GlobalKey(self)
        self._key.pressed.connect(self.toggle_quick)
        self._key.bind(self._preferences.settings.quick_key)
        instance.asked.connect(self._handle_request)
        self._preferences.changed.connect(self._follow)
        self._show_tray()

    @property
    def has_tray(self) -> bool:
        """Whether there is a tray icon."""
        return self._tray is not None

    def toggle_quick(self) -> None:
        """Show the quick window, or hide it."""
        if self._quick is None:
            shared = self._services
            self._quick = QuickWindow(shared.search, shared.theme, shared.actions, shared.shortcuts)
            self._quick.all_wanted.connect(self.search_wanted)
        self._quick.toggle()

    def set_status(self, words: str) -> None:
        """Show how the library stands where the window is not seen."""
        if self._tray is not None:
            self._tray.set_status(words)

    def close(self) -> None:
        """Take everything down."""
        self._key.release()
        if self._tray is not None:
            self._tray.hide()
        if self._quick is not None:
            self._quick.close()

    def _handle_request(self, word: str) -> None:
        """Do what another start of the program asks for."""
        if word == TOGGLE:
            self.toggle_quick()
        elif word.startswith(OPEN):
            self.search_wanted.emit(word.removeprefix(OPEN))
        elif word.startswith(ADD):
            self.folder_wanted.emit(Path(word.removeprefix(ADD)))
        else:
            self.window_wanted.emit()

    def _follow(self, names: frozenset[str]) -> None:
        if "quick_key" in names:
            self._key.bind(self._preferences.settings.quick_key)
        if "tray" in names:
            self._show_tray()

    def _show_tray(self) -> None:
        wanted = self._preferences.settings.tray and Tray.is_available()
        if wanted and self._tray is None:
            self._tray = Tray(self._services.theme, self._services.worker, self._services.pause, self)
            self._tray.window_wanted.connect(self.window_wanted)
            self._tray.quick_wanted.connect(self.toggle_quick)
            self._tray.quit_wanted.connect(self.quit_wanted)
            self._tray.show()
        elif not wanted and self._tray is not None:
            self._tray.hide()
            self._tray = None
        self.tray_changed.emit(self.has_tray)
