"""Switch between the panes of the Duplicates page, where there is room for one at a time."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QToolButton, QWidget

from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel, LabelledButton
from findling.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from findling.ui.theme.theme import Theme


class Pane(IntEnum):
    """Pane of the page, in the order of the splitter."""

    GROUPS = 0
    FILES = 1
    COMPARISON = 2


class PaneSwitch(QWidget):
    """Bar with the ways to the other panes, hidden while all are seen, and over the groups."""

    moved = Signal()
    """Another pane is seen."""
    entered = Signal()
    """It should have the focus, which is in the pane seen before; what is elsewhere in the window stays there."""

    def __init__(self, theme: Theme, panes: QSplitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self._pane = Pane.GROUPS
        self._is_narrow = False
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._back = self._make_button(theme, "chevron-right" if is_rtl else "chevron-left")
        self._on = self._make_button(theme, "columns-2")
        self._on.setText(self.tr("Compare"))
        self._name = ElidedLabel(role="meta")
        self._back.clicked.connect(lambda: self.show_pane(Pane(self._pane - 1)))
        self._on.clicked.connect(lambda: self.show_pane(Pane.COMPARISON))
        margins = (Spacing.S, Spacing.XS, Spacing.S, Spacing.XS)
        fill(QHBoxLayout(self), self._back, (self._name, 1), self._on, margins=margins, spacing=Spacing.S)
        self.hide()

    @property
    def is_narrow(self) -> bool:
        """One pane is seen at a time."""
        return self._is_narrow

    @property
    def pane(self) -> Pane:
        """The pane that is seen, or would be if there were room for one."""
        return self._pane

    def set_narrow(self, *, narrow: bool) -> None:
        """Show one pane at a time, or all."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._pane = self._find_focused()
            self._arrange()

    def show_pane(self, pane: Pane) -> None:
        """Go to a pane."""
        is_other, self._pane = pane is not self._pane, pane
        if not self._is_narrow:
            return
        # It comes and takes the focus before the other goes, so that the focus is never in what is hidden.
        self._show(pane)
        self.moved.emit()
        if holds_focus(self._panes, self):
            self.entered.emit()
        if is_other:
            self._arrange()

    def enter_files(self) -> None:
        """Go to the files of a group that was clicked, where they are not seen beside it."""
        if self._is_narrow:
            self.show_pane(Pane.FILES)

    def show_name(self, name: str) -> None:
        """Set the name of the chosen group."""
        self._name.show_name(name)

    def _find_focused(self) -> Pane:
        """Return the pane that has the focus, or that was seen last."""
        focused = QApplication.focusWidget()
        panes = ((pane, self._panes.widget(pane)) for pane in Pane)
        return next((pane for pane, each in panes if each and focused and each.isAncestorOf(focused)), self._pane)

    def _show(self, pane: Pane, *, shown: bool = True) -> None:
        if (widget := self._panes.widget(pane)) is not None:
            widget.setVisible(shown)

    def _arrange(self) -> None:
        for pane in Pane:
            self._show(pane, shown=not self._is_narrow or pane is self._pane)
        self.setVisible(self._is_narrow and self._pane is not Pane.GROUPS)
        self._on.setVisible(self._pane is Pane.FILES)
        self._back.setText(self.tr("Groups") if self._pane is Pane.FILES else self.tr("Files"))

    def _make_button(self, theme: Theme, icon: str) -> QToolButton:
        button = LabelledButton()
        set_role(button, "quiet")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_icon(button, icon)
        return button
