"""System-wide hotkey, where the platform allows one."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from findling.frozen_program import is_frozen
from findling.ui.services.x11_key_grab import KeyGrab

if TYPE_CHECKING:
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
"""Names of keys in Qt and in pynput; a key that writes a character is that character."""


_KEYSYMS = {
    "Space": 0x20,
    "Return": 0xFF0D,
    "Tab": 0xFF09,
    "Home": 0xFF50,
    "End": 0xFF57,
    "PgUp": 0xFF55,
    "PgDown": 0xFF56,
    "Ins": 0xFF63,
    "Pause": 0xFF13,
    **{f"F{number}": 0xFFBD + number for number in range(1, 21)},
}
"""Names of keys in Qt and their keysyms (X11/keysymdef.h)."""
_LATIN_1 = 0x100
_UNICODE_KEYSYM = 0x0100_0000
_MODIFIER_BITS = {"Shift": 1 << 0, "Ctrl": 1 << 2, "Alt": 1 << 3, "Meta": 1 << 6}
"""Bits of X11: Alt is the first modifier, the Windows key the fourth, as on usual keyboards."""


class GlobalKey(QObject):
    """Hotkey of the quick window: on X11 by a grab, elsewhere by pynput (`findling[hotkey]`)."""

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: Any = None
        self._grab = KeyGrab(parent=self)
        self._grab.pressed.connect(self.pressed)

    def available(self) -> str:
        """Return why there can be no hotkey here, or ""."""
        if is_wayland():
            return self.tr(
                "On Wayland, programs cannot hear keys of other programs. "
                "Bind the command “findling app --toggle” to a key in your desktop's settings."
            )
        if sys.platform not in ("win32", "darwin") and not os.environ.get("DISPLAY"):
            return self.tr("There is no desktop that could hear a key.")
        if _has_x11():
            return "" if KeyGrab.is_possible() else self._explain_unheard_keys()
        # Importing it takes a while, so that is left until there is a key to listen for.
        return "" if find_spec("pynput") else self._tell_missing()

    def bind(self, keys: str) -> str:
        """Replace the hotkey.

        Args:
            keys: as Qt writes them; "" for none.

        Returns:
            Why that cannot be, in words; "" where it was done.
        """
        self.release()
        if not keys:
            return ""
        chosen = QKeySequence(keys)
        if not to_pynput(chosen):
            return self.tr("A key for every program needs Ctrl, Alt or the Windows key, and one key more.")
        if trouble := self.available():
            return trouble
        if _has_x11():
            taken = self._grab.grab(*to_x11(chosen))
            return "" if taken else self.tr("Another program has this key, or this keyboard does not. Choose another.")
        return self._listen(to_pynput(chosen))

    def _listen(self, written: str) -> str:
        """Have pynput listen for a key; return why that cannot be."""
        try:
            keyboard = import_module("pynput.keyboard")
        except ImportError:
            # It is there, and cannot work with this machine's display.
            return self._explain_unheard_keys()
        # It calls from a thread of its own; the signal is delivered in the window's.
        self._listener = keyboard.GlobalHotKeys({written: self.pressed.emit})
        self._listener.start()
        return ""

    def release(self) -> None:
        """Stop listening."""
        self._grab.release()
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.stop()

    def _explain_unheard_keys(self) -> str:
        return self.tr(
            "Findling cannot hear keys of other programs here. "
            "Bind the command “findling app --toggle” to a key in your desktop's settings."
        )

    def _tell_missing(self) -> str:
        if is_frozen():
            return self._explain_unheard_keys()
        return self.tr(
            "This needs the optional part “findling[hotkey]”. Without it, bind the command "
            "“findling app --toggle” to a key in your desktop's settings."
        )


def _has_x11() -> bool:
    return sys.platform not in ("win32", "darwin")


def to_x11(keys: QKeySequence) -> tuple[int, int]:
    """Return the keysym and the modifiers' bits of a key that `to_pynput` can write."""
    *held, key = _split(keys)
    code = ord(key.lower()) if len(key) == 1 else 0
    keysym = _KEYSYMS.get(key) or (code if code < _LATIN_1 else _UNICODE_KEYSYM + code)
    return keysym, sum(_MODIFIER_BITS[each] for each in held)


def is_wayland() -> bool:
    """Return whether this is a Wayland session, where keys of other programs cannot be heard."""
    return bool(os.environ.get("WAYLAND_DISPLAY")) or os.environ.get("XDG_SESSION_TYPE") == "wayland"


def to_pynput(keys: QKeySequence) -> str:
    """Return a key in pynput's notation; "" unless it has a modifier or is a function key."""
    if keys.count() != 1:
        return ""
    *held, key = _split(keys)
    name = _NAMES.get(key) or (key.lower() if len(key) == 1 else "")
    alone = not set(held) - {"Shift"}
    if not name or (alone and not name.startswith("<f")):
        return ""
    return "+".join([*(_HELD[each] for each in held), name])


def _split(keys: QKeySequence) -> list[str]:
    """Return the names of the keys that are held, and of the one that is pressed."""
    return re.split(r"(?<=.)\+(?=.)", keys.toString(QKeySequence.SequenceFormat.PortableText))
