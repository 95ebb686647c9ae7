"""Tray icon, quick window, global hotkey and requests of other launches."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.ui.app.quick_window import QuickWindow
from findling.ui.app.single_instance import ADD, ALIKE, BACKGROUND, OPEN_PREFIX, QUIT, TOGGLE
from findling.ui.app.tray import Tray
from findling.ui.services.global_hotkey import GlobalKey
from findling.ui.widgets.deferred_call import call_soon

if TYPE_CHECKING:
    from findling.ui.app.single_instance import SingleInstance
    from findling.ui.services.services import Services


class DesktopIntegration(QObject):
    """Ways to reach Findling other than its window."""

    window_wanted = Signal()
    search_wanted = Signal(str)
    """Query to search for in the window."""
    folder_wanted = Signal(object)
    """`Path` of a folder to add."""
    alike_wanted = Signal(object)
    """`Path` of a file whose like are wanted."""
    quit_wanted = Signal()
    troubled = Signal(str)
    """The reason why the key of the quick window cannot be had, or another launch cannot reach this one."""
    duplicates_wanted = Signal()
    """The user clicked on what `tell` showed."""
    tray_changed = Signal(bool)
    """Presence of a tray icon, which can reopen a closed window."""

    def __init__(self, services: Services, instance: SingleInstance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._preferences = services, services.preferences
        self._quick: QuickWindow | None = None
        self._tray: Tray | None = None
        self._key = GlobalKey(self)
        self._key.pressed.connect(self.toggle_quick)
        # Who is to hear of trouble is connected first.
        call_soon(self, self._bind_key)
        if reason := instance.unreachable_reason:
            words = self.tr("Opening Findling again does not reach this window: {reason}")
            call_soon(self, partial(self.troubled.emit, words.format(reason=reason)))
        instance.asked.connect(self._handle_request)
        self._preferences.changed.connect(self._follow)
        self._show_tray()

    @property
    def has_tray(self) -> bool:
        """Return whether there is a tray icon."""
        return self._tray is not None

    def toggle_quick(self) -> None:
        """Show the quick window, or hide it."""
        if self._quick is None:
            shared = self._services
            self._quick = QuickWindow(shared.search, shared.theme, shared.actions, shared.shortcuts)
            self._quick.all_wanted.connect(self.search_wanted)
            self._quick.alike_wanted.connect(self.alike_wanted)
        self._quick.toggle()

    def set_status(self, words: str) -> None:
        """Show the status line in the tray icon's tooltip."""
        if self._tray is not None:
            self._tray.set_status(words)

    def tell(self, words: str) -> None:
        """Show a short message where there is a tray icon."""
        if self._tray is not None:
            self._tray.tell(words)

    def close(self) -> None:
        """Remove the hotkey, the tray icon and the quick window."""
        self._key.release()
        if self._tray is not None:
            self._tray.hide()
        if self._quick is not None:
            self._quick.close()

    def _handle_request(self, word: str) -> None:
        """Do what another launch of the program asks for."""
        if word == TOGGLE:
            self.toggle_quick()
        elif word.startswith(OPEN_PREFIX):
            self.search_wanted.emit(word.removeprefix(OPEN_PREFIX))
        elif word.startswith(ADD):
            self.folder_wanted.emit(Path(word.removeprefix(ADD)))
        elif word.startswith(ALIKE):
            self.alike_wanted.emit(Path(word.removeprefix(ALIKE)))
        elif word == QUIT:
            self.quit_wanted.emit()
        elif word != BACKGROUND:
            self.window_wanted.emit()

    def _follow(self, names: frozenset[str]) -> None:
        if "quick_key" in names:
            self._bind_key()
        if "tray" in names:
            self._show_tray()

    def _bind_key(self) -> None:
        if trouble := self._key.bind(self._preferences.settings.quick_key):
            self.troubled.emit(trouble)

    def _show_tray(self) -> None:
        wanted = self._preferences.settings.tray and Tray.is_available()
        if wanted and self._tray is None:
            self._tray = Tray(self._services.theme, self._services.writer, self._services.pause, self)
            self._tray.window_wanted.connect(self.window_wanted)
            self._tray.quick_wanted.connect(self.toggle_quick)
            self._tray.quit_wanted.connect(self.quit_wanted)
            self._tray.told.connect(self.duplicates_wanted)
            self._tray.show()
        elif not wanted and self._tray is not None:
            self._tray.hide()
            self._tray = None
        self.tray_changed.emit(self.has_tray)
