"""Actions on a file of a group, by shortcut and from its menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence

from findling.ui.pages.duplicates.folder_rules import FolderRule
from findling.ui.widgets.action_menu import show_menu
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Member
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.labelling import Labelling

_KEYED = {"open": "external-link", "reveal": "folder-open", "copy-path": "copy", "label": "tag", "rename": "type"}


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
        labelling: Labelling,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._current = current
        self._actions = actions
        self._shortcuts = shortcuts
        self._theme = theme
        self._labelling = labelling
        for name in ("reveal", "copy-path", "label", "rename"):
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
            case "label":
                self._labelling.ask((member.path,))
            case "rename":
                self.rename_wanted.emit(member)

    def offered(self) -> list[OfferedAction]:
        """Return the actions on the current file; none where there is none."""
        member = self._current()
        if member is None:
            return []
        goes, key = not member.keep, QKeySequence(Qt.Key.Key_K)
        apart = self.tr("Not a duplicate of the one that stays")
        rules = (
            (FolderRule.PREFERRED, "bookmark", self.tr("Prefer its folder")),
            (FolderRule.PROTECTED, "shield", self.tr("Take nothing from its folder")),
            (FolderRule.NOT_COMPARED, "eye-off", self.tr("Leave its folder out")),
        )
        return [
            *(self._offer_keyed(name, icon, member) for name, icon in _KEYED.items()),
            OfferedAction(
                words=self.tr("Keep this one"),
                icon="pin",
                do=self.keep_wanted.emit,
                keys=key,
                enabled=goes,
                begins=True,
            ),
            OfferedAction(words=apart, icon="unlink", do=self.ignore_wanted.emit, enabled=goes),
            *(
                OfferedAction(
                    words=words,
                    icon=icon,
                    do=partial(self.folder_ruled.emit, rule),
                    begins=rule is FolderRule.PREFERRED,
                )
                for rule, icon, words in rules
            ),
        ]

    def offer(self, at: QPoint) -> None:
        """Show the menu at a screen position."""
        show_menu(self._theme, self._owner, self.offered(), at)

    def _offer_keyed(self, name: str, icon: str, member: Member) -> OfferedAction:
        return OfferedAction(
            words=self._shortcuts.words(name),
            icon=icon,
            do=partial(self.do, name),
            keys=self._shortcuts.keys(name),
            enabled=name != "rename" or not member.protected,
        )
