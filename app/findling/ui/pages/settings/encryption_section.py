"""Settings of an encrypted library: its passphrase, and whether the keyring has its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from findling.encryption.kept_key import forget_kept_key, keep_key
from findling.encryption.library_key import change_passphrase, name_key, open_key
from findling.errors import FindlingError
from findling.ui.i18n.notices import describe
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.section import Setting

_WIDTH = 440


class EncryptionSection(Section):
    """State of the library's encryption, and what can be changed of it here."""

    def __init__(self, paths: LibraryPaths, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Encryption"), parent)
        self._paths = paths
        if paths.key is None:
            self.add_words(
                self.tr(
                    "What Findling keeps is not encrypted. “findling encrypt” in a terminal encrypts it by a "
                    "passphrase, and closes this window for that."
                )
            )
            return
        self.add_words(
            self.tr(
                "What Findling keeps is encrypted. Without the passphrase and the key in the keyring, nobody opens it "
                "again, you neither; your files stay as they are."
            )
        )
        self._key = paths.key
        change = QPushButton(self.tr("Change…"))
        change.clicked.connect(self._change)
        self._changed = self.add_setting(
            self.tr("Passphrase"), self.tr("Asks for the one that holds, and for the new one."), change
        )
        keep = QPushButton(self.tr("Do not ask again"))
        keep.clicked.connect(self._keep)
        self._kept = self.add_setting(
            self.tr("Open without asking"), self.tr("The keyring of this system keeps the key."), keep
        )
        forget = QPushButton(self.tr("Ask at each start"))
        forget.clicked.connect(self._forget)
        self._forgotten = self.add_setting(
            self.tr("Ask for the passphrase"), self.tr("Deletes the key in the keyring of this system."), forget
        )

    def _change(self) -> None:
        dialog = NewPassphraseDialog(self._paths, self)
        dialog.accepted.connect(lambda: self._changed.remark(self.tr("Changed."), "good"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self) -> None:
        self._tell(self._kept, lambda: keep_key(self._key), self.tr("The next start asks nothing."))

    def _forget(self) -> None:
        self._tell(
            self._forgotten,
            lambda: forget_kept_key(name_key(self._key)),
            self.tr("The next start asks for the passphrase."),
        )

    def _tell(self, setting: Setting, deed: Callable[[], object], done: str) -> None:
        """Do something with the keyring, and say beside its setting what came of it."""
        for each in (self._kept, self._forgotten):
            each.remark("")
        try:
            deed()
        except FindlingError as error:
            setting.remark(describe(error.notice), "warn")
        else:
            setting.remark(done, "good")


class NewPassphraseDialog(QDialog):
    """Fields for the passphrase that holds, and twice for the new one; it stays open until that is written."""

    def __init__(self, paths: LibraryPaths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the passphrase"))
        self._paths = paths
        self.old, self.new, self.again = (
            self._make_field(name)
            for name in (self.tr("Passphrase so far"), self.tr("New passphrase"), self.tr("New passphrase, again"))
        )
        self.words = Label(role="warn")
        self.change = Button(self.tr("Change"), "primary")
        self.change.setDefault(True)
        self.change.clicked.connect(self._try)
        self.cancel = Button(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._validate()

    def _make_field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(name)
        field.setPlaceholderText(name)
        field.textChanged.connect(self._validate)
        return field

    def _validate(self) -> None:
        is_same = self.new.text() == self.again.text()
        self.words.setText("" if is_same or not self.again.text() else self.tr("The two new ones differ."))
        self.change.setEnabled(bool(self.old.text() and self.new.text()) and is_same)

    def _try(self) -> None:
        try:
            key = open_key(self._paths.key_file, self.old.text())
            change_passphrase(self._paths.key_file, key, self.new.text())
        except FindlingError as error:
            self.words.setText(describe(error.notice))
            return
        self.accept()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.change)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(Label(self.windowTitle(), "title"))
        for each in (self.old, self.new, self.again, self.words):
            rows.addWidget(each)
        rows.addStretch()
        rows.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.old.setFocus()
