"""Fields for the address of a server and for the secret that it may want."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from findling.ui.pages.settings.section import Setting
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill


@dataclass(frozen=True, slots=True)
class ServerWords:
    """Translated words of the fields.

    Attributes:
        example: an address as it may look.
        explanation: of which server the address is.
        secret: the name of the secret, such as "Key".
        address_label: name of the address for screen readers, which reads by itself.
        secret_label: that of the secret.
    """

    example: str
    explanation: str
    secret: str
    address_label: str
    secret_label: str


class ServerFields(QWidget):
    """Address and secret of a server; the secret is not shown."""

    entered = Signal()
    """Enter was pressed in one of them."""
    address_changed = Signal()

    def __init__(self, words: ServerWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = QLineEdit(placeholderText=words.example)
        self._secret = QLineEdit(placeholderText=self.tr("only where the server wants one"))
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        kept = self.tr("Goes into the keyring of your system, and into no file.")
        address_row = Setting(self.tr("Address"), words.explanation, self._address, below=True)
        secret_row = Setting(words.secret, kept, self._secret, below=True)
        for field, label in ((self._address, words.address_label), (self._secret, words.secret_label)):
            # Addresses and secrets run from left to right on every page.
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            field.returnPressed.connect(self.entered)
            field.setAccessibleName(label)
        self._address.textChanged.connect(self.address_changed)
        fill(QVBoxLayout(self), address_row, secret_row, spacing=Spacing.L)
        self.setFocusProxy(self._address)

    @property
    def address(self) -> str:
        """The address, without spaces around it."""
        return self._address.text().strip()

    @property
    def secret(self) -> str:
        """The secret, as it was typed."""
        return self._secret.text()

    def show_address(self, address: str) -> None:
        """Put an address into its field."""
        self._address.setText(address)

    def clear_secret(self) -> None:
        """Empty the field of the secret."""
        self._secret.clear()
