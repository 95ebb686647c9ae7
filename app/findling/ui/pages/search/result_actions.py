"""Actions on the selected result, by keys and from its menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from findling.ui.widgets.action_menu import ActionMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.result_selection import Selection
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_ICONS = {
    "open": "external-link",
    "reveal": "folder-open",
    "copy-path": "copy",
    "copy-passage": "quote",
    "peek": "eye",
    "similar": "text-search",
}


class ResultActions(QObject):
    """Actions on the current result."""

    used = Signal()
    """The selected result was put to use, and not only looked at."""
    peeked = Signal(object)
    """`Selection`."""
    similar_wanted = Signal(object)
    """A path."""

    def __init__(
        self,
        owner: QWidget,
        current: Callable[[], Selection | None],
        actions: FileActions,
        shortcuts: Shortcuts,
        theme: Theme,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._current = current
        self._actions = actions
        self._shortcuts = shortcuts
        self._theme = theme
        for name in ("reveal", "copy-path", "copy-passage", "similar"):
            shortcuts.bind(name, owner, partial(self.do, name))

    def do(self, name: str) -> None:
        """Take an action on the selected result, if there is one."""
        selection = self._current()
        if selection is None:
            return
        match name:
            case "open":
                self._actions.open(selection.path)
            case "reveal":
                self._actions.reveal(selection.path)
            case "copy-path":
                self._actions.copy_path(selection.path)
            case "copy-passage" if selection.hit:
                self._actions.copy_passage(selection.path, selection.hit)
            case "peek":
                self.peeked.emit(selection)
            case "similar":
                self.similar_wanted.emit(selection.path)
        if name != "peek":
            self.used.emit()

    def offer(self, at: QPoint) -> None:
        """Show the menu at a global position."""
        selection = self._current()
        if selection is None:
            return
        menu = ActionMenu(self._theme, self._owner)
        for name, icon in _ICONS.items():
            enabled = name != "copy-passage" or selection.hit is not None
            menu.add(
                icon, self._shortcuts.words(name), partial(self.do, name), self._shortcuts.keys(name), enabled=enabled
            )
            if name in ("reveal", "copy-passage"):
                menu.addSeparator()
        menu.popup(at)
