"""Fields for passphrases, which can be shown, and which tell when Caps Lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from findling.encryption.library_key import LEAST_CHARACTERS
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PassphraseField(QLineEdit):
    """Field that hides what is typed."""

    caps_lock_changed = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._has_caps_lock = False
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.show_typed(False)

    def show_typed(self, shows: bool) -> None:
        """Show what is typed, or hide it."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shows else QLineEdit.EchoMode.Password)
        # As it is typed, and remembered by no keyboard on the screen.
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note Caps Lock by a letter that is large without Shift or small with it: Qt does not tell."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            # Only one that was seen to be on is known to be off now.
            self._note_caps_lock(False)
        elif len(letter) == 1 and letter.upper() != letter.lower():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._note_caps_lock(letter.isupper() != has_shift)
        super().keyPressEvent(event)

    def _note_caps_lock(self, is_on: bool) -> None:
        if is_on != self._has_caps_lock:
            self._has_caps_lock = is_on
            self.caps_lock_changed.emit(is_on)


class PassphraseForm(QWidget):
    """Fields below each other, a tick that shows what is typed, and lines for what is wrong."""

    edited = Signal()

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.fields = tuple(map(PassphraseField, names))
        self.shown = QCheckBox(self.tr("Show what is typed"))
        self._caps_lock = Label(self.tr("Caps Lock is on."), "warn")
        self._caps_lock.hide()
        self.fault = Label(role="warn")
        for field in self.fields:
            field.textChanged.connect(self.edited)
            field.caps_lock_changed.connect(self._caps_lock.setVisible)
            self.shown.toggled.connect(field.show_typed)
        fill(QVBoxLayout(self), *self.fields, self._caps_lock, self.shown, self.fault, spacing=Spacing.M)
        self.show_fault("")
        self.setFocusProxy(self.fields[0])

    @property
    def has_caps_lock(self) -> bool:
        """Return whether Caps Lock is said to be on."""
        return not self._caps_lock.isHidden()

    def show_fault(self, words: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        for field in self.fields:
            field.setAccessibleDescription(words)


class NewPassphraseForm(PassphraseForm):
    """Fields for a new passphrase, typed twice, behind others if there are any."""

    def __init__(self, *before: str) -> None:
        super().__init__(*before, self.tr("New passphrase"), self.tr("New passphrase, again"))
        self.new, self.again = self.fields[-2:]
        self.edited.connect(self._show_fault)

    @property
    def is_ready(self) -> bool:
        """Return whether all is typed, long enough, and twice the same."""
        is_long = len(self.new.text()) >= LEAST_CHARACTERS
        return is_long and self.new.text() == self.again.text() and all(field.text() for field in self.fields)

    def _show_fault(self) -> None:
        missing = LEAST_CHARACTERS - len(self.new.text())
        if self.new.text() and missing > 0:
            self.show_fault(self.tr("Too short: %Ln more character(s).", "", missing))
        elif self.again.text() and self.new.text() != self.again.text():
            self.show_fault(self.tr("The two new ones differ."))
        else:
            self.show_fault("")
