"""System setting for reduced motion, which Qt does not expose."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

_WAIT_S = 0.5
_SPI_GETCLIENTAREAANIMATION = 0x1042


def prefers_reduced_motion(home: Path | None = None) -> bool:
    """Return whether the user asked the system for reduced motion."""
    home = home or Path.home()
    if sys.platform == "win32":
        moves = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
        still = not moves.value
    elif sys.platform == "darwin":
        path = home / "Library" / "Preferences" / "com.apple.universalaccess.plist"
        still = bool(QSettings(str(path), QSettings.Format.NativeFormat).value("reduceMotion", False))
    else:
        still = _kde_is_still(home) or _gtk_is_still(home) or _gnome_is_still()
    return still


def _kde_is_still(home: Path) -> bool:
    factor = _read(home / ".config" / "kdeglobals", "KDE/AnimationDurationFactor")
    return factor in {"0", "0.0"}


def _gtk_is_still(home: Path) -> bool:
    moves = _read(home / ".config" / "gtk-3.0" / "settings.ini", "Settings/gtk-enable-animations")
    return moves.lower() in {"0", "false"}


def _read(path: Path, key: str) -> str:
    return str(QSettings(str(path), QSettings.Format.IniFormat).value(key, "")) if path.is_file() else ""


def _gnome_is_still() -> bool:
    tool = shutil.which("gsettings")
    if tool is None or "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", ""):
        return False
    command = [tool, "get", "org.gnome.desktop.interface", "enable-animations"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_WAIT_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "false"
