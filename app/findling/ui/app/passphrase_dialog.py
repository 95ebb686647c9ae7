"""Asks for the passphrase of an encrypted library, before there is a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout

from findling.encryption.core_dumps import forbid_core_dumps
from findling.encryption.kept_key import find_kept_key, keep_key
from findling.encryption.library_key import open_key
from findling.errors import LibraryError
from findling.storage.encryption_means import require_opening
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.passphrase_form import PassphraseForm

if TYPE_CHECKING:
    from findling.paths import LibraryPaths

_WIDTH = 440


class PassphraseDialog(QDialog):
    """Field for the passphrase, open until the library is unlocked or the user gives up."""

    def __init__(self, paths: LibraryPaths) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Encrypted library"))
        self._paths = paths
        self.key: bytes | None = None
        self.form = PassphraseForm(self.tr("Passphrase"))
        self.field = self.form.fields[0]
        self.keep = QCheckBox(self.tr("Do not ask again: keep the key in the keyring of this system"))
        self.unlock = Button(self.tr("Open"), "primary")
        self.unlock.setDefault(True)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.form.edited.connect(self._show_nothing_wrong)
        self.unlock.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._show_nothing_wrong()

    def _try(self) -> None:
        try:
            key = open_key(self._paths.key_file, self.field.text())
            if self.keep.isChecked():
                keep_key(key)
        except LibraryError as error:
            self.form.show_fault(describe(error.notice))
            self.field.selectAll()
            self.field.setFocus()
            return
        self.key = key
        self.accept()

    def _show_nothing_wrong(self) -> None:
        self.form.show_fault("")
        self.unlock.setEnabled(bool(self.field.text()))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.unlock)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(self.tr("What is the passphrase of your library?"), "title"))
        rows.addWidget(self.form)
        rows.addWidget(self.keep)
        rows.addStretch()
        rows.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.field.setFocus()


def unlock_in_window(paths: LibraryPaths) -> LibraryPaths | None:
    """Return the paths of a library with its key; None where the user gives up.

    The key comes from the keyring, else by the passphrase.

    Raises:
        LibraryError: the file with the key cannot be read, or no encrypted library here.
    """
    if paths.memory is None or paths.key is not None:
        return paths
    require_opening()
    forbid_core_dumps()
    key = find_kept_key(paths.key_file)
    if key is None:
        dialog = PassphraseDialog(paths)
        dialog.exec()
        key = dialog.key
        dialog.deleteLater()
    return paths.unlocked(key) if key else None
