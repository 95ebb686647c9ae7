"""Folders of a library, with the patterns of what is left out of them."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Folder:
    """Folder of the library.

    Attributes:
        path: absolute, as the system spells it.
        exclude: patterns in .gitignore's language, relative to `path`.
    """

    id: int
    path: Path
    exclude: tuple[str, ...] = ()


class Folders:
    """Table `folders`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Folder]:
        """Return all folders, by path."""
        rows = self._connection.execute("SELECT id, path, exclude FROM folders ORDER BY path")
        return [Folder(row[0], Path(os.fsdecode(row[1])), tuple(json.loads(row[2]))) for row in rows]

    def add(self, path: Path, exclude: tuple[str, ...] = ()) -> Folder:
        """Add `path`; folders of the library that lie inside it become part of it, files and rules."""
        inside = [folder for folder in self.all() if path in folder.path.parents]
        for folder in inside:
            prefix = folder.path.relative_to(path).as_posix()
            exclude += tuple(_move_up(pattern, prefix) for pattern in folder.exclude)
        cursor = self._connection.execute(
            "INSERT INTO folders (path, exclude) VALUES (?, ?)", (os.fsencode(path), json.dumps(exclude))
        )
        added = Folder(int(cursor.lastrowid or 0), path, exclude)
        for folder in inside:
            self._connection.execute("UPDATE files SET folder_id = ? WHERE folder_id = ?", (added.id, folder.id))
            self.remove(folder.id)
        return added

    def set_exclude(self, folder_id: int, exclude: tuple[str, ...]) -> None:
        """Replace the patterns of what is left out; the next scan applies them."""
        self._connection.execute("UPDATE folders SET exclude = ? WHERE id = ?", (json.dumps(exclude), folder_id))

    def remove(self, folder_id: int) -> None:
        """Delete a folder and its files; documents that no file has any more are purged elsewhere."""
        self._connection.execute("DELETE FROM folders WHERE id = ?", (folder_id,))


_GLOB = re.compile(r"[\\*?\[]")


def _move_up(pattern: str, prefix: str) -> str:
    """Rewrite a pattern of the folder `prefix` for a folder above it, in .gitignore's language.

    A pattern without a slash, but for one at its end, holds at any depth, and has to do so below `prefix`.
    """
    if not pattern.strip() or pattern.startswith("#"):
        return pattern
    negation, pattern = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    anywhere = "/" not in pattern.rstrip().rstrip("/")
    inside = f"**/{pattern}" if anywhere else pattern.lstrip("/")
    return f"{negation}/{_GLOB.sub(_escape, prefix)}/{inside}"


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
