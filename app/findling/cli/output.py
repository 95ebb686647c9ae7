"""How things are said: JSON for programs, plain and safe text for people."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

_NANOSECONDS = 10**9


def print_json(document: dict[str, Any]) -> None:
    """Print one JSON document; what is no valid text in a path is replaced."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n")


def console() -> Console:
    """Where text for people goes; styled only where standard output is a terminal."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty(), emoji=False, markup=False)


def show_path(path: Path) -> str:
    """A path as text that a terminal can show."""
    return make_printable(os.fsencode(path).decode("utf-8", "replace"))


def make_printable(text: str) -> str:
    """Escape what would move the cursor, change the direction of writing or hide itself."""
    return "".join(
        char if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cf", "Cs") else f"\\x{ord(char):02x}"
        for char in text
    )


def iso_time(ns: int) -> str:
    """Nanoseconds since 1970 as local time with its zone, to the second."""
    return datetime.fromtimestamp(ns // _NANOSECONDS).astimezone().isoformat(timespec="seconds")


def size_text(count: int) -> str:
    """Bytes as a person reads them: decimal, one figure behind the point below ten."""
    value = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "B" or value >= 10 else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def duration_text(seconds: float) -> str:
    """Seconds as a person reads them."""
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
