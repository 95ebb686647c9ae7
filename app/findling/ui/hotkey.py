"""A key that is heard in every program, where the platform lets a program hear keys that are not for it."""

from __future__ import annotations

import importlib
import os
import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

_HELD = {
    "Ctrl": "<cmd>" if sys.platform == "darwin" else "<ctrl>",
    "Meta": "<ctrl>" if sys.platform == "darwin" else "<cmd>",
    "Alt": "<alt>",
    "Shift": "<shift>",
}
_NAMES = {
    "Space": "<space>",
    "Return": "<enter>",
    "Tab": "<tab>",
    "Home": "<home>",
    "End": "<end>",
    "PgUp": "<page_up>",
    "PgDown": "<page_down>",
    "Ins": "<insert>",
    "Pause": "<pause>",
    **{f"F{number}": f"<f{number}>" for number in range(1, 21)},
}
"""What Qt calls a key, and what pynput does; a key that writes a character is that character."""


class GlobalKey(QObject):
    """The key for the quick window, in any program.

    It is heard through pynput, which is an optional part (`findling[hotkey]`).
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: Any = None

    def available(self) -> str:
        """Why there can be no such key here, in words; "" where there can."""
        if is_wayland():
            return self.tr(
                "On Wayland, programs cannot hear keys of other programs. "
                "Bind the command “findling app --toggle” to a key in your desktop's settings."
            )
        if sys.platform not in ("win32", "darwin") and not os.environ.get("DISPLAY"):
            return self.tr("There is no desktop that could hear a key.")
        if _keyboard() is None:
            return self.tr(
                "This needs the optional part “findling[hotkey]”. Without it, bind the command "
                "“findling app --toggle” to a key in your desktop's settings."
            )
        return ""

    def bind(self, keys: str) -> str:
        """Listen for other keys than before.

        Args:
            keys: as Qt writes them; "" for none.

        Returns:
            Why that cannot be, in words; "" where it was done.
        """
        self.release()
        if not keys:
            return ""
        written = to_pynput(QKeySequence(keys))
        if not written:
            return self.tr("A key for every program needs Ctrl, Alt or the Windows key, and one key more.")
        trouble = self.available()
        keyboard = None if trouble else _keyboard()
        if keyboard is not None:
            # It calls from a thread of its own; the signal is delivered in the window's.
            self._listener = keyboard.GlobalHotKeys({written: self.pressed.emit})
            self._listener.start()
        return trouble

    def release(self) -> None:
        """Listen no more."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.stop()


def is_wayland() -> bool:
    """Whether the person sits at a Wayland desktop, where an X11 program hears only other X11 programs' keys."""
    return bool(os.environ.get("WAYLAND_DISPLAY")) or os.environ.get("XDG_SESSION_TYPE") == "wayland"


def to_pynput(keys: QKeySequence) -> str:
    """Keys as pynput writes them; "" for what is no one key with Ctrl, Alt or the Windows key, or a function key."""
    if keys.count() != 1:
        return ""
    *held, key = re.split(r"(?<=.)\+(?=.)", keys.toString(QKeySequence.SequenceFormat.PortableText))
    name = _NAMES.get(key) or (key.lower() if len(key) == 1 else "")
    alone = not set(held) - {"Shift"}
    if not name or (alone and not name.startswith("<f")):
        return ""
    return "+".join([*(_HELD[each] for each in held), name])


def _keyboard() -> ModuleType | None:
    """The optional part; it also fails to import where there is no display that it could listen to."""
    try:
        return importlib.import_module("pynput.keyboard")
    except ImportError:
        return None
