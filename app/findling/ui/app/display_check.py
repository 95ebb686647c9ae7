"""Checks for a display, libraries and fonts, made before Qt, which aborts without them."""

from __future__ import annotations

import builtins
import ctypes
import os
import sys
from pathlib import Path
from types import MappingProxyType

from findling.errors import FindlingError
from findling.messages.command_templates import WindowMessage
from findling.messages.remedy_templates import Remedy

_NO_SCREEN = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})

PACKAGES = MappingProxyType(
    {
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libX11.so.6": "libx11-6",
        "libgssapi_krb5.so.2": "libgssapi-krb5-2",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    }
)
"""Libraries that Qt 6 and its plug-in for X11 ask the loader for -> Debian's names of the packages."""

_X11_NEEDS = tuple(name for name in PACKAGES if name.startswith("libxcb-") or "-x11" in name)
_QT_NEEDS = tuple(name for name in PACKAGES if name not in _X11_NEEDS)


class NoWindowError(FindlingError):
    """No window can be opened here."""


def check_screen() -> None:
    """Check that a window can be opened.

    Raises:
        NoWindowError: there is no screen, or a library that Qt needs is missing.
    """
    if not sys.platform.startswith("linux"):
        return
    if _platform() not in _NO_SCREEN and not os.environ.get("WAYLAND_DISPLAY"):
        _check_display()
    missing = find_missing_libraries()
    if missing:
        packages = " ".join(sorted(set(missing.values())))
        raise NoWindowError(
            WindowMessage.LIBRARIES_MISSING(names=tuple(missing)), WindowMessage.INSTALL_PACKAGES(packages=packages)
        )


def find_missing_libraries() -> dict[str, str]:
    """Return the missing libraries that a window needs, each with Debian's name of its package.

    The set-up asks before anything is installed, so that this needs nothing but Python.
    """
    if not sys.platform.startswith("linux"):
        return {}
    platform = _platform()
    without_x11 = platform in _NO_SCREEN or (os.environ.get("WAYLAND_DISPLAY") and platform != "xcb")
    needs = _QT_NEEDS if without_x11 else _QT_NEEDS + _X11_NEEDS
    return {name: PACKAGES[name] for name in needs if not _loads(name)}


def list_packages() -> list[str]:
    """Return Debian's names of all packages that a window may need."""
    return sorted(set(PACKAGES.values()))


def has_screen() -> bool:
    """Return whether the user can see windows; needs Qt's application."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.platformName() not in _NO_SCREEN


def check_fonts() -> None:
    """Check that there is a font; needs Qt's application.

    Raises:
        NoWindowError: there is no font.
    """
    from PySide6.QtGui import QFont, QFontInfo

    # Qt lists "Sans Serif" and the like where no file stands behind them: only what it would draw with tells.
    if not QFontInfo(QFont()).family():
        raise NoWindowError(WindowMessage.NO_FONTS(), WindowMessage.INSTALL_PACKAGES(packages="fonts-dejavu-core"))


def main() -> int:
    """Print why no window can be opened and return 1, or return 0."""
    try:
        check_screen()
        import_qt()
    except NoWindowError as error:
        print(error)  # noqa: T201 - a program of its own
        return 1
    return 0


def import_qt() -> None:
    """Load Qt.

    Raises:
        NoWindowError: it cannot be loaded.
    """
    pythons = builtins.__import__
    try:
        from PySide6 import QtCore, QtGui, QtNetwork  # noqa: F401 - seeing whether they load
    except ImportError as error:
        name = str(error).split(":", 1)[0]
        package = PACKAGES.get(name)
        remedy = WindowMessage.INSTALL_PACKAGES(packages=package) if package else Remedy.INSTALL_FINDLING()
        raise NoWindowError(WindowMessage.QT_NOT_LOADED(error=str(error)), remedy) from error
    # PySide puts an import of its own in the place of Python's, which reads the source of each module that is imported
    # from then on to see whether it may switch PySide's features (shibokensupport/feature.py, 6.11). None here does,
    # and it took an eighth of all imports up to the first paint.
    builtins.__import__ = pythons


def _platform() -> str:
    """Return Qt's plug-in that the environment names; "" if it names none."""
    return os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]


def _check_display() -> None:
    display = os.environ.get("DISPLAY", "")
    if not display:
        raise NoWindowError(WindowMessage.NO_SCREEN(), WindowMessage.USE_COMMANDS())
    if not _answers(display):
        raise NoWindowError(WindowMessage.SCREEN_SILENT(display=display), WindowMessage.CHECK_DISPLAY())


def _answers(display: str) -> bool:
    """Return whether an X server answers; True where that cannot be tested."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _loads(name: str) -> bool:
    """Return whether a library is in the frozen program, or the loader finds it."""
    if (bundle := getattr(sys, "_MEIPASS", "")) and Path(bundle, name).exists():
        return True
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
