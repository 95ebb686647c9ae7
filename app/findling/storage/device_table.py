"""Devices on which the folders of the library lay when their files were last seen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from findling.storage.sql_parts import path_range

if TYPE_CHECKING:
    import sqlite3


class Devices:
    """Table `devices`: the library's folders, and those below that lie on another device."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def below(self, folder: Path) -> dict[Path, int]:
        """Return the remembered devices of a folder and those below it, by the system's numbers."""
        path = os.fsencode(folder)
        rows = self._connection.execute(
            "SELECT path, device FROM devices WHERE path = ? OR (path >= ? AND path < ?) ORDER BY path",
            (path, *path_range(path)),
        )
        return {Path(os.fsdecode(row[0])): int(row[1]) for row in rows}

    def put(self, folder: Path, device: int) -> None:
        """Remember the device of a folder."""
        # Windows numbers volumes beyond what SQLite's integers hold.
        self._connection.execute("INSERT OR REPLACE INTO devices VALUES (?, ?)", (os.fsencode(folder), b"%d" % device))

    def remove(self, folder: Path) -> None:
        """Forget the device of a folder."""
        self._connection.execute("DELETE FROM devices WHERE path = ?", (os.fsencode(folder),))
