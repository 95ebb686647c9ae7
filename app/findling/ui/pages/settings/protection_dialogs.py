"""Dialogs in which a library gets a passphrase, or another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout

from findling.encryption.conversion_wish import ConversionKind, ConversionWish
from findling.encryption.library_key import change_passphrase, open_key
from findling.errors import FindlingError
from findling.system_keyring import has_keyring
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.passphrase_form import NewPassphraseForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.paths import LibraryPaths

_WIDTH = 440


class _PassphraseDialog(QDialog):
    """Words, a form, and a button that it sets free."""

    def __init__(self, title: str, form: NewPassphraseForm, caption: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.form = form
        self.go_on = Button(caption, "primary")
        self.go_on.setDefault(True)
        self.go_on.setEnabled(False)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.form.edited.connect(lambda: self.go_on.setEnabled(self.form.is_ready))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        self._rows.setSpacing(Spacing.M)
        self._rows.addWidget(Label(title, "title"))
        self.setMinimumWidth(_WIDTH)

    def _end_layout(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go_on)
        self._rows.addStretch()
        self._rows.addLayout(buttons)
        self.form.setFocus()


class ProtectDialog(_PassphraseDialog):
    """Words on what a passphrase protects and what not, and fields for it.

    Attributes:
        wish: that the library be encrypted, once the dialog is accepted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Protect this library with a passphrase"), NewPassphraseForm(), self.tr("Protect"), parent
        )
        self.wish: ConversionWish | None = None
        self.go_on.clicked.connect(self._make_wish)
        for words, role in (
            (
                self.tr(
                    "Protected is what Findling keeps of your files: texts, names, searches, labels, previews and "
                    "logs. Who has the disk, or a copy of it, reads nothing of that without the passphrase."
                ),
                "soft",
            ),
            (
                self.tr(
                    "Not protected are your files themselves, which stay as they are, the settings, and what somebody "
                    "does at this computer while you are logged in."
                ),
                "soft",
            ),
            (
                self.tr("Nobody can bring back a forgotten passphrase. Then all that is left is to begin anew."),
                "warn",
            ),
        ):
            self._rows.addWidget(Label(words, role))
        self._rows.addWidget(self.form)
        self._rows.addWidget(Label(self.tr("Five or six random words are beyond all guessing."), "soft"))
        self.keep = QCheckBox(self.tr("Do not ask again: keep the key in the keyring of this system"))
        if has_keyring():
            self._rows.addWidget(self.keep)
        else:
            self.keep.hide()
            self._rows.addWidget(
                Label(self.tr("This system has no keyring: you are asked for it whenever Findling starts."), "soft")
            )
        self._rows.addWidget(Label(self.tr("The window closes for that, and opens again when it is done."), "soft"))
        self._end_layout()

    def _make_wish(self) -> None:
        self.wish = ConversionWish(ConversionKind.ENCRYPTION, self.form.new.text(), keeps_key=self.keep.isChecked())
        self.accept()


class NewPassphraseDialog(_PassphraseDialog):
    """Fields for the current passphrase and twice for the new one, open until that is written."""

    def __init__(self, paths: LibraryPaths, parent: QWidget | None = None) -> None:
        form = NewPassphraseForm(self.tr("Passphrase so far"))
        super().__init__(self.tr("Change the passphrase"), form, self.tr("Change"), parent)
        self._paths = paths
        self.old = form.fields[0]
        self.go_on.clicked.connect(self._try)
        self._rows.addWidget(form)
        self._end_layout()

    def _try(self) -> None:
        try:
            key = open_key(self._paths.key_file, self.old.text())
            change_passphrase(self._paths.key_file, key, self.form.new.text())
        except FindlingError as error:
            self.form.show_fault(describe(error.notice))
            return
        self.accept()
