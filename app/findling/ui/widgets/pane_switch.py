"""Switch between panes that stand side by side, where there is room for one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QToolButton, QWidget

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel, LabelledButton
from findling.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.ui.theme.theme import Theme


class PaneSwitch(QWidget):
    """Bar with the ways to the panes before and behind the one that is seen.

    It is hidden while all of them are seen.

    Args:
        theme: of the window.
        panes: splitter that holds them.
        names: words for the way to each of them.
        leads_from_first: whether a way leads on from the first one; without, what is chosen there leads on.
        parent: the owner.
    """

    moved = Signal()
    """Change of the pane that is seen."""
    entered = Signal()
    """Pane for the focus, which is in the one seen before; a focus elsewhere in the window stays there."""

    def __init__(
        self,
        theme: Theme,
        panes: QSplitter,
        names: Sequence[str],
        *,
        leads_from_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panes, self._names = panes, names
        self._leads_from_first = leads_from_first
        self._pane = 0
        self._is_narrow = False
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._back = self._make_button(theme, "chevron-right" if is_rtl else "chevron-left")
        self._on = self._make_button(theme, "columns-2")
        self._name = ElidedLabel(role="meta")
        self._back.clicked.connect(lambda: self.show_pane(self._pane - 1))
        self._on.clicked.connect(lambda: self.show_pane(self._pane + 1))
        margins = (Spacing.S, Spacing.XS, Spacing.S, Spacing.XS)
        fill(QHBoxLayout(self), self._back, (self._name, 1), self._on, margins=margins, spacing=Spacing.S)
        self.hide()

    @property
    def is_narrow(self) -> bool:
        """One pane is seen at a time."""
        return self._is_narrow

    @property
    def pane(self) -> int:
        """The pane that is seen, or would be if there were room for one."""
        return self._pane

    def set_narrow(self, *, narrow: bool) -> None:
        """Show one pane at a time, or all."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._pane = self._find_focused()
            self._arrange()

    def show_pane(self, pane: int) -> None:
        """Go to a pane."""
        is_other, self._pane = pane != self._pane, pane
        if not self._is_narrow:
            return
        # It comes and takes the focus before the other goes, so that the focus is never in what is hidden.
        self._show(pane)
        self.moved.emit()
        if holds_focus(self._panes, self):
            self.entered.emit()
        if is_other:
            self._arrange()

    def lead_to(self, pane: int) -> None:
        """Go to a pane, where it is not seen beside what leads to it."""
        if self._is_narrow:
            self.show_pane(pane)

    def show_name(self, name: str) -> None:
        """Set the name of what is chosen in the first pane."""
        self._name.show_name(name)

    def _find_focused(self) -> int:
        """Return the pane that has the focus, or that was seen last."""
        focused = QApplication.focusWidget()
        panes = ((pane, self._panes.widget(pane)) for pane in range(len(self._names)))
        return next((pane for pane, each in panes if each and focused and each.isAncestorOf(focused)), self._pane)

    def _show(self, pane: int, *, shown: bool = True) -> None:
        if (widget := self._panes.widget(pane)) is not None:
            widget.setVisible(shown)

    def _arrange(self) -> None:
        last = len(self._names) - 1
        for pane in range(last + 1):
            self._show(pane, shown=not self._is_narrow or pane == self._pane)
        goes_back = self._pane > 0
        goes_on = self._pane < last and (goes_back or self._leads_from_first)
        self.setVisible(self._is_narrow and (goes_back or goes_on))
        self._back.setVisible(goes_back)
        self._on.setVisible(goes_on)
        if goes_back:
            self._back.setText(self._names[self._pane - 1])
        if goes_on:
            self._on.setText(self._names[self._pane + 1])

    def _make_button(self, theme: Theme, icon: str) -> QToolButton:
        button = LabelledButton()
        set_role(button, "quiet")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_icon(button, icon)
        return button
