"""Context menu with icons and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme


class ActionMenu(QMenu):
    """Menu that is deleted when it is closed; its keys are shown, and bound elsewhere."""

    def __init__(self, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(
        self, icon: str, words: str, do: Callable[[], None], keys: QKeySequence | None = None, *, enabled: bool = True
    ) -> None:
        """Append an action."""
        action = QAction(self._theme.icon(icon), words, self)
        action.triggered.connect(lambda: do())
        action.setEnabled(enabled)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
