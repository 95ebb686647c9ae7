"""The files of a group as a list: moved through, ticked, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from findling.ui.pages.duplicates.member_delegate import MemberDelegate
from findling.ui.pages.duplicates.member_model import MembersModel
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import Group, Member
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index


class MembersList(QListView):
    """The files of the chosen group; one of them is the chosen one."""

    chosen = Signal(object)
    """The chosen `Member`, or None."""
    opened = Signal()
    keep_wanted = Signal()
    """The chosen file is to stay."""
    left = Signal()
    """Back to the groups."""
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members = MembersModel(self)
        self._delegate = MemberDelegate(theme, self.members, self)
        self.setModel(self.members)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Files of the group"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> Member | None:
        """The chosen file."""
        index = self.currentIndex()
        return self.members.row(index.row()).member if index.isValid() else None

    def show_group(self, group: Group | None, *, anew: bool) -> None:
        """Show a group; of one that was not shown before the file after the one that stays is chosen."""
        self.members.show_group(group)
        if self.members.rowCount() and (anew or not self.currentIndex().isValid()):
            index = self.members.index(min(1, self.members.rowCount() - 1))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.chosen.emit(self.current)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which file is chosen now."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter opens, K keeps, Escape goes back; other letters are keys of the place."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and event.key() == Qt.Key.Key_K:
            self.keep_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick where the box is, with some room around it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._is_sign(index, at):
            self._toggle(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a file."""
        keyboard = event.reason() is event.Reason.Keyboard
        at = self.visualRect(self.currentIndex()).center() if keyboard else event.pos()
        if self.indexAt(at).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _toggle(self, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            checked = state is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            self.members.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _is_sign(self, index: Index, at: QPoint) -> bool:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._delegate.sign_rect(option).adjusted(-Spacing.S, -Spacing.S, Spacing.S, Spacing.S).contains(at)
