"""Grab of one key on X11, by libxcb, which Qt's own windows need as well.

A library that listens for hotkeys (pynput) hears every key of every program, and brings a part that has to be compiled
on Linux. X11 gives a single key to whoever grabs it, and no other key is heard.
"""

from __future__ import annotations

import ctypes
from ctypes import POINTER, c_char_p, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache
from itertools import product

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_LIBRARY = "libxcb.so.1"
_LOCK, _NUM_LOCK = 1 << 1, 1 << 4
"""Caps Lock and Num Lock, which hold no key back."""
_KEY_PRESS, _KEY_RELEASE = 2, 3
"""Types of events (xproto.h); their highest bit says who sent them."""
_TIME_AT = 1
"""Place of the time in `xcb_key_press_event_t`, in words of four bytes."""
_OWN_EVENTS = 0x7F
_ASYNC = 1
_FIRST_KEYCODE, _KEYCODES = 8, 248
_PER_KEYCODE_AT = 1
"""Place of the number of keysyms for each keycode in `xcb_get_keyboard_mapping_reply_t`, in bytes."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", c_uint32),)


class _Screens(ctypes.Structure):
    # A screen begins with the number of its root window.
    _fields_ = (("root", POINTER(c_uint32)), ("left", c_int), ("index", c_int))


class KeyGrab(QObject):
    """Connection to an X11 display that takes one key away from all other programs."""

    pressed = Signal()

    def __init__(self, display: str = "", parent: QObject | None = None) -> None:
        """Prepare a grab on a display; "" for the one that the environment names."""
        super().__init__(parent)
        self._display = display.encode() or None
        self._connection: int | None = None
        self._notifier: QSocketNotifier | None = None
        self._released_at: int | None = None

    @staticmethod
    def is_possible() -> bool:
        """Return whether there is what a grab needs."""
        return _find_library() is not None

    def grab(self, keysym: int, modifiers: int) -> bool:
        """Grab a key with X11's modifier bits; return False if it is taken or no key gives it."""
        self.release()
        xcb = _find_library()
        if xcb is None:
            return False
        connection = xcb.xcb_connect(self._display, None)
        self._connection = connection
        keycodes = [] if xcb.xcb_connection_has_error(connection) else _find_keycodes(xcb, connection, keysym)
        root = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection)).root[0] if keycodes else 0
        if not keycodes or not all(_grab(xcb, connection, root, code, modifiers) for code in keycodes):
            self.release()
            return False
        self._notifier = QSocketNotifier(xcb.xcb_get_file_descriptor(connection), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return True

    def release(self) -> None:
        """Give the key back."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        xcb = _find_library()
        if self._connection is not None and xcb is not None:
            # What a connection has grabbed is free once it is closed.
            xcb.xcb_disconnect(self._connection)
        self._connection = None

    def _read(self) -> None:
        xcb = _find_library()
        if xcb is None or self._connection is None:
            return
        while event := xcb.xcb_poll_for_event(self._connection):
            kind = ctypes.cast(event, POINTER(c_uint8))[0] & _OWN_EVENTS
            time = ctypes.cast(event, POINTER(c_uint32))[_TIME_AT]
            _free(event)
            if kind == _KEY_RELEASE:
                self._released_at = time
            # A key that is held is released and pressed again at the same moment, over and over.
            elif kind == _KEY_PRESS and time != self._released_at:
                self.pressed.emit()
        if xcb.xcb_connection_has_error(self._connection):
            self.release()


def _grab(xcb: ctypes.CDLL, connection: int, root: int, keycode: int, modifiers: int) -> bool:
    """Take a keycode, whatever locks are on; return False if another program has it."""
    for locks in product((0, _LOCK), (0, _NUM_LOCK)):
        cookie = xcb.xcb_grab_key_checked(connection, 1, root, modifiers | sum(locks), keycode, _ASYNC, _ASYNC)
        if error := xcb.xcb_request_check(connection, cookie):
            _free(error)
            return False
    return True


def _find_keycodes(xcb: ctypes.CDLL, connection: int, keysym: int) -> list[int]:
    """Return the keys that give a keysym, in whichever of their layouts."""
    cookie = xcb.xcb_get_keyboard_mapping(connection, _FIRST_KEYCODE, _KEYCODES)
    reply = xcb.xcb_get_keyboard_mapping_reply(connection, cookie, None)
    if not reply:
        return []
    each = ctypes.cast(reply, POINTER(c_uint8))[_PER_KEYCODE_AT]
    keysyms = xcb.xcb_get_keyboard_mapping_keysyms(reply)
    given = [keysyms[at * each : (at + 1) * each] for at in range(_KEYCODES)]
    _free(reply)
    first = [code for code, of_key in enumerate(given, _FIRST_KEYCODE) if of_key and of_key[0] == keysym]
    return first or [code for code, of_key in enumerate(given, _FIRST_KEYCODE) if keysym in of_key][:1]


def _free(pointer: int) -> None:
    """Free what libxcb allocated."""
    libc = ctypes.CDLL(None)
    libc.free.argtypes = [c_void_p]
    libc.free(pointer)


@cache
def _find_library() -> ctypes.CDLL | None:
    """Load libxcb with the types of what is called; None where there is none."""
    try:
        xcb = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    signatures = {
        "xcb_connect": (c_void_p, [c_char_p, POINTER(c_int)]),
        "xcb_disconnect": (None, [c_void_p]),
        "xcb_connection_has_error": (c_int, [c_void_p]),
        "xcb_get_file_descriptor": (c_int, [c_void_p]),
        "xcb_get_setup": (c_void_p, [c_void_p]),
        "xcb_setup_roots_iterator": (_Screens, [c_void_p]),
        "xcb_grab_key_checked": (_Cookie, [c_void_p, c_uint8, c_uint32, c_uint16, c_uint8, c_uint8, c_uint8]),
        "xcb_request_check": (c_void_p, [c_void_p, _Cookie]),
        "xcb_poll_for_event": (c_void_p, [c_void_p]),
        "xcb_get_keyboard_mapping": (_Cookie, [c_void_p, c_uint8, c_uint8]),
        "xcb_get_keyboard_mapping_reply": (c_void_p, [c_void_p, _Cookie, c_void_p]),
        "xcb_get_keyboard_mapping_keysyms": (POINTER(c_uint32), [c_void_p]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
