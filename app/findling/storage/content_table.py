"""Contents of a library by the hash of their bytes, which stays when they are read again."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.formats import FileKind
from findling.storage.sql_parts import batched, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class ReadContent:
    """Content that was read.

    Attributes:
        name: the hash of its bytes, in hexadecimal.
        folder: the folder of the library that one of its files is in.
        path: of that file.
    """

    name: str
    document_id: int
    kind: FileKind
    folder: Path
    path: Path


class Contents:
    """Columns of the tables `documents`, `files` and `folders`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[ReadContent]:
        """Return all contents with a text, each with its first file, by name."""
        rows = self._connection.execute(
            "SELECT lower(hex(d.content_hash)), d.id, d.kind, o.path, min(f.path) FROM documents d"
            " JOIN files f ON f.document_id = d.id JOIN folders o ON o.id = f.folder_id"
            " WHERE d.text != '' AND f.status = 'indexed' GROUP BY d.id ORDER BY 1"
        )
        return [
            ReadContent(name, document_id, FileKind(kind), Path(os.fsdecode(folder)), Path(os.fsdecode(path)))
            for name, document_id, kind, folder, path in rows
        ]

    def find(self, names: Sequence[str]) -> dict[str, int]:
        """Return the documents that have contents of these names, by name."""
        found: dict[str, int] = {}
        for name in names:
            row = self._connection.execute(
                "SELECT id FROM documents WHERE content_hash = ?", (bytes.fromhex(name),)
            ).fetchone()
            if row:
                found[name] = int(row[0])
        return found

    def names_of(self, document_ids: Sequence[int]) -> dict[int, str]:
        """Return the names of documents' contents, by document."""
        found: dict[int, str] = {}
        for part in batched(document_ids):
            rows = self._connection.execute(
                f"SELECT id, lower(hex(content_hash)) FROM documents WHERE id IN ({marks(part)})", part
            )
            found |= dict(rows)
        return found
