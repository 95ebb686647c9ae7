"""Palette of actions: those on what is chosen in the current place, and those of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject

from findling.ui.widgets.action_palette import ActionPalette
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.ui.app.window import Window
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_WINDOW_ICONS = {
    "search": "search",
    "save-search": "bookmark-plus",
    "toggle-preview": "panel-right",
    "find-in-preview": "text-search",
    "place-2": "files",
    "place-3": "map",
    "place-4": "tag",
    "place-5": "library",
    "place-6": "cpu",
    "place-7": "settings",
    "pause": "pause",
    "keys": "keyboard",
    "quit": "log-out",
}


@runtime_checkable
class OfferingPage(Protocol):
    """Page that has actions of its own."""

    def offered_actions(self) -> Sequence[OfferedAction]:
        """Return the actions on what is chosen, and on the page."""


class Palette(QObject):
    """Opens the palette of the current place."""

    def __init__(self, window: Window, shortcuts: Shortcuts, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._shortcuts = shortcuts
        self._theme = theme
        shortcuts.bind("actions", window, self.open)

    def open(self) -> None:
        """Show the actions that can be taken now."""
        page = self._window.current_page
        offered = list(page.offered_actions()) if isinstance(page, OfferingPage) else []
        offered += [
            OfferedAction(
                words=self._shortcuts.words(name),
                icon=icon,
                do=partial(self._shortcuts.run, name),
                keys=self._shortcuts.keys(name),
                enabled=self._shortcuts.can_run(name),
            )
            for name, icon in _WINDOW_ICONS.items()
        ]
        ActionPalette(self._theme, offered, self._window).open()
