"""Paths as they are written in the shared library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_path(path: Path, folder: Path | None = None) -> str:
    """Return a path as text with / between its parts, relative to a folder if one is given."""
    shown = path.relative_to(folder) if folder else path
    return os.fsencode(shown.as_posix()).decode("utf-8", "backslashreplace")
