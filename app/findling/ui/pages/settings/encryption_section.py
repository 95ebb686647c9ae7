"""Settings of the library's encryption: its passphrase, its end, its key in the keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from findling.encryption.conversion_wish import ConversionKind, ConversionWish
from findling.encryption.kept_key import forget_kept_key, keep_key
from findling.encryption.library_key import name_key
from findling.errors import FindlingError
from findling.storage.encryption_means import find_lack
from findling.ui.i18n.notices import describe
from findling.ui.pages.settings.protection_dialogs import NewPassphraseDialog, ProtectDialog
from findling.ui.pages.settings.section import Section
from findling.ui.widgets.confirmation import Confirmation

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.section import Setting


class EncryptionSection(Section):
    """State of the library's encryption, and what can be changed of it."""

    conversion_wanted = Signal(object)
    """A `ConversionWish` is to be carried out, for which the window closes."""

    def __init__(
        self,
        paths: LibraryPaths,
        parent: QWidget | None = None,
        *,
        find_lack: Callable[[], Notice | None] = find_lack,
    ) -> None:
        super().__init__(self.tr("Encryption"), parent)
        self._paths = paths
        if paths.key is not None:
            self._show_protected(paths.key)
        elif obstacle := find_lack():
            self.add_words(self.tr("What Findling keeps is not encrypted, and cannot be here."))
            self.add_words(describe(obstacle))
        else:
            self._show_open()

    def _show_open(self) -> None:
        self.add_words(self.tr("What Findling keeps of your files is not encrypted."))
        self._add_button(
            self.tr("Protect this library with a passphrase"),
            self.tr("Then who has the disk reads nothing of what Findling knows."),
            self.tr("Protect…"),
            self._protect,
        )

    def _show_protected(self, key: bytes) -> None:
        self._key = key
        self.add_words(
            self.tr(
                "What Findling keeps is encrypted. Without the passphrase and the key in the keyring, nobody opens it "
                "again, you neither; your files stay as they are."
            )
        )
        self._changed = self._add_button(
            self.tr("Change the passphrase"),
            self.tr("Asks for the one that holds, and for the new one."),
            self.tr("Change…"),
            self._change,
        )
        self._kept = self._add_button(
            self.tr("Open without asking"),
            self.tr("The keyring of this system keeps the key."),
            self.tr("Do not ask again"),
            self._keep,
        )
        self._forgotten = self._add_button(
            self.tr("Ask for the passphrase"),
            self.tr("Deletes the key in the keyring of this system."),
            self.tr("Ask at each start"),
            self._forget,
        )
        self._add_button(
            self.tr("Remove the protection"),
            self.tr("What Findling keeps is written without encryption again, and needs no passphrase."),
            self.tr("Remove…"),
            self._ask_to_remove,
        )
        self._removal = Confirmation(self)
        self._removal.agreed.connect(lambda: self.conversion_wanted.emit(ConversionWish(ConversionKind.DECRYPTION)))
        self.add(self._removal)

    def _add_button(self, name: str, explanation: str, words: str, act: Callable[[], None]) -> Setting:
        button = QPushButton(words)
        button.clicked.connect(act)
        return self.add_setting(name, explanation, button)

    def _protect(self) -> None:
        dialog = ProtectDialog(self)
        dialog.accepted.connect(lambda: self.conversion_wanted.emit(dialog.wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self) -> None:
        dialog = NewPassphraseDialog(self._paths, self)
        dialog.accepted.connect(lambda: self._changed.remark(self.tr("Changed."), "good"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_to_remove(self) -> None:
        self._removal.ask(
            self.tr("Who has the disk can read it then. The window closes for that, and opens again when it is done."),
            self.tr("Remove the protection"),
        )

    def _keep(self) -> None:
        self._tell(self._kept, lambda: keep_key(self._key), self.tr("The next start asks nothing."))

    def _forget(self) -> None:
        self._tell(
            self._forgotten,
            lambda: forget_kept_key(name_key(self._key)),
            self.tr("The next start asks for the passphrase."),
        )

    def _tell(self, setting: Setting, change: Callable[[], object], done: str) -> None:
        """Do something with the keyring, and say beside its setting what came of it."""
        for each in (self._kept, self._forgotten):
            each.remark("")
        try:
            change()
        except FindlingError as error:
            setting.remark(describe(error.notice), "warn")
        else:
            setting.remark(done, "good")
