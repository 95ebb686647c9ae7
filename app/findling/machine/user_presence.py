"""Presence of the user: whether somebody is at the computer, as the system knows it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_AWAY_SECONDS = 300.0
"""Time without a key or a movement of the mouse, as logind has it for terminals and desktops as a rule."""
_PATIENCE_SECONDS = 5.0


class Presence(StrEnum):
    """Presence of a user; UNKNOWN where the system does not say, as in a container."""

    THERE = "there"
    AWAY = "away"
    UNKNOWN = "unknown"


def find_presence() -> Presence:
    """Return whether somebody uses the computer; may take some milliseconds."""
    if sys.platform == "win32":
        return judge_idle(_measure_idle_windows())
    if sys.platform == "darwin":
        return judge_idle(_measure_idle_macos())
    return _ask_logind()


def judge_idle(seconds: float | None) -> Presence:
    """Return the presence of somebody who has touched nothing for some seconds."""
    if seconds is None:
        return Presence.UNKNOWN
    return Presence.AWAY if seconds >= _AWAY_SECONDS else Presence.THERE


def judge_sessions(described: str) -> Presence:
    """Return the presence by what `loginctl show-session` says, sessions parted by empty lines.

    Somebody is there where a session of a user is neither idle nor locked, be it on a terminal or from afar.
    """
    sessions = [dict(_split(block.splitlines())) for block in described.strip().split("\n\n")]
    of_users = [each for each in sessions if each.get("Class") == "user" and each.get("State") in ("active", "online")]
    if not of_users:
        return Presence.UNKNOWN
    rests = all("yes" in (each.get("IdleHint"), each.get("LockedHint")) for each in of_users)
    return Presence.AWAY if rests else Presence.THERE


def _split(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        name, _, value = line.partition("=")
        yield name, value


def _ask_logind() -> Presence:
    if not (program := shutil.which("loginctl")):
        return Presence.UNKNOWN
    try:
        listed = _run(program, "list-sessions", "--no-legend")
        if not (names := [line.split()[0] for line in listed.splitlines() if line.strip()]):
            return Presence.UNKNOWN
        properties = "--property=Class,State,IdleHint,LockedHint"
        return judge_sessions(_run(program, "show-session", properties, *names))
    except (OSError, subprocess.SubprocessError):  # no logind, or a session that ended in between
        return Presence.UNKNOWN


def _run(*command: str) -> str:
    done = subprocess.run(  # noqa: S603 - a program of the system, without a shell
        command, capture_output=True, text=True, errors="replace", check=True, timeout=_PATIENCE_SECONDS
    )
    return done.stdout


if sys.platform == "win32":  # pragma: no cover - not seen running
    import ctypes
    from ctypes import wintypes

    class _LastInput(ctypes.Structure):
        """`LASTINPUTINFO`; `at` is in milliseconds since the system started."""

        _fields_ = (("size", wintypes.UINT), ("at", wintypes.DWORD))

    def _measure_idle_windows() -> float | None:
        """Return the seconds since the last input of this session (GetLastInputInfo)."""
        last = _LastInput(ctypes.sizeof(_LastInput), 0)
        if not ctypes.windll.user32.GetLastInputInfo(ctypes.byref(last)):
            return None
        # Both count in 32 bits, and begin again after 49 days.
        return float((ctypes.windll.kernel32.GetTickCount() - last.at) % (1 << 32)) / 1000

elif sys.platform == "darwin":  # pragma: no cover - not seen running
    import ctypes
    import ctypes.util

    _ALL_OF_THE_SESSION, _ANY_INPUT = 0, 0xFFFFFFFF
    """`kCGEventSourceStateCombinedSessionState` and `kCGAnyInputEventType`."""

    def _measure_idle_macos() -> float | None:
        """Return the seconds since this session's last input.

        The source is CGEventSourceSecondsSinceLastEventType.
        """
        name = ctypes.util.find_library("CoreGraphics")
        if not name:
            return None
        measure = ctypes.CDLL(name).CGEventSourceSecondsSinceLastEventType
        measure.restype, measure.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
        return float(measure(_ALL_OF_THE_SESSION, _ANY_INPUT))
