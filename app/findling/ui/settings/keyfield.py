"""A field that takes keys by being pressed, with a button that gives back the usual ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QToolButton, QWidget

from findling.ui.theme.tokens import ICON_SIZE, Space

if TYPE_CHECKING:
    from findling.ui.theme.theme import Theme

_WIDTH = 170
_REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyField(QWidget):
    """The keys of one deed."""

    chosen = Signal(QKeySequence)
    """The person pressed these, or none: took the keys away."""
    reset_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = QKeySequence()
        self._edit = _PressedKeys()
        self._edit.setFixedWidth(_WIDTH)
        self._edit.setToolTip(
            self.tr("Press the new keys. Backspace takes the keys away, Esc leaves them as they are.")
        )
        self._edit.editingFinished.connect(self._take)
        self._edit.removed.connect(lambda: self.chosen.emit(QKeySequence()))
        self._edit.left.connect(lambda: self._edit.setKeySequence(self._keys))
        self._reset = QToolButton()
        self._reset.setProperty("role", "quiet")
        self._reset.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._reset.setToolTip(self.tr("The usual keys"))
        self._reset.clicked.connect(self.reset_wanted)
        theme.dress(self._reset, "rotate-ccw")
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(self._reset)
        line.addWidget(self._edit)
        self.setFocusProxy(self._edit)

    def setAccessibleName(self, name: str) -> None:
        """Name both what takes the keys and what gives them back."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)
        self._reset.setAccessibleName(self.tr("The usual keys for: {deed}").format(deed=name))

    def show_keys(self, keys: QKeySequence | str, usual: QKeySequence | str) -> None:
        """Show keys, and the button where they are not the usual ones; tells no one."""
        self._keys = QKeySequence(keys)
        self._edit.setKeySequence(self._keys)
        if (line := self._edit.findChild(QLineEdit)) is not None:
            # Qt's own words are too long for the field in some languages, and come back after each change.
            line.setPlaceholderText(self.tr("Press keys"))
        self._reset.setVisible(self._keys != QKeySequence(usual))

    def _take(self) -> None:
        keys = self._edit.keySequence()
        if keys != self._keys:
            self.chosen.emit(keys)


class _PressedKeys(QKeySequenceEdit):
    """Qt's field for keys, which would take Esc and Backspace for keys as well."""

    removed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)

    def setAccessibleName(self, name: str) -> None:
        """Name the field within as well, which is the one that a screen reader meets."""
        super().setAccessibleName(name)
        for part in self.findChildren(QLineEdit):
            part.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys, but for those that edit."""
        alone = not event.modifiers()
        if alone and event.key() in _REMOVING:
            self.removed.emit()
        elif alone and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def writes_text(keys: QKeySequence) -> bool:
    """Whether these keys, in a search box, write something or move in it."""
    written = keys.toString(QKeySequence.SequenceFormat.PortableText)
    held = written.startswith(("Ctrl+", "Alt+", "Meta+"))
    function = re.fullmatch(r"(Shift\+)?F\d+", written) is not None
    return bool(written) and not held and not function
