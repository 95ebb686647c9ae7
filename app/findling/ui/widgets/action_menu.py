"""Context menu with icons and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.offered_action import OfferedAction


def show_menu(theme: Theme, owner: QWidget, offered: Sequence[OfferedAction], at: QPoint) -> None:
    """Show actions as a menu at a position on the screen; nothing where there are none."""
    if offered:
        menu = ActionMenu(theme, owner)
        menu.offer(offered)
        menu.popup(at)


class ActionMenu(QMenu):
    """Menu that is deleted when it is closed; its keys are shown, and bound elsewhere."""

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer(self, actions: Iterable[OfferedAction]) -> None:
        """Append actions, with a line before each that begins a group."""
        for each in actions:
            if each.begins:
                self.addSeparator()
            self._add(each)

    def _add(self, offered: OfferedAction) -> None:
        action = QAction(self._theme.icon(offered.icon), offered.words.replace("&", "&&"), self)
        action.triggered.connect(lambda: offered.do())
        action.setEnabled(offered.enabled)
        if offered.keys is not None:
            action.setShortcut(offered.keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
