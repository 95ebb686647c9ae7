"""Text of a key press, told from keys that do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_Modifier = Qt.KeyboardModifier
_COMMANDS = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR = _Modifier.ControlModifier | _Modifier.AltModifier


def read_typed(event: QKeyEvent) -> str:
    """Return the text that a key types; "" for none, and for the space, which presses and opens."""
    text = event.text()
    held = event.modifiers() & _COMMANDS
    # What Windows sends for AltGr, by which some keyboards type a bracket.
    is_text = not held or held == _ALT_GR
    return text if is_text and text.isprintable() and not text.isspace() else ""
