"""Files whose texts and vectors are whole, so that they can be published elsewhere."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.storage.sql_parts import lies_below

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from findling.storage.vector_table import Space


@dataclass(frozen=True, slots=True)
class PublishableFile:
    """File that was read and embedded.

    Attributes:
        source: digest of its content and of the reader that gave its text: while it stays, the document does.
    """

    path: Path
    size: int
    mtime_ns: int
    document_id: int
    source: bytes


class PublishableFiles:
    """Columns of the tables `files`, `documents` and `vectors`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def below(self, folder: Path, space: Space) -> Iterator[PublishableFile]:
        """Iterate over the files below a folder with a text embedded in a space, by path.

        What waits for being read or embedded comes another time. What is away with its disk is still there.
        """
        condition, bounds = lies_below((os.fsencode(folder),))
        rows = self._connection.execute(
            "SELECT f.path, f.size, f.mtime_ns, d.id, d.content_hash, d.extractor FROM files f"
            " JOIN documents d ON d.id = f.document_id WHERE f.status = 'indexed' AND d.text != ''"
            f" AND EXISTS (SELECT 1 FROM vectors v WHERE v.document_id = d.id AND v.space_id = ?) AND {condition}"
            " ORDER BY f.path",
            (space.id, *bounds),
        )
        for path, size, modified, document_id, content_hash, extractor in rows:
            source = hashlib.sha256(content_hash + extractor.encode()).digest()
            yield PublishableFile(Path(os.fsdecode(path)), size, modified, document_id, source)

    def waiting_below(self, folder: Path, space: Space) -> set[Path]:
        """Return the known files below a folder that wait for being read or embedded in a space."""
        condition, bounds = lies_below((os.fsencode(folder),))
        rows = self._connection.execute(
            "SELECT f.path FROM files f LEFT JOIN documents d ON d.id = f.document_id WHERE (f.status = 'pending'"
            " OR (f.status = 'indexed' AND d.text != '' AND NOT EXISTS"
            f" (SELECT 1 FROM vectors v WHERE v.document_id = d.id AND v.space_id = ?))) AND {condition}",
            (space.id, *bounds),
        )
        return {Path(os.fsdecode(path)) for (path,) in rows}
