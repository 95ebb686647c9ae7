"""Rows of the folders of a library, each with the people and groups that it is shared with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.processes.reader.team_messages import FolderForTeam

_BETWEEN = ", "


class TeamFolderRows(QWidget):
    """A row for each folder; names are typed, and sharing is a button of its own."""

    share_wanted = Signal(object, object)
    """A `Path` is to be shared with a tuple of names."""
    withdraw_wanted = Signal(object)
    """A `Path` is to be shared no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = fill(QVBoxLayout(self), spacing=Spacing.M)
        self._rows: dict[Path, _FolderRow] = {}

    def show_folders(self, folders: Sequence[FolderForTeam]) -> None:
        """Show folders; the row of one that is there already keeps the focus."""
        for gone in self._rows.keys() - {each.path for each in folders}:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for at, folder in enumerate(folders):
            if folder.path not in self._rows:
                row = self._rows[folder.path] = _FolderRow(folder.path)
                row.shared.connect(partial(self.share_wanted.emit, folder.path))
                row.withdrawn.connect(partial(self.withdraw_wanted.emit, folder.path))
                self._lines.insertWidget(at, row)
            self._rows[folder.path].show_readers(folder.readers)


class _FolderRow(QWidget):
    """Folder, names of those it is shared with, and buttons."""

    shared = Signal(object)
    """A tuple of names."""
    withdrawn = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._readers: tuple[str, ...] = ()
        name = isolate(formatting.folder(folder))
        label = ElidedLabel(role="", elide=Qt.TextElideMode.ElideLeft)
        label.show_name(name)
        self._names = QLineEdit(placeholderText=self.tr("everyone, or names with commas between them"))
        self._names.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._names.setAccessibleName(self.tr("People and groups for {folder}").format(folder=name))
        self._share, self._withdraw = QPushButton(), QPushButton(self.tr("Withdraw"))
        self._withdraw.setAccessibleName(self.tr("Withdraw {folder}").format(folder=name))
        self._folder = name
        self._names.textChanged.connect(self._show_buttons)
        self._names.returnPressed.connect(self._wish)
        self._share.clicked.connect(self._wish)
        self._withdraw.clicked.connect(self.withdrawn)
        line = fill(QHBoxLayout(), (self._names, 1), self._share, self._withdraw, spacing=Spacing.S)
        fill(QVBoxLayout(self), label, line, spacing=Spacing.XS)
        self._show_buttons()

    def show_readers(self, readers: tuple[str, ...]) -> None:
        """Show whom it is shared with; what is being typed stays while that is as it was."""
        if readers != self._readers:
            self._readers = readers
            self._names.setText(_BETWEEN.join(readers))
        self._show_buttons()

    def _typed(self) -> tuple[str, ...]:
        return tuple(name for each in self._names.text().split(",") if (name := each.strip()))

    def _wish(self) -> None:
        if self._share.isEnabled():
            self.shared.emit(self._typed())

    def _show_buttons(self) -> None:
        typed = self._typed()
        self._share.setText(self.tr("Change") if self._readers else self.tr("Share"))
        self._share.setAccessibleName(f"{self._share.text()}: {self._folder}")
        self._share.setEnabled(bool(typed) and typed != self._readers)
        self._withdraw.setVisible(bool(self._readers))
