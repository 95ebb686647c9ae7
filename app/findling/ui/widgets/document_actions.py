"""Actions on the documents of a list, from its menu, by keys and from the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from findling.ui.widgets.action_menu import show_menu
from findling.ui.widgets.labelling import Labelling
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.ui.services.services import Services
    from findling.ui.widgets.notice_bar import NoticeBar

_KEYED = {"open": "external-link", "reveal": "folder-open", "copy-path": "copy", "label": "tag"}


class DocumentActions(QObject):
    """Actions on the chosen document, and labels for all that are listed.

    Args:
        owner: the page whose keys they are.
        services: of the window.
        notice: says what came of it.
        current: returns the chosen file.
        listed: returns all files that are listed, where they are a choice of the user; else none.
    """

    def __init__(
        self,
        owner: QWidget,
        services: Services,
        notice: NoticeBar,
        current: Callable[[], Path | None],
        listed: Callable[[], Sequence[Path]] = lambda: (),
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions, self._shortcuts, self._theme = services.actions, services.shortcuts, services.theme
        self._current = current
        self._listed = listed
        self.labelling = Labelling(services, notice, owner)
        for name in ("reveal", "copy-path", "label"):
            self._shortcuts.bind(name, owner, partial(self.do, name))

    def add_menu(self, widget: QWidget) -> None:
        """Show the menu where a widget is right-clicked."""
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(lambda at: self._offer_menu(widget.mapToGlobal(at)))

    def do(self, name: str) -> None:
        """Take an action on the chosen file, if there is one."""
        path = self._current()
        if path is None:
            return
        match name:
            case "open":
                self._actions.open(path)
            case "reveal":
                self._actions.reveal(path)
            case "copy-path":
                self._actions.copy_path(path)
            case "label":
                self.labelling.ask((path,))

    def offered(self) -> list[OfferedAction]:
        """Return the actions that can be taken."""
        offered = []
        if self._current() is not None:
            offered = [
                OfferedAction(
                    words=self._shortcuts.words(name),
                    icon=icon,
                    do=partial(self.do, name),
                    keys=self._shortcuts.keys(name),
                )
                for name, icon in _KEYED.items()
            ]
        if listed := tuple(self._listed()):
            words = self.tr("Labels of the %Ln listed files…", "", len(listed))
            label_all = partial(self.labelling.ask, listed)
            offered.append(OfferedAction(words=words, icon="tag", do=label_all, begins=bool(offered)))
        return offered

    def _offer_menu(self, at: QPoint) -> None:
        show_menu(self._theme, self._owner, self.offered(), at)
