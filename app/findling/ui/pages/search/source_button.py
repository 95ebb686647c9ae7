"""Button for where to search: in one's own files, or in the shared library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from findling.processes.reader.membership_messages import AskMembership, MembershipTold
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE
from findling.ui.widgets.controls import LabelledButton
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme


class SourceButton(LabelledButton):
    """Choice of what is searched; it is there only where a shared library was joined."""

    chosen = Signal()
    """The other one is to be searched."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        set_role(self, "quiet")
        theme.set_icon(self, "library")
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._actions = QActionGroup(self)
        menu = QMenu(self)
        self._own, self._shared = (QAction(each, self._actions, checkable=True) for each in self._words())
        self._own.setChecked(True)
        menu.addActions([self._own, self._shared])
        self._actions.triggered.connect(self._take)
        self.setMenu(menu)
        self._is_shared_before = False
        self._show()
        self.hide()

    @property
    def is_shared(self) -> bool:
        """The shared library is to be searched."""
        return self._shared.isChecked()

    def refresh(self) -> None:
        """Ask whether a shared library was joined."""
        self._link.ask(AskMembership(), self._receive)

    def offered(self) -> list[OfferedAction]:
        """Return the actions that search the one or the other; none where there is no choice."""
        if self.isHidden():
            return []
        return [
            OfferedAction(words=self._describe(each), icon="library", do=each.trigger)
            for each in (self._own, self._shared)
        ]

    def _receive(self, reply: Reply, _final: bool) -> None:
        is_joined = isinstance(reply, MembershipTold) and bool(reply.address)
        if not is_joined and self.is_shared:
            self._own.trigger()
        self.setVisible(is_joined)

    def _take(self) -> None:
        if self.is_shared != self._is_shared_before:
            self._is_shared_before = self.is_shared
            self._show()
            self.chosen.emit()

    def _words(self) -> tuple[str, str]:
        return self.tr("My files"), self.tr("Shared library")

    def _describe(self, action: QAction) -> str:
        return self.tr("Search in: {where}").format(where=action.text())

    def _show(self) -> None:
        action = self._shared if self.is_shared else self._own
        self.setText(action.text())
        self.setAccessibleName(self._describe(action))
        self.setToolTip(self.accessibleName())
