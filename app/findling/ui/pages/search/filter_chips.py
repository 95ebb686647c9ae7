"""Filters of the query as chips, and a button that adds one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from findling.search.query import find_filters
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.query_filters import add_filter, filter_label, remove_filters, replace_filter
from findling.ui.theme.style import set_role, set_state
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.controls import LabelledButton
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from findling.search.query import FilterToken
    from findling.ui.pages.search.filter_menu import FilterMenus
    from findling.ui.theme.theme import Theme

_CLOSER = ICON_SIZE + Spacing.S
_LONGEST = 32


class FilterChip(QToolButton):
    """Chip for one filter, which can be removed or edited."""

    removed = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "chip")
        shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Delete takes it away"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON_SIZE - 2, ICON_SIZE - 2))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_icon(self, "x")
        # Qt puts the icon where reading begins; the cross belongs where it ends.
        is_rtl = parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight if is_rtl else Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self.edited)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove the filter where the cross is clicked."""
        at = event.position().x()
        from_cross = at if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - at
        if event.button() is Qt.MouseButton.LeftButton and self.isDown() and from_cross < _CLOSER:
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the filter on Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ChipBar(QWidget):
    """Chips of a query; changing one rewrites the text of the query."""

    rewritten = Signal(str)
    """The new text of the query."""
    likeness_removed = Signal()
    """The chip of a search by similarity was removed."""

    def __init__(self, theme: Theme, menus: FilterMenus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._menus = menus
        self._text = ""
        self._likeness = ""
        self._edited: FilterToken | None = None
        self._chips: list[FilterChip] = []
        self._tokens: tuple[FilterToken, ...] = ()
        self._add = LabelledButton()
        set_role(self._add, "quiet")
        self._add.setText(self.tr("Filter"))
        self._add.setAccessibleName(self.tr("Add a filter"))
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.set_icon(self._add, "plus")
        menu = QMenu(self._add)
        menu.aboutToShow.connect(lambda: self._refill(menu))
        self._add.setMenu(menu)
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Spacing.S)
        self._row.addWidget(self._add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        menus.chosen.connect(self._choose)

    @property
    def filters(self) -> tuple[FilterToken, ...]:
        """The valid filters."""
        return tuple(token for token in self._tokens if not token.wrong)

    def show_query(self, text: str, likeness: str = "") -> None:
        """Show the filters of a query and the similarity; unchanged chips are kept."""
        tokens = find_filters(text, now=datetime.now().astimezone(), home=Path.home())
        before = [(token.key, token.value, token.wrong) for token in self._tokens]
        self._text, self._tokens = text, tokens
        if before == [(token.key, token.value, token.wrong) for token in tokens] and likeness == self._likeness:
            return
        self._likeness = likeness
        self._make_chips()

    def remove_all(self) -> None:
        """Search without filters."""
        self.rewritten.emit(remove_filters(self._text, self.filters))

    @property
    def likeness(self) -> str:
        """The name of the file of which the like is shown; "" for a query."""
        return self._likeness

    def _make_chips(self) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        if self._likeness:
            chip = self._put_chip(self.tr("Like {name}").format(name=isolate(self._likeness)))
            chip.removed.connect(self.likeness_removed)
        for at, token in enumerate(self._tokens):
            chip = self._put_chip(filter_label(token))
            chip.removed.connect(lambda at=at: self._remove(at))
            chip.edited.connect(lambda at=at, chip=chip: self._edit(at, chip))
            set_state(chip, "bad" if token.wrong else "")
            chip.setToolTip(self._explain(token))
        self._add.setVisible(not self._likeness)
        self.updateGeometry()

    def _put_chip(self, words: str) -> FilterChip:
        chip = FilterChip(self._theme, words, self)
        self._row.insertWidget(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()
        return chip

    def _explain(self, token: FilterToken) -> str:
        typed = one_line(f"{token.key}:{token.value}")
        if token.wrong is None:
            return typed
        return self.tr("{filter} {reason}.").format(filter=typed, reason=describe(token.wrong()))

    def _remove(self, at: int) -> None:
        self.rewritten.emit(remove_filters(self._text, [self._tokens[at]]))

    def _edit(self, at: int, chip: FilterChip) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edited = self._tokens[at]
        self._menus.fill_for(menu, self._edited.key)
        menu.addSeparator()
        menu.addAction(self._theme.icon("x"), self.tr("Take this filter away"), lambda: self._remove(at))
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _refill(self, menu: QMenu) -> None:
        self._edited = None
        for action in menu.actions():
            if isinstance(below := action.menu(), QMenu):
                below.deleteLater()
        menu.clear()
        self._menus.fill(menu)

    def _choose(self, written: str) -> None:
        edited, self._edited = self._edited, None
        if edited in self._tokens and edited is not None:
            sign = "-" if edited.excludes else ""
            self.rewritten.emit(replace_filter(self._text, edited, f"{sign}{written}"))
        else:
            self.rewritten.emit(add_filter(self._text, written))
