"""Dialog for keeper rules, and for preferred, protected and ignored folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from findling.domain.duplicates import KeepRule
from findling.duplicates.keeper_rules import read_preferences
from findling.ui.i18n.formatting import folder
from findling.ui.pages.duplicates.duplicate_labels import rule_words
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent, QKeyEvent

    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme

_SIZE = QSize(560, 640)
_FRAME = 6


class RulesDialog(QDialog):
    """The rules; changes apply at once."""

    def __init__(self, preferences: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Which file stays"))
        settings = preferences.settings
        self.rules = RulesList(theme, read_preferences(settings).rules)
        self.preferred = FolderPicker(theme, self.tr("Preferred folders"), settings.preferred)
        self.protected = FolderPicker(theme, self.tr("Protected folders"), settings.protected)
        self.left_out = FolderPicker(theme, self.tr("Folders that are left out"), settings.not_compared)
        self.rules.changed.connect(
            lambda: preferences.change(keep_rules=tuple(rule.value for rule in self.rules.rules))
        )
        self.preferred.changed.connect(lambda: preferences.change(preferred=self.preferred.folders))
        self.protected.changed.connect(lambda: preferences.change(protected=self.protected.folders))
        self.left_out.changed.connect(lambda: preferences.change(not_compared=self.left_out.folders))
        self._lay_out()
        self.resize(_SIZE)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        column.setSpacing(Spacing.S)
        column.addWidget(Label(self.tr("Which file stays"), "heading"))
        column.addWidget(
            Label(
                self.tr("The first rule that tells the files apart decides. Alt+Up and Alt+Down move a rule."), "soft"
            )
        )
        column.addWidget(self.rules)
        for part, words in (
            (self.preferred, self.tr("Of like files, those in here rather stay; the first folder counts most.")),
            (self.protected, self.tr("Nothing is ever taken from here.")),
            (self.left_out, self.tr("Files in here are duplicates of nothing.")),
        ):
            column.addSpacing(Spacing.M)
            column.addWidget(Label(part.name, "title"))
            column.addWidget(Label(words, "soft"))
            column.addWidget(part)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(Spacing.XL, Spacing.S, Spacing.XL, Spacing.L)
        foot.addStretch()
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(scroll, 1)
        rows.addLayout(foot)


class RulesList(QListWidget):
    """The rules in order; checked ones apply, dragging or Alt with the arrows reorders them."""

    changed = Signal()

    def __init__(self, theme: Theme, rules: Sequence[KeepRule], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rules, the first one first"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for rule in (*rules, *(each for each in KeepRule if each not in rules)):
            item = QListWidgetItem(rule_words(rule), self)
            item.setData(Qt.ItemDataRole.UserRole, rule.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if rule in rules else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        self.itemChanged.connect(self.changed)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def rules(self) -> tuple[KeepRule, ...]:
        """The checked rules, in order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            KeepRule(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def shift(self, by: int) -> None:
        """Move the current rule up (-1) or down (1)."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the current rule by Alt with the arrows."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.shift(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Emit the change after a drag."""
        super().dropEvent(event)
        self.changed.emit()

    def _fit(self) -> None:
        """Fit the height to all rules."""
        self.setFixedHeight(self.count() * max(self.sizeHintForRow(0), 1) + _FRAME)


_FOLDER_ROWS = 4


class FolderPicker(QWidget):
    """List of folders with buttons to add and remove."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, folders: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._add = Button(self.tr("Add a folder…"), "quiet")
        self._add.setAccessibleDescription(name)
        self._remove = Button(self.tr("Take away"), "quiet")
        self._remove.setAccessibleDescription(name)
        self._add.clicked.connect(self._choose)
        self._remove.clicked.connect(self.remove_chosen)
        self._list.currentRowChanged.connect(lambda row: self._remove.setEnabled(row >= 0))
        self._remove.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Spacing.XS)
        column.addWidget(self._list)
        column.addLayout(buttons)
        for path in folders:
            self._put(path)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders, in order."""
        return tuple(str(self._list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self._list.count()))

    def add(self, path: Path) -> None:
        """Add a folder, once."""
        if str(path) not in self.folders:
            self._put(str(path))
            self._fit()
            self.changed.emit()

    def remove_chosen(self) -> None:
        """Remove the chosen folder."""
        if self._list.takeItem(self._list.currentRow()) is not None:
            self._fit()
            self.changed.emit()

    def _put(self, path: str) -> None:
        item = QListWidgetItem(folder(Path(path)), self._list)
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setToolTip(path)

    def _fit(self) -> None:
        """Fit the height to the folders, up to a maximum; hide the list if empty."""
        rows = self._list.count()
        self._list.setVisible(rows > 0)
        self._remove.setVisible(rows > 0)
        self._list.setFixedHeight(min(rows, _FOLDER_ROWS) * max(self._list.sizeHintForRow(0), 1) + _FRAME)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
        if chosen:
            self.add(Path(chosen))
