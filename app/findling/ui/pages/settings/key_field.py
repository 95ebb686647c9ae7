"""Field that shows keys and records others, with a reset button."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from findling.ui.theme.theme import Theme

_WIDTH = 170
_REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_HELD = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_unknown,
)  # fmt: skip
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QWidget):
    """Field for the keys of one action."""

    chosen = Signal(QKeySequence)
    """The user pressed these keys, or removed them."""
    reset_wanted = Signal()
    left = Signal()
    """The field lost the focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = QKeySequence()
        self._button = _KeyButton()
        self._button.setFixedWidth(_WIDTH)
        self._button.setToolTip(
            self.tr("Click, then press the new keys. Backspace takes the keys away, Esc leaves them as they are.")
        )
        self._button.toggled.connect(self._show)
        self._button.pressed_keys.connect(self._take)
        self._button.left.connect(self.left)
        self._reset = QToolButton()
        self._reset.setProperty("role", "quiet")
        self._reset.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._reset.setToolTip(self.tr("The usual keys"))
        self._reset.clicked.connect(self.reset_wanted)
        theme.set_icon(self._reset, "rotate-ccw")
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        fill(QHBoxLayout(self), self._reset, self._button, spacing=Spacing.XS)
        self.setFocusProxy(self._button)

    def setAccessibleName(self, name: str) -> None:
        """Name the field and its reset button."""
        super().setAccessibleName(name)
        self._button.setAccessibleName(name)
        self._reset.setAccessibleName(self.tr("The usual keys for: {action}").format(action=name))

    def show_keys(self, keys: QKeySequence | str, usual: QKeySequence | str) -> None:
        """Show keys, and the reset button if they are not the usual ones."""
        self._keys = QKeySequence(keys)
        self._reset.setVisible(self._keys != QKeySequence(usual))
        self._show()

    def _show(self) -> None:
        written = self._keys.toString(QKeySequence.SequenceFormat.NativeText) or self.tr("None")
        self._button.setText(self.tr("Press keys…") if self._button.isChecked() else written)
        self._button.setAccessibleDescription(self._button.text())

    def _take(self, keys: QKeySequence) -> None:
        if keys != self._keys:
            self.chosen.emit(keys)


class _KeyButton(QPushButton):
    """Button that records the next keys once it is clicked."""

    pressed_keys = Signal(QKeySequence)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)

    def event(self, event: QEvent) -> bool:
        """Override shortcuts of the window while recording."""
        if self.isChecked() and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record keys, or click on Enter."""
        if self.isChecked() and event.key() not in _LEAVING:
            self._capture(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked():
            self.click()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ignore the release of a recorded key, so that the space bar does not click."""
        if not self.isChecked():
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop recording."""
        super().focusOutEvent(event)
        self.setChecked(False)
        self.left.emit()

    def _capture(self, event: QKeyEvent) -> None:
        if event.key() in _HELD:
            return
        alone = not event.modifiers()
        self.setChecked(False)
        if alone and event.key() in _REMOVING:
            self.pressed_keys.emit(QKeySequence())
        elif not (alone and event.key() == Qt.Key.Key_Escape):
            self.pressed_keys.emit(_keys_of(event))


def _keys_of(event: QKeyEvent) -> QKeySequence:
    """Return the pressed keys, without a Shift that only made the character, as in Qt's field."""
    modifiers, text = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.text()
    if text.isprintable() and text and not text.isalnum() and not text.isspace():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))


def writes_text(keys: QKeySequence) -> bool:
    """Return whether keys would write or move the caret in a search box."""
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    held = written.startswith(("Ctrl+", "Alt+", "Meta+"))
    function = re.fullmatch(r"(Shift\+)?F\d+", written) is not None
    return bool(written) and not held and not function
