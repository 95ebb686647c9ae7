"""Asks for the new name of a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_WIDTH = 440
_NEVER = '/\0\\:*?"<>|' if sys.platform == "win32" else "/\0"
"""Signs that no name of a file has."""


class RenameDialog(QDialog):
    """A field with the file's name; its ending stands beside it and stays as it is.

    It stays open until it is closed by whoever opened it, since only a plan tells whether a name is taken.
    """

    wanted = Signal(str)
    """The new name, with its ending."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rename"))
        self._path = path
        self.field = QLineEdit(path.stem)
        self.field.setAccessibleName(self.tr("New name, without its ending"))
        self.field.selectAll()
        self.words = Label(role="warn")
        self.rename = Button(self.tr("Rename"), "primary")
        self.rename.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.field.textChanged.connect(self._look)
        self.rename.clicked.connect(lambda: self.wanted.emit(self.name))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._look()

    @property
    def name(self) -> str:
        """The name as it would be, with its ending."""
        return self.field.text().strip() + self._path.suffix

    def object_to(self, words: str) -> None:
        """Say what speaks against the name, and let another be given."""
        self.words.setText(words)
        self.rename.setEnabled(not words)
        self.field.setAccessibleDescription(words)

    def _look(self) -> None:
        """Refuse what no file can be called, as long as it stands there."""
        stem = self.field.text().strip()
        sign = next((each for each in stem if each in _NEVER), "")
        self.object_to(self.tr("A name cannot have {sign} in it.").format(sign=isolate(one_line(sign))) if sign else "")
        self.rename.setEnabled(bool(stem) and not sign and self.name != self._path.name)

    def _lay_out(self) -> None:
        title = self.tr("Rename {name}").format(name=isolate(one_line(self._path.name)))
        name = QHBoxLayout()
        name.setSpacing(Spacing.S)
        name.addWidget(self.field, 1)
        if self._path.suffix:
            name.addWidget(Label(isolate(one_line(self._path.suffix)), "soft", wraps=False))
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.rename)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(title, "title"))
        rows.addLayout(name)
        rows.addWidget(self.words)
        rows.addStretch()
        rows.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.field.setFocus()
