"""Actions on a file of a group, by shortcut and from its menu."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence

from findling.ui.widgets.action_menu import ActionMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Member
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_KEYED = {"open": "external-link", "reveal": "folder-open", "copy-path": "copy", "rename": "type"}


class FolderRule(Enum):
    """Treatment of a file's folder, chosen from the file's menu."""

    PREFERRED = auto()
    PROTECTED = auto()
    NOT_COMPARED = auto()


class MemberActions(QObject):
    """Actions on the current file."""

    keep_wanted = Signal()
    rename_wanted = Signal(object)
    """The chosen file, a `Member`, is to have another name."""
    ignore_wanted = Signal()
    """The chosen file is no duplicate of the one that stays."""
    folder_ruled = Signal(object)
    """The folder of the chosen file is to be treated by a `FolderRule`."""

    def __init__(
        self,
        owner: QWidget,
        current: Callable[[], Member | None],
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
        for name in ("reveal", "copy-path", "rename"):
            shortcuts.bind(name, owner, partial(self.do, name))

    def do(self, name: str) -> None:
        """Perform an action on the current file, if there is one."""
        member = self._current()
        if member is None:
            return
        match name:
            case "open":
                self._actions.open(member.path)
            case "reveal":
                self._actions.reveal(member.path)
            case "copy-path":
                self._actions.copy_path(member.path)
            case "rename":
                self.rename_wanted.emit(member)

    def offer(self, at: QPoint) -> None:
        """Show the menu at a screen position."""
        member = self._current()
        if member is None:
            return
        menu = ActionMenu(self._theme, self._owner)
        for name, icon in _KEYED.items():
            enabled = name != "rename" or not member.protected
            menu.add(
                icon, self._shortcuts.words(name), partial(self.do, name), self._shortcuts.keys(name), enabled=enabled
            )
        menu.addSeparator()
        goes = not member.keep
        menu.add("pin", self.tr("Keep this one"), self.keep_wanted.emit, QKeySequence(Qt.Key.Key_K), enabled=goes)
        menu.add("unlink", self.tr("Not a duplicate of the one that stays"), self.ignore_wanted.emit, enabled=goes)
        menu.addSeparator()
        for rule, icon, words in (
            (FolderRule.PREFERRED, "bookmark", self.tr("Prefer its folder")),
            (FolderRule.PROTECTED, "shield", self.tr("Take nothing from its folder")),
            (FolderRule.NOT_COMPARED, "eye-off", self.tr("Leave its folder out")),
        ):
            menu.add(icon, words, partial(self.folder_ruled.emit, rule))
        menu.popup(at)
