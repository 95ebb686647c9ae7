"""Files inside files: rows of table `files` below the row of the file that they are in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.messages.message_json import notice_to_text
from findling.storage.file_columns import name_columns, place_columns, stat_columns
from findling.storage.sql_parts import marks, path_range

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from findling.domain.files import Reason, Stat
    from findling.messages.notice import Notice
    from findling.storage.file_table import FileRow


@dataclass(frozen=True, slots=True)
class EmbeddedRow:
    """File inside another, as far as it is compared with what is found there.

    Attributes:
        extractor, listed_by: as in `FileRow`.
        number: stands for its inode.
    """

    id: int
    size: int
    mtime_ns: int
    number: int
    extractor: str
    listed_by: bytes | None


class EmbeddedRows:
    """Rows of table `files` that are in another file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def has_holder(self, document_id: int) -> bool:
        """Return whether there are files in a document, which are found only by reading it."""
        row = self._connection.execute("SELECT holds_files FROM documents WHERE id = ?", (document_id,)).fetchone()
        return row is not None and bool(row[0])

    def inside(self, container_id: int) -> dict[Path, EmbeddedRow]:
        """Return what is known to be in a file, but not what is in that again, by its path."""
        rows = self._connection.execute(
            "SELECT path, id, size, mtime_ns, inode, extractor, listed_by FROM files WHERE container_id = ?",
            (container_id,),
        )
        return {
            Path(os.fsdecode(path)): EmbeddedRow(file_id, size, mtime, int.from_bytes(inode, "big"), extractor, rules)
            for path, file_id, size, mtime, inode, extractor, rules in rows
        }

    def add_pending(self, container: FileRow, files: Iterable[tuple[Path, Stat]]) -> None:
        """Add files inside another one, to be read in its turn."""
        added = list(files)
        priority, outermost = self._connection.execute(
            "SELECT priority, coalesce(outermost_id, id) FROM files WHERE id = ?", (container.id,)
        ).fetchone()
        self._connection.executemany(
            "INSERT INTO files (folder_id, path, parent, shown, size, mtime_ns, inode, changed_ns, status, priority,"
            " container_id, outermost_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?)",
            [
                (container.folder_id, *place_columns(path), *stat_columns(stat), priority, container.id, outermost)
                for path, stat in added
            ],
        )
        self._connection.executemany(
            "INSERT INTO names SELECT id, ?, ? FROM files WHERE path = ?",
            [(*name_columns(path), os.fsencode(path)) for path, _ in added],
        )

    def set_pending(self, files: Iterable[tuple[int, Stat]]) -> None:
        """Mark files inside another one for reading, in its turn."""
        self._connection.executemany(
            "UPDATE files SET size = ?, mtime_ns = ?, inode = ?, changed_ns = ?, status = 'pending', attempts = 0,"
            " begun = 0, priority = (SELECT c.priority FROM files c WHERE c.id = files.container_id) WHERE id = ?",
            [(*stat_columns(stat), file_id) for file_id, stat in files],
        )

    def set_modified(self, files: Iterable[tuple[int, int]]) -> None:
        """Note other times of files whose content is the same."""
        rows = [(modified, file_id) for file_id, modified in files]
        self._connection.executemany("UPDATE files SET mtime_ns = ? WHERE id = ?", rows)
        self._connection.executemany("UPDATE contents SET mtime_ns = ? WHERE file_id = ?", rows)

    def set_listed(self, file_id: int, rules: bytes | None) -> None:
        """Note by which rules the files in a file were left out; None where there are none in it."""
        self._connection.execute("UPDATE files SET listed_by = ? WHERE id = ?", (rules, file_id))

    def set_shortfall(self, file_id: int, reason: Reason, detail: Notice | None) -> None:
        """Note why not all files in a searchable file are searched, if there is nothing worse."""
        self._connection.execute(
            "UPDATE files SET reason = ?, detail = ? WHERE id = ? AND status = 'indexed' AND coalesce(reason, ?) = ?",
            (reason, notice_to_text(detail), file_id, reason, reason),
        )

    def count_around(self, file_id: int) -> int:
        """Count the files that a file is in, one in the other."""
        row = self._connection.execute(
            "WITH RECURSIVE around(id) AS (SELECT container_id FROM files WHERE id = ? UNION ALL"
            " SELECT f.container_id FROM files f JOIN around a ON f.id = a.id)"
            " SELECT count(id) FROM around",
            (file_id,),
        ).fetchone()
        return int(row[0])

    def measure_beside(self, container_id: int) -> tuple[int, int]:
        """Return number and bytes of all files in the same file on the disk but not in this one."""
        row = self._connection.execute(
            "SELECT count(*), coalesce(sum(size), 0) FROM files WHERE container_id <> ?1 AND outermost_id ="
            " (SELECT coalesce(outermost_id, id) FROM files WHERE id = ?1)",
            (container_id,),
        ).fetchone()
        return int(row[0]), int(row[1])

    def unread(self, start: Path, reasons: Sequence[Reason] | None = None) -> list[int]:
        """Return unreadable files in files below a folder, for these reasons or for any."""
        first, last = path_range(os.fsencode(start))
        of_reasons, values = ("", ()) if reasons is None else (f"AND reason IN ({marks(reasons)})", tuple(reasons))
        rows = self._connection.execute(
            "SELECT id FROM files WHERE container_id IS NOT NULL AND status IN ('skipped', 'failed')"
            f" AND path >= ? AND path < ? {of_reasons}",
            (first, last, *values),
        )
        return [row[0] for row in rows]

    def outermost_of(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
        """Iterate over those of these paths that are in a file on the disk, each with that."""
        for path in paths:
            row = self._connection.execute(
                "SELECT o.path FROM files f JOIN files o ON o.id = f.outermost_id WHERE f.path = ?",
                (os.fsencode(path),),
            ).fetchone()
            if row is not None:
                yield path, Path(os.fsdecode(row[0]))
