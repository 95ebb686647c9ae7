"""Button with the orders in which results can be listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from findling.domain.search import SortOrder
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE
from findling.ui.widgets.controls import LabelledButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.ui.theme.theme import Theme


class SortButton(LabelledButton):
    """Icon alone while the best come first; else it names the order as well."""

    chosen = Signal(object)
    """Choice of another `SortOrder`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "quiet")
        theme.set_icon(self, "list-ordered")
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._actions = QActionGroup(self)
        menu = QMenu(self)
        for order, words in self.words().items():
            action = QAction(words, self._actions, checkable=True, checked=order is SortOrder.RELEVANCE)
            action.setData(order.value)
            menu.addAction(action)
        self._actions.triggered.connect(lambda: self.chosen.emit(self.order))
        self._actions.triggered.connect(self._show)
        self.setMenu(menu)
        self._show()

    @property
    def order(self) -> SortOrder:
        """The chosen order."""
        action = self._actions.checkedAction()
        return SortOrder(action.data()) if action else SortOrder.RELEVANCE

    def choose(self, order: SortOrder) -> None:
        """Choose an order as if by hand."""
        next(action for action in self._actions.actions() if action.data() == order).trigger()

    def words(self) -> dict[SortOrder, str]:
        """Return the labels of the orders."""
        return {
            SortOrder.RELEVANCE: self.tr("Best first"),
            SortOrder.DATE: self.tr("Latest first"),
            SortOrder.NAME: self.tr("By name"),
            SortOrder.SIZE: self.tr("Largest first"),
        }

    def describe(self, order: SortOrder) -> str:
        """Return the label of an order where nothing around it says what it is."""
        return self.tr("Order: {order}").format(order=self.words()[order])

    def _show(self) -> None:
        words, is_usual = self.words()[self.order], self.order is SortOrder.RELEVANCE
        self.setText("" if is_usual else words)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_usual else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.setToolButtonStyle(style)
        self.setAccessibleName(self.describe(self.order))
        self.setToolTip(self.accessibleName())
