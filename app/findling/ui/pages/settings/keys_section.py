"""Section of the keys of all actions; keys already in use are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from findling.ui.pages.settings.key_field import KeyField, writes_text
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.key_caps import KeyCaps, grouped

if TYPE_CHECKING:
    from findling.ui.services.shortcuts import AppAction, Shortcuts
    from findling.ui.theme.theme import Theme

_ROW_HEIGHT = 32


class KeysSection(Section):
    """Fields for the keys of all actions."""

    def __init__(self, shortcuts: Shortcuts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keys"), parent)
        self._shortcuts = shortcuts
        self._theme = theme
        self._lines: dict[str, _Line] = {}
        self.add_words(self.tr("Click the keys that you want to change, then press others; they hold at once."))
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.L)
        self._grid.setVerticalSpacing(Spacing.XS)
        self._grid.setColumnStretch(0, 1)
        for name, actions in grouped():
            self._add_group(name, actions)
        self.add(table)
        reset = QPushButton(self.tr("All keys as usual"))
        reset.clicked.connect(self._reset_all)
        self._reset = reset
        self.add_setting(self.tr("Back to the start"), self.tr("Gives everything its usual keys again."), reset)
        shortcuts.changed.connect(self._show)
        self._show()

    def _add_group(self, name: str, actions: list[AppAction]) -> None:
        heading = QLabel(name)
        heading.setProperty("role", "meta")
        if self._lines:
            heading.setContentsMargins(0, Spacing.M, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        for action in actions:
            row = self._grid.rowCount()
            self._grid.addWidget(QLabel(self._shortcuts.words(action.name), wordWrap=True), row, 0)
            self._grid.setRowMinimumHeight(row, _ROW_HEIGHT)
            if action.fixed:
                self._grid.addWidget(self._fixed(action), row, 1, Qt.AlignmentFlag.AlignTrailing)
                continue
            line = _Line(action, self._shortcuts, self._theme, self)
            self._lines[action.name] = line
            self._grid.addWidget(line.field, row, 1)
            self._grid.addWidget(line.trouble, self._grid.rowCount(), 0, 1, 2)

    def _fixed(self, action: AppAction) -> KeyCaps:
        caps = KeyCaps(self._theme, self._shortcuts.keys(action.name))
        caps.setToolTip(self.tr("As everywhere; cannot be changed"))
        return caps

    def _reset_all(self) -> None:
        for name in self._lines:
            self._shortcuts.change(name, None)
        self._show()

    def _show(self) -> None:
        for line in self._lines.values():
            line.show()
        self._reset.setEnabled(any(line.is_changed for line in self._lines.values()))


class _Line(QObject):
    """Field of one action, with the problem of refused keys."""

    def __init__(self, action: AppAction, shortcuts: Shortcuts, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._action = action
        self._usual = QKeySequence(action.keys)
        self._shortcuts = shortcuts
        self.field = KeyField(theme)
        self.field.setAccessibleName(shortcuts.words(action.name))
        self.trouble = QLabel(wordWrap=True)
        self.trouble.setProperty("role", "bad")
        self.field.chosen.connect(self._choose)
        self.field.reset_wanted.connect(self._reset)
        self.field.left.connect(lambda: self._say(""))

    @property
    def is_changed(self) -> bool:
        """The keys are not the usual ones."""
        return self._shortcuts.keys(self._action.name) != self._usual

    def show(self) -> None:
        """Show the current keys."""
        self.field.show_keys(self._shortcuts.keys(self._action.name), self._usual)
        self._say("")

    def _choose(self, keys: QKeySequence) -> None:
        trouble = self._find_trouble(keys)
        if trouble:
            self.field.show_keys(self._shortcuts.keys(self._action.name), self._usual)
            self._say(trouble)
        else:
            self._shortcuts.change(self._action.name, keys)

    def _reset(self) -> None:
        trouble = self._find_trouble(self._usual)
        if trouble:
            self._say(trouble)
        else:
            self._shortcuts.change(self._action.name, None)

    def _find_trouble(self, keys: QKeySequence) -> str:
        written = keys.toString(keys.SequenceFormat.NativeText)
        taken = "" if keys.isEmpty() else self._shortcuts.find_conflict(keys, self._action.name)
        if taken:
            words = self.tr("{keys} has another meaning already: {action}.")
            return words.format(keys=written, action=self._shortcuts.words(taken))
        if writes_text(keys):
            return self.tr("{keys} alone would be in the way of typing. Add Ctrl or Alt.").format(keys=written)
        return ""

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
