"""Icons on buttons and actions that change with the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton

    from findling.ui.theme.theme import Theme


class ThemedIcon(QObject):
    """The icon that something wears; lives as long as its wearer, and hears of every change of the theme."""

    def __init__(self, theme: Theme, wearer: QAbstractButton | QAction) -> None:
        super().__init__(wearer)
        self._theme = theme
        self._wearer = wearer
        self._icon = ("", "")
        theme.changed.connect(self._renew)

    def put_on(self, name: str, token: str) -> None:
        """Wear this icon from now on."""
        self._wearer.setIcon(self._theme.icon(name, token))
        self._icon = (name, token)

    def _renew(self) -> None:
        self._wearer.setIcon(self._theme.icon(*self._icon))
