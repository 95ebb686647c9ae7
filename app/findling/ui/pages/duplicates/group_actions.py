"""Actions on a group of like files, from its menu and from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from findling.ui.widgets.action_menu import show_menu
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Group
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.labelling import Labelling


class GroupActions(QObject):
    """Actions on the current group."""

    selection_wanted = Signal(object, bool)
    """All files of a `Group` that may go are to be selected, or none."""
    ignore_wanted = Signal(object)
    """The files of a `Group` are no duplicates of the one that stays."""
    folder_wanted = Signal(object)
    """Wish for groups with a file in this folder alone."""

    def __init__(
        self,
        owner: QWidget,
        current: Callable[[], Group | None],
        actions: FileActions,
        theme: Theme,
        labelling: Labelling,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._current = current
        self._actions = actions
        self._theme = theme
        self._labelling = labelling

    def offered(self) -> list[OfferedAction]:
        """Return the actions on the current group; none where there is none."""
        group = self._current()
        if group is None:
            return []
        keeper = group.members[0].path
        paths = [member.path for member in group.members]
        may_go = [member for member in group.members if not member.keep and not member.protected]
        return [
            OfferedAction(
                words=self.tr("Open the file that stays"), icon="external-link", do=lambda: self._actions.open(keeper)
            ),
            OfferedAction(
                words=self.tr("Show the file that stays in its folder"),
                icon="folder-open",
                do=lambda: self._actions.reveal(keeper),
            ),
            OfferedAction(
                words=self.tr("Copy the paths of all files"), icon="copy", do=lambda: self._actions.copy_paths(paths)
            ),
            OfferedAction(words=self.tr("Labels of all files…"), icon="tag", do=lambda: self._labelling.ask(paths)),
            OfferedAction(
                words=self.tr("Select all files but the one that stays"),
                icon="check",
                do=lambda: self.selection_wanted.emit(group, True),
                enabled=any(not member.selected for member in may_go),
                begins=True,
            ),
            OfferedAction(
                words=self.tr("Select none of its files"),
                icon="x",
                do=lambda: self.selection_wanted.emit(group, False),
                enabled=any(member.selected for member in may_go),
            ),
            OfferedAction(
                words=self.tr("None is a duplicate of the one that stays"),
                icon="unlink",
                do=lambda: self.ignore_wanted.emit(group),
                begins=True,
            ),
            OfferedAction(
                words=self.tr("Only groups in this folder"),
                icon="folder",
                do=lambda: self.folder_wanted.emit(keeper.parent),
            ),
        ]

    def offer(self, at: QPoint) -> None:
        """Show the menu at a screen position."""
        show_menu(self._theme, self._owner, self.offered(), at)
