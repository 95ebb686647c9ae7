"""Source of the computer's power: the mains, or its own battery."""

from __future__ import annotations

import sys
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")


def has_mains_power() -> bool:
    """Return whether the computer is plugged in, or has no battery; true where nothing is known."""
    if sys.platform != "linux":
        import psutil

        battery = psutil.sensors_battery()
        return battery is None or battery.power_plugged is not False
    return judge_supplies(_SUPPLIES)


def judge_supplies(folder: Path) -> bool:
    """Return whether the power supplies that Linux lists in a folder are fed from outside.

    As in the kernel's Documentation/ABI/testing/sysfs-class-power: a supply of scope "Device" is that of a mouse or a
    headset, whose battery psutil takes for the computer's.
    """
    try:
        supplies = [each for each in folder.iterdir() if _read(each / "scope") != "Device"]
    except OSError:
        return True
    is_fed = any(_read(each / "online") not in ("", "0") for each in supplies if _read(each / "type") != "Battery")
    return is_fed or not any(_read(each / "status") == "Discharging" for each in supplies)


def _read(file: Path) -> str:
    try:
        return file.read_text("ascii", "replace").strip()
    except OSError:
        return ""
