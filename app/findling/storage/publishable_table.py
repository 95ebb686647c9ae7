"""Files whose texts and vectors are whole, so that they can be published elsewhere."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.storage.sql_parts import batched, lies_below, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

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
    file_id: int
    document_id: int
    source: bytes


class PublishableFiles:
    """Columns of the tables `files`, `documents` and `vectors`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def below(self, folder: Path, space: Space, file_ids: Sequence[int] | None = None) -> Iterator[PublishableFile]:
        """Iterate over the files below a folder that have a text which is embedded in a space.

        What waits for being read or embedded comes another time. What is away with its disk is still there.

        Args:
            folder: all of them, by path;
            space: of the vectors;
            file_ids: or of these files those that lie below it.
        """
        for condition, values in _select(folder, file_ids):
            rows = self._connection.execute(
                "SELECT f.path, f.size, f.mtime_ns, f.id, d.id, d.content_hash, d.extractor FROM files f"
                " JOIN documents d ON d.id = f.document_id WHERE f.status = 'indexed' AND d.text != ''"
                f" AND EXISTS (SELECT 1 FROM vectors v WHERE v.document_id = d.id AND v.space_id = ?) AND {condition}"
                " ORDER BY f.path",
                (space.id, *values),
            )
            for path, size, modified, file_id, document_id, content_hash, extractor in rows:
                source = hashlib.sha256(content_hash + extractor.encode()).digest()
                yield PublishableFile(Path(os.fsdecode(path)), size, modified, file_id, document_id, source)

    def waiting_below(self, folder: Path, space: Space, file_ids: Sequence[int] | None = None) -> dict[Path, int]:
        """Return the files that are known, but wait for being read or embedded, with their ids.

        Arguments are those of `below`.
        """
        found: dict[Path, int] = {}
        for condition, values in _select(folder, file_ids):
            rows = self._connection.execute(
                "SELECT f.path, f.id FROM files f LEFT JOIN documents d ON d.id = f.document_id"
                " WHERE (f.status = 'pending' OR (f.status = 'indexed' AND d.text != '' AND NOT EXISTS"
                f" (SELECT 1 FROM vectors v WHERE v.document_id = d.id AND v.space_id = ?))) AND {condition}",
                (space.id, *values),
            )
            found |= {Path(os.fsdecode(path)): file_id for path, file_id in rows}
        return found


def _select(folder: Path, file_ids: Sequence[int] | None) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield conditions that files `f` lie below a folder and are some of these, with values."""
    condition, bounds = lies_below((os.fsencode(folder),))
    if file_ids is None:
        yield condition, bounds
        return
    for part in batched(file_ids):
        # Without the index of paths, which would look at all that lie below the folder.
        yield f"f.id IN ({marks(part)}) AND {condition.replace('f.path', '+f.path')}", (*part, *bounds)
