"""A list of folders that grows and shrinks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from findling.ui.i18n.formatting import folder
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.ui.theme.theme import Theme

_FOLDER_ROWS = 4
_FRAME = 6


class FolderPicker(QWidget):
    """Some folders, to be added to and taken from."""

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
        """Take the chosen folder away."""
        if self._list.takeItem(self._list.currentRow()) is not None:
            self._fit()
            self.changed.emit()

    def _put(self, path: str) -> None:
        item = QListWidgetItem(folder(Path(path)), self._list)
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setToolTip(path)

    def _fit(self) -> None:
        """Be as high as the folders, up to some; without any there is nothing to choose from."""
        rows = self._list.count()
        self._list.setVisible(rows > 0)
        self._remove.setVisible(rows > 0)
        self._list.setFixedHeight(min(rows, _FOLDER_ROWS) * max(self._list.sizeHintForRow(0), 1) + _FRAME)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"))
        if chosen:
            self.add(Path(chosen))
