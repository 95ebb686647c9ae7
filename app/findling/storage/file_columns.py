"""Columns of tables `files` and `names`, as written for a path and a file's state."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.storage.name_folding import fold_folders, fold_name

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.files import Stat

_LARGEST = 2**63 - 1


def place_columns(path: Path) -> tuple[bytes, bytes, str]:
    """Return the columns path, parent and shown of a file."""
    shown = os.fsencode(path).decode("utf-8", "replace")
    return os.fsencode(path), os.fsencode(path.parent), shown


def name_columns(path: Path) -> tuple[str, str]:
    """Return the columns name and folders of a file, in which it is searched by its name."""
    return fold_name(path.name), fold_folders(os.fsencode(path.parent))


def stat_columns(stat: Stat) -> tuple[int, int, bytes, int]:
    """Return the columns size, mtime_ns, inode and changed_ns of a file."""
    # File ids of Windows' ReFS have 128 bits, SQLite's integers 63; a wrong clock dates files past the year 2262.
    mtime_ns, changed_ns = (min(max(each, -_LARGEST), _LARGEST) for each in (stat.mtime_ns, stat.changed_ns))
    return stat.size, mtime_ns, stat.inode.to_bytes(16, "big"), changed_ns
