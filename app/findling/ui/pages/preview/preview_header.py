"""Header of the preview: title, page, match and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from findling.ui.i18n import formatting
from findling.ui.pages.preview.find_bar import make_tool_button
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel

if TYPE_CHECKING:
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_ROOMY = 420
# Name of the action, icon, whether it has a button, and whether that stays in a narrow preview.
_ACTIONS = (
    ("open", "external-link", True, True),
    ("reveal", "folder-open", True, False),
    ("copy-passage", "quote", True, False),
    ("copy-path", "copy", False, False),
    ("similar", "text-search", True, False),
    ("find-in-preview", "search", False, False),
)
HERE = ("open", "reveal", "similar")
"""Actions that a file on another computer cannot be the subject of."""


class PreviewHeader(QWidget):
    """Title, page and match, with buttons for the actions."""

    triggered = Signal(str)
    """The user chose the action of this name."""
    match_wanted = Signal(int)
    """The next (1) or previous (-1) match is wanted."""
    left = Signal()
    """Way back to the results."""

    def __init__(self, theme: Theme, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shortcuts = shortcuts
        self._kind = ""
        self._page = ""
        self._name = ""
        self._title = ElidedLabel(role="title")
        self._about = ElidedLabel(role="meta", elide=Qt.TextElideMode.ElideRight)
        for label in (self._title, self._about):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._actions = {name: self._make_action(name, icon) for name, icon, _, _ in _ACTIONS}
        self._buttons = {
            name: self._make_button(self._actions[name]) for name, _, has_button, _ in _ACTIONS if has_button
        }
        self._back = make_tool_button(theme, "x", self.tr("Back to the results"))
        self._back.clicked.connect(self.left)
        self._back.hide()
        self._more = self._make_more()
        self._previous = self._make_step("chevron-up", "previous-match", -1)
        self._next = self._make_step("chevron-down", "next-match", 1)
        self._match = QLabel()
        set_role(self._match, "meta")
        self._steps = (self._previous, self._match, self._next)
        for part in self._steps:
            _retain_size(part)
        self._lay_out()
        shortcuts.changed.connect(self._name_keys)
        self._name_keys()
        self.show_matches(0, 0)

    def show_title(self, title: str, name: str, kind: str, *, is_here: bool = True) -> None:
        """Show another document's title, the name of its file and its kind.

        `is_here` is false of a file on another computer.
        """
        for action in HERE:
            self._actions[action].setEnabled(is_here)
        self._title.setText(formatting.one_line(title))
        self._title.setAccessibleName(title)
        self._kind = kind
        self._name = formatting.one_line(name) if name != title else ""
        self.show_page("")

    def show_page(self, words: str) -> None:
        """Show the current page; "" without pages."""
        self._page = words
        self._about.setText(" · ".join(filter(None, (self._kind, self._page, self._name))))

    def show_matches(self, at: int, count: int) -> None:
        """Show the current passage, counted from 1, and their number."""
        words = self.tr("{at} of {count}").format(at=formatting.count(at), count=formatting.count(count))
        self._match.setText(words)
        spoken = self.tr("Passage {at} of {count}").format(at=at, count=count)
        self._match.setAccessibleName(spoken)
        for part in self._steps:
            part.setVisible(count > 0)
        for button in (self._previous, self._next):
            button.setEnabled(count > 1)
            button.setAccessibleDescription(spoken)
        self._actions["copy-passage"].setEnabled(count > 0)

    def show_words(self, at: int, count: int) -> None:
        """Show the number of the word gone to, counted from 1, and of all words searched for.

        Without any, the passages stay what one steps through.
        """
        if not count:
            return
        self._match.setText(
            self.tr("{at} of {count}").format(at=formatting.count(at), count=formatting.count(count))
            if at
            else self.tr("%Ln word(s)", "", count)
        )
        spoken = self.tr("Word {at} of {count}").format(at=at, count=count) if at else self._match.text()
        self._match.setAccessibleName(spoken)
        for part in self._steps:
            part.setVisible(True)
        for button in (self._previous, self._next):
            button.setEnabled(True)
            button.setAccessibleDescription(spoken)

    def set_over(self, *, over: bool) -> None:
        """Show or hide the way back to the results, in whose place the preview stands."""
        self._back.setVisible(over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide buttons that do not fit."""
        super().resizeEvent(event)
        self._update_buttons()

    def _update_buttons(self) -> None:
        is_narrow = self.width() < _ROOMY
        for name, _, has_button, stays in _ACTIONS:
            if has_button:
                self._buttons[name].setVisible(stays or not is_narrow)

    def _make_action(self, name: str, icon: str) -> QAction:
        action = QAction(self._shortcuts.words(name), self)
        self._theme.set_icon(action, icon)
        action.triggered.connect(lambda: self.triggered.emit(name))
        return action

    def _make_button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        set_role(button, "quiet")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        return button

    def _make_more(self) -> QToolButton:
        menu = QMenu(self)
        menu.addActions(list(self._actions.values()))
        button = make_tool_button(self._theme, "ellipsis", self.tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        return button

    def _make_step(self, icon: str, name: str, step: int) -> QToolButton:
        button = make_tool_button(self._theme, icon, self._shortcuts.words(name))
        button.clicked.connect(lambda: self.match_wanted.emit(step))
        return button

    def _name_keys(self) -> None:
        """Show the keys in tooltips and menu; the window binds them."""
        for name, action in self._actions.items():
            action.setToolTip(self._shortcuts.hint(name))
            keys = self._shortcuts.keys(name).toString(self._shortcuts.keys(name).SequenceFormat.NativeText)
            action.setText(f"{self._shortcuts.words(name)}\t{keys}" if keys else self._shortcuts.words(name))
        self._previous.setToolTip(self._shortcuts.hint("previous-match"))
        self._next.setToolTip(self._shortcuts.hint("next-match"))

    def _lay_out(self) -> None:
        first = fill(QHBoxLayout(), (self._title, 1), spacing=2)
        first.addSpacing(Spacing.S)
        for button in (*self._buttons.values(), self._more, self._back):
            first.addWidget(button)
        second = fill(QHBoxLayout(), (self._about, 1), *self._steps, spacing=Spacing.XS)
        fill(QVBoxLayout(self), first, second, margins=(Spacing.L, Spacing.M, Spacing.M, Spacing.S), spacing=2)


def _retain_size(part: QWidget) -> None:
    """Keep the space of a part while it is hidden."""
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)
