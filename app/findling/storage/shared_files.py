"""Files of the library below some of its folders: counted, and listed by path."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.formats import FileKind
from findling.storage.sql_parts import path_range

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_INSIDE = "(f.path = ? OR (f.path >= ? AND f.path < ?))"


@dataclass(frozen=True, slots=True)
class SharedFile:
    """Searchable file.

    Attributes:
        title: of its document; "" where it has none.
        size: bytes; modified_ns: since 1970.
        pages: pages, slides or sheets; None where its format has none.
    """

    path: Path
    document_id: int
    title: str
    kind: FileKind
    pages: int | None
    language: str
    size: int
    modified_ns: int


class SharedFiles:
    """Tables `files` and `documents`, as far as they lie below some folders."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def count(self, folder: Path) -> int:
        """Count the searchable files below a folder."""
        row = self._connection.execute(
            f"SELECT count(*) FROM files f WHERE f.document_id IS NOT NULL AND {_INSIDE}", _range(folder)
        ).fetchone()
        return int(row[0])

    def list(self, folders: Sequence[Path], limit: int, after: Path | None = None) -> list[SharedFile]:
        """Return up to `limit` searchable files below some folders by path, those after one."""
        if not folders:
            return []
        inside = " OR ".join([_INSIDE] * len(folders))
        rows = self._connection.execute(
            "SELECT f.path, d.id, d.title, d.kind, d.pages, d.language, f.size, f.mtime_ns"
            f" FROM files f JOIN documents d ON d.id = f.document_id WHERE f.path > ? AND ({inside})"
            " ORDER BY f.path LIMIT ?",
            (os.fsencode(after) if after else b"", *(part for folder in folders for part in _range(folder)), limit),
        )
        return [
            SharedFile(Path(os.fsdecode(path)), number, title, FileKind(kind), *rest)
            for path, number, title, kind, *rest in rows
        ]


def _range(folder: Path) -> tuple[bytes, bytes, bytes]:
    path = os.fsencode(folder)
    return path, *path_range(path)
