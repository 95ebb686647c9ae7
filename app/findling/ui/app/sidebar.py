"""Sidebar with pages and saved searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from findling.ui.services.desktop import copy_text
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.action_menu import ActionMenu
from findling.ui.widgets.controls import LabelledButton
from findling.ui.widgets.offered_action import OfferedAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.ui.pages.search.search_history import SavedSearch
    from findling.ui.theme.theme import Theme

_WIDTH = 200
_COLLAPSED = 56
_ICON = 20


class Sidebar(QWidget):
    """Navigation between pages, with the saved searches below."""

    chosen = Signal(int)
    """Index of a page."""
    search_wanted = Signal(str)
    """Query of a saved search."""
    rename_wanted = Signal(str)
    remove_wanted = Signal(str)
    """Name of a saved search."""
    renewed = Signal(str)
    """The query of now is to be kept under this name."""
    moved = Signal(str, int)
    """A saved search belongs in this place among them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QToolButton, str] = {}
        self._collapsed = False
        # Not a group of buttons: of one, Tab reaches only the button that was checked last.
        self._pages: list[QToolButton] = []
        self._name = QLabel(self.tr("Findling"))
        self._name.setProperty("role", "title")
        self._name.setContentsMargins(Spacing.S, 0, Spacing.S, Spacing.S)
        self._heading = QLabel(self.tr("Saved"))
        self._heading.setProperty("role", "meta")
        self._heading.setContentsMargins(Spacing.S, Spacing.L, Spacing.S, Spacing.XS)
        self._saved = QWidget()
        self._saved_rows = QVBoxLayout(self._saved)
        self._saved_rows.setContentsMargins(0, 0, 0, 0)
        self._saved_rows.setSpacing(2)
        self._saved_rows.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._saved)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(Spacing.S, Spacing.M, Spacing.S, Spacing.M)
        self._rows.setSpacing(2)
        self._rows.addWidget(self._name)
        self._rows.addWidget(self._heading)
        self._rows.addWidget(self._scroll, 1)
        self.setFixedWidth(_WIDTH)
        self.show_saved([])
        theme.changed.connect(self._recolour)

    def add_page(self, words: str, icon: str, hint: str) -> None:
        """Add an entry below the others."""
        button = self._row(words, icon)
        button.setCheckable(True)
        button.setToolTip(hint)
        index = len(self._pages)
        self._pages.append(button)
        button.clicked.connect(lambda: self.chosen.emit(index))
        self._rows.insertWidget(1 + index, button)
        self._icons[button] = icon
        button.toggled.connect(self._recolour)
        self._recolour()

    def choose(self, index: int) -> None:
        """Check the entry of a page, and no other."""
        for at, button in enumerate(self._pages):
            button.setChecked(at == index)

    def show_saved(self, searches: Sequence[SavedSearch]) -> None:
        """Show the saved searches."""
        while self._saved_rows.count() > 1:
            item = self._saved_rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                self._icons.pop(widget, None)  # type: ignore[call-overload]
                widget.deleteLater()
        for place, search in enumerate(searches):
            row = self._saved_row(search, place, len(searches))
            self._saved_rows.insertWidget(self._saved_rows.count() - 1, row)
        self._heading.setVisible(bool(searches) and not self._collapsed)
        self._recolour()

    def collapse(self, collapsed: bool) -> None:
        """Show icons alone, or icons with text."""
        if collapsed == self._collapsed:
            return
        self._collapsed = collapsed
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if collapsed else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._icons:
            button.setToolButtonStyle(style)
        self._name.setVisible(not collapsed)
        self._heading.setVisible(not collapsed and self._saved_rows.count() > 1)
        self.setFixedWidth(_COLLAPSED if collapsed else _WIDTH)

    def _row(self, words: str, icon: str) -> QToolButton:
        button = LabelledButton()
        button.setProperty("role", "place")
        button.setText(words)
        button.setAccessibleName(words)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly if self._collapsed else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self._icons[button] = icon
        return button

    def _saved_row(self, search: SavedSearch, place: int, number: int) -> QToolButton:
        button = self._row(button_text(search.name), "bookmark")
        button.setAccessibleName(search.name)
        button.setToolTip(search.query if search.query == search.name else f"{search.name}\n{search.query}")
        button.clicked.connect(lambda: self.search_wanted.emit(search.query))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda at: self._offer(button, search, (place, number), at))
        return button

    def _offer(self, button: QToolButton, search: SavedSearch, place: tuple[int, int], at: QPoint) -> None:
        """Show the menu of a saved search, which has a place among so many."""
        name, (here, number) = search.name, place
        menu = ActionMenu(self._theme, self)
        menu.offer(
            (
                OfferedAction(words=self.tr("Search"), icon="search", do=lambda: self.search_wanted.emit(search.query)),
                OfferedAction(words=self.tr("Copy the search"), icon="copy", do=lambda: copy_text(search.query)),
                OfferedAction(
                    words=self.tr("Rename…"), icon="type", do=lambda: self.rename_wanted.emit(name), begins=True
                ),
                OfferedAction(
                    words=self.tr("Replace by what is searched for now"),
                    icon="refresh-cw",
                    do=lambda: self.renewed.emit(name),
                ),
                OfferedAction(
                    words=self.tr("Move up"),
                    icon="chevron-up",
                    do=lambda: self.moved.emit(name, here - 1),
                    enabled=here > 0,
                ),
                OfferedAction(
                    words=self.tr("Move down"),
                    icon="chevron-down",
                    do=lambda: self.moved.emit(name, here + 1),
                    enabled=here + 1 < number,
                ),
                OfferedAction(
                    words=self.tr("Remove"), icon="trash-2", do=lambda: self.remove_wanted.emit(name), begins=True
                ),
            )
        )
        menu.popup(button.mapToGlobal(at))

    def _recolour(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(self._theme.icon(icon, "accent" if button.isChecked() else "soft"))


def button_text(words: str) -> str:
    """Escape "&", which marks a mnemonic on a button."""
    return words.replace("&", "&&")
