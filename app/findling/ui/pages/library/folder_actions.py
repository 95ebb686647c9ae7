"""Actions on a folder of the library, from the menu of its row and from the palette."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from findling.ui.services.pause import Rest
from findling.ui.widgets.action_menu import show_menu
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.ui.pages.library.folder_row import FolderRow
    from findling.ui.services.services import Services


class FolderActions(QObject):
    """All that can be done with a folder; what takes room on the page unfolds in its row."""

    search_wanted = Signal(object)
    """The files in a folder are to be searched."""

    def __init__(self, owner: QWidget, services: Services) -> None:
        super().__init__(owner)
        self._owner = owner
        self._theme, self._actions = services.theme, services.actions
        self._shortcuts, self._pause = services.shortcuts, services.pause

    def list_for(self, row: FolderRow) -> list[OfferedAction]:
        """Return the actions on the folder of a row; none while it is being forgotten."""
        if not row.isEnabled():
            return []
        path = row.path
        rests = self._pause.rest is not Rest.NOT
        return [
            OfferedAction(words=self.tr("Open this folder"), icon="folder-open", do=lambda: self._actions.open(path)),
            OfferedAction(
                words=self.tr("Search in this folder"), icon="search", do=lambda: self.search_wanted.emit(path)
            ),
            OfferedAction(words=self.tr("Copy its path"), icon="copy", do=lambda: self._actions.copy_path(path)),
            OfferedAction(
                words=self.tr("Look at this folder again"), icon="refresh-cw", do=row.update_wanted.emit, begins=True
            ),
            OfferedAction(
                words=self.tr("What is left out of this folder"), icon="sliders-horizontal", do=row.edit_rules
            ),
            OfferedAction(
                words=self.tr("Go on with all folders") if rests else self.tr("Pause all folders"),
                icon="play" if rests else "pause",
                do=self._pause.toggle,
                keys=self._shortcuts.keys("pause"),
            ),
            *self._list_forgetting(row),
        ]

    def offer(self, row: FolderRow, at: QPoint) -> None:
        """Show the menu of a row at a screen position."""
        show_menu(self._theme, self._owner, self.list_for(row), at)

    def _list_forgetting(self, row: FolderRow) -> list[OfferedAction]:
        folder = OfferedAction(words=self.tr("Forget this folder…"), icon="trash-2", do=row.ask_before_forgetting)
        if not row.offline:
            return [replace(folder, begins=True)]
        words = self.tr("Forget what is not there now…")
        away = OfferedAction(words=words, icon="unlink", do=row.ask_before_forgetting_offline, begins=True)
        return [away, folder]
