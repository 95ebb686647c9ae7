"""Files that were found, searchable or not, with their status."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Absence, FileStatus, Reason, Stat
from findling.messages.message_json import notice_from_text, notice_to_text
from findling.storage.file_columns import name_columns, place_columns, stat_columns
from findling.storage.file_counts import Counts, FileReport
from findling.storage.sql_parts import batched, marks, path_range

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class FileRow:
    """File as the library knows it.

    Attributes:
        extractor: stamp of the reader that gave this status; "" while pending for the first time.
        attempts: how often the process ended while this file was stored, whatever ended it.
        crashes: how often of these, and of errors, the process itself is known to have failed.
        tried_ns: when it got its status, in nanoseconds since 1970; 0 if unknown.
        absence: why it is kept though it is not there; None where it is there.
        missed_ns: when that was noticed, in nanoseconds since 1970; 0 where it is there.
        container_id: the file that it is in; None for a file on the disk.
        listed_by: digest of the rules by which files in it were left out; None where there are none.
    """

    id: int
    folder_id: int
    path: Path
    stat: Stat
    status: FileStatus
    reason: Reason | None
    detail: Notice | None
    extractor: str
    attempts: int
    crashes: int
    tried_ns: int
    document_id: int | None
    absence: Absence | None = None
    missed_ns: int = 0
    container_id: int | None = None
    listed_by: bytes | None = None


_COLUMNS = (
    "id, folder_id, path, size, mtime_ns, inode, status, reason, detail, extractor, attempts, crashes, tried_ns,"
    " document_id, changed_ns, absence, missed_ns, container_id, listed_by"
)

_HURRY_NS = 1_000
"""Unit of the priority of what is in a hurry: the later it was asked for, the further below that of all others."""

_LAST = 1_000_000
"""Added to the priority of a file on which the process ended; those that scanning gives stay far below it."""


class Files:
    """Table `files`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, file_id: int) -> FileRow | None:
        """Return the file with this id, if it still exists."""
        return self._one("id = ?", (file_id,))

    def find(self, path: Path) -> FileRow | None:
        """Return the file at this path, if the library knows it."""
        return self._one("path = ?", (os.fsencode(path),))

    def in_directory(self, directory: Path) -> dict[bytes, FileRow]:
        """Return the files directly in `directory` on the disk, by their path's bytes."""
        rows = self._select("parent = ? AND container_id IS NULL", (os.fsencode(directory),))
        return {os.fsencode(row.path): row for row in rows}

    def below(self, directory: Path) -> Iterator[FileRow]:
        """Iterate over the file at `directory` itself, or all files anywhere below it on the disk."""
        path = os.fsencode(directory)
        start, stop = path_range(path)
        return self._select("(path = ? OR (path >= ? AND path < ?)) AND container_id IS NULL", (path, start, stop))

    def next_pending(self, limit: int) -> list[FileRow]:
        """Return the next files to read: lowest priority number first."""
        return list(self._select("status = 'pending' AND absence IS NULL ORDER BY priority, id LIMIT ?", (limit,)))

    def add_pending(self, folder_id: int, path: Path, stat: Stat, priority: int) -> int:
        """Add a file that was not known before."""
        self._make_room(path)
        cursor = self._connection.execute(
            "INSERT INTO files (folder_id, path, parent, shown, size, mtime_ns, inode, changed_ns, status, priority)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)",
            (folder_id, *place_columns(path), *stat_columns(stat), priority),
        )
        file_id = int(cursor.lastrowid or 0)
        self._connection.execute("INSERT INTO names VALUES (?, ?, ?)", (file_id, *name_columns(path)))
        return file_id

    def set_pending(self, file_id: int, stat: Stat, priority: int) -> None:
        """Mark a file for reading; what was indexed of it stays findable until then.

        What is known of its crashes is forgotten if it has changed.
        """
        numbers = stat_columns(stat)
        self._connection.execute(
            "UPDATE files SET crashes = CASE WHEN (size, mtime_ns, inode) = (?, ?, ?) THEN crashes ELSE 0 END,"
            " size = ?, mtime_ns = ?, inode = ?, changed_ns = ?, status = 'pending', priority = ?, attempts = 0,"
            " begun = 0, absence = NULL, missed_ns = 0 WHERE id = ?",
            (*numbers[:3], *numbers, priority, file_id),
        )

    def prioritise(self, paths: Iterable[Path], now_ns: int) -> None:
        """Put what is pending at or below these paths before all that waits, the latest call first."""
        first = -(now_ns // _HURRY_NS)
        for path in map(os.fsencode, paths):
            self._connection.execute(
                "UPDATE files SET priority = ? WHERE status = 'pending' AND attempts = 0"
                " AND (path = ? OR (path >= ? AND path < ?))",
                (first, path, *path_range(path)),
            )

    def begin(self, file_ids: Sequence[int]) -> None:
        """Note what is being stored, so that if the process ends, the next one knows on which files."""
        self._connection.executemany("UPDATE files SET begun = 1 WHERE id = ?", [(i,) for i in file_ids])

    def release(self, file_ids: Iterable[int]) -> None:
        """Undo `begin`, for files that will be taken up again as if nothing had been."""
        self._connection.executemany("UPDATE files SET begun = 0 WHERE id = ? AND begun = 1", [(i,) for i in file_ids])

    def suspend_begun(self, *, crashed: bool) -> None:
        """Put the files that were begun and not ended behind all others, each to be stored alone.

        Args:
            crashed: the process is known to have failed by itself, which may be the fault of one of them; a process
                that was killed, or lost its power, says nothing about its files.
        """
        self._connection.execute(
            "UPDATE files SET begun = 0, attempts = attempts + 1, crashes = crashes + ?,"
            " priority = max(priority, 0) + ?"
            " WHERE begun = 1",
            (int(crashed), _LAST),
        )

    def set_indexed(self, file_id: int, document_id: int, stat: Stat, extractor: str) -> None:
        """Mark a file as searchable, as this document."""
        self._connection.execute(
            "UPDATE files SET status = 'indexed', document_id = ?, size = ?, mtime_ns = ?, inode = ?, changed_ns = ?,"
            " attempts = 0,"
            " crashes = 0, begun = 0, extractor = ?,"
            " (reason, detail) = (SELECT reason, detail FROM documents WHERE id = ?) WHERE id = ?",
            (document_id, *stat_columns(stat), extractor, document_id, file_id),
        )

    def set_unread(
        self,
        file_id: int,
        status: FileStatus,
        reason: Reason,
        detail: Notice | None,
        stat: Stat,
        extractor: str,
        tried_ns: int = 0,
    ) -> None:
        """Mark a file as not searchable; its crashes are kept for the next time it is tried."""
        self._connection.execute(
            "UPDATE files SET status = ?, reason = ?, detail = ?, size = ?, mtime_ns = ?, inode = ?, changed_ns = ?,"
            " attempts = 0,"
            " begun = 0, crashes = min(crashes, 1), extractor = ?, tried_ns = ?, document_id = NULL WHERE id = ?",
            (status, reason, notice_to_text(detail), *stat_columns(stat), extractor, tried_ns, file_id),
        )

    def set_reason(self, document_id: int, reason: Reason) -> None:
        """Say of the files with this content why they are not wholly searchable."""
        self._connection.execute(
            "UPDATE files SET reason = ?, detail = '' WHERE document_id = ? AND status = 'indexed'",
            (reason, document_id),
        )

    def restore_reason(self, document_id: int) -> None:
        """Say of the files with this content no more than its own reason, if it has one."""
        self._connection.execute(
            "UPDATE files SET (reason, detail) = (SELECT reason, detail FROM documents WHERE id = ?1)"
            " WHERE document_id = ?1 AND status = 'indexed'",
            (document_id,),
        )

    def read_again(self, document_ids: Iterable[int]) -> None:
        """Let the files of documents wait to be read, as if they were new."""
        self._connection.executemany(
            "UPDATE files SET status = 'pending', document_id = NULL, extractor = '' WHERE document_id = ?",
            [(i,) for i in document_ids],
        )

    def remove(self, file_ids: Iterable[int]) -> None:
        """Delete files; at once they are in no result."""
        self._connection.executemany("DELETE FROM files WHERE id = ?", [(i,) for i in file_ids])

    def set_absent(self, file_ids: Iterable[int], absence: Absence, missed_ns: int) -> None:
        """Mark absent files as kept; those that waited to be read do so again when they are back."""
        values = (absence, missed_ns, Reason.OFFLINE, FileStatus.FAILED, FileStatus.INDEXED)
        self._connection.executemany(
            "UPDATE files SET absence = ?, missed_ns = ?,"
            # What was read before is found changed when it is back.
            " mtime_ns = CASE status WHEN 'pending' THEN 0 ELSE mtime_ns END,"
            " reason = CASE WHEN status = 'pending' AND document_id IS NULL THEN ? ELSE reason END,"
            " status = CASE WHEN status <> 'pending' THEN status WHEN document_id IS NULL THEN ? ELSE ? END"
            " WHERE id = ?",
            [(*values, file_id) for file_id in file_ids],
        )

    def set_present(self, file_id: int) -> None:
        """Mark a file as there again."""
        self._connection.execute("UPDATE files SET absence = NULL, missed_ns = 0 WHERE id = ?", (file_id,))

    def absent_below(self, directory: Path) -> list[FileRow]:
        """Return the files at or below a path that are kept though they are not there."""
        path = os.fsencode(directory)
        return list(
            self._select("absence IS NOT NULL AND (path = ? OR (path >= ? AND path < ?))", (path, *path_range(path)))
        )

    def count_absent(self, folder_id: int | None = None) -> dict[Absence, int]:
        """Count the files that are kept though absent, in one folder or in all, by the reason."""
        where, values = ("AND folder_id = ?", (folder_id,)) if folder_id is not None else ("", ())
        rows = self._connection.execute(
            f"SELECT absence, count(*) FROM files WHERE absence IS NOT NULL {where} GROUP BY absence", values
        )
        return {Absence(absence): int(count) for absence, count in rows}

    def count_known(self, directory: Path, last_id: int) -> int:
        """Count files on the disk below a directory, up to an id, present or away with their disk."""
        row = self._connection.execute(
            "SELECT count(*) FROM files WHERE path >= ? AND path < ? AND id <= ? AND absence IS NOT ?"
            " AND container_id IS NULL",
            (*path_range(os.fsencode(directory)), last_id, Absence.MANY),
        ).fetchone()
        return int(row[0])

    def last_id(self) -> int:
        """Return the latest id of a file; 0 without files."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM files").fetchone()[0])

    def counts(self, folder_id: int | None = None) -> Counts:
        """Count files by status, in one folder of the library or in all."""
        where, values = ("WHERE folder_id = ?", (folder_id,)) if folder_id is not None else ("", ())
        rows = self._connection.execute(f"SELECT status, count(*) FROM files {where} GROUP BY status", values)
        return Counts(**{str(status): int(count) for status, count in rows})

    def move(self, file_id: int, folder_id: int, path: Path, changed_ns: int = 0) -> None:
        """Move a file and what is in it, changed at that moment; what is known of them stays."""
        self._make_room(path)
        old = self._connection.execute("SELECT path FROM files WHERE id = ?", (file_id,)).fetchone()
        inside = self._connection.execute("SELECT id, path FROM files WHERE outermost_id = ?", (file_id,)).fetchall()
        places = {number: Path(os.fsdecode(os.fsencode(path) + place[len(old[0]) :])) for number, place in inside}
        places[file_id] = path
        self._connection.executemany(
            "UPDATE files SET folder_id = ?, path = ?, parent = ?, shown = ?, absence = NULL, missed_ns = 0"
            " WHERE id = ?",
            [(folder_id, *place_columns(place), number) for number, place in places.items()],
        )
        self._connection.executemany(
            "UPDATE names SET name = ?, folders = ? WHERE file_id = ?",
            [(*name_columns(place), number) for number, place in places.items()],
        )
        self.note_changed(file_id, changed_ns)

    def note_changed(self, file_id: int, changed_ns: int) -> None:
        """Store when a file was changed last, of which that was not known."""
        self._connection.execute("UPDATE files SET changed_ns = ? WHERE id = ?", (changed_ns, file_id))

    def _make_room(self, path: Path) -> None:
        """Remove the file inside another that has this path, where there is a folder now."""
        self._connection.execute("DELETE FROM files WHERE path = ? AND container_id IS NOT NULL", (os.fsencode(path),))

    def exist(self) -> bool:
        """Return True if there is any file."""
        return self._connection.execute("SELECT 1 FROM files LIMIT 1").fetchone() is not None

    def count_by_parent(self) -> dict[Path, int]:
        """Count the files in each folder, those further below aside."""
        rows = self._connection.execute("SELECT parent, count(*) FROM files GROUP BY parent")
        return {Path(os.fsdecode(parent)): int(count) for parent, count in rows}

    def count_since(self, moments_ns: Sequence[int]) -> list[int]:
        """Count the files that changed since each moment, in one pass."""
        if not moments_ns:
            return []
        sums = ", ".join("total(mtime_ns >= ?)" for _ in moments_ns)
        row = self._connection.execute(f"SELECT {sums} FROM files", [*moments_ns]).fetchone()
        return [int(count) for count in row]

    def has_prioritised(self) -> bool:
        """Return whether a file is pending that was changed under watch, which comes first of all."""
        row = self._connection.execute(
            "SELECT 1 FROM files WHERE status = 'pending' AND priority < 0 LIMIT 1"
        ).fetchone()
        return row is not None

    def pending_sizes(self) -> Iterator[tuple[bytes, int]]:
        """Iterate over the paths of the pending files, as bytes, with their sizes."""
        rows = self._connection.execute("SELECT path, size FROM files WHERE status = 'pending' AND absence IS NULL")
        return ((bytes(path), int(size)) for path, size in rows)

    def report(self, status: FileStatus | None, space_id: int | None) -> Iterator[FileReport]:
        """Iterate over all files, or those of one status, by path, with their passages in a space."""
        where, values = ("WHERE f.status = ?", (str(status),)) if status else ("", ())
        rows = self._connection.execute(
            "SELECT f.path, f.status, f.reason, f.detail, coalesce(v.count, 0), coalesce(d.language, 'und'),"
            " f.mtime_ns, f.absence"
            " FROM files f LEFT JOIN documents d ON d.id = f.document_id"
            " LEFT JOIN vectors v ON v.document_id = f.document_id AND v.space_id = ?"
            f" {where} ORDER BY f.path",
            (space_id, *values),
        )
        for path, state, reason, detail, passages, language, modified, absence in rows:
            yield FileReport(
                Path(os.fsdecode(path)),
                FileStatus(state),
                Reason(reason) if reason else None,
                notice_from_text(detail),
                passages,
                language,
                modified,
                Absence(absence) if absence else None,
            )

    def names(self, file_ids: Sequence[int]) -> dict[int, Path]:
        """Return paths by id, of files that still exist."""
        found: dict[int, Path] = {}
        for part in batched(file_ids):
            rows = self._connection.execute(f"SELECT id, path FROM files WHERE id IN ({marks(part)})", part)
            found |= {row[0]: Path(os.fsdecode(row[1])) for row in rows}
        return found

    def count_with_detail(self, detail: Notice) -> int:
        """Count files that are not searchable for a reason with this detail."""
        row = self._connection.execute("SELECT count(*) FROM files WHERE detail = ?", (notice_to_text(detail),))
        return int(row.fetchone()[0])

    def all_ids(self) -> Iterator[int]:
        """Iterate over the ids of all files."""
        return (row[0] for row in self._connection.execute("SELECT id FROM files"))

    def _one(self, where: str, values: tuple[object, ...]) -> FileRow | None:
        return next(self._select(where, values), None)

    def _select(self, where: str, values: tuple[object, ...]) -> Iterator[FileRow]:
        for row in self._connection.execute(f"SELECT {_COLUMNS} FROM files WHERE {where}", values).fetchall():
            yield FileRow(
                id=row[0],
                folder_id=row[1],
                path=Path(os.fsdecode(row[2])),
                stat=Stat(row[3], row[4], int.from_bytes(row[5], "big"), row[14]),
                status=FileStatus(row[6]),
                reason=Reason(row[7]) if row[7] else None,
                detail=notice_from_text(row[8]),
                extractor=row[9],
                attempts=row[10],
                crashes=row[11],
                tried_ns=row[12],
                document_id=row[13],
                absence=Absence(row[15]) if row[15] else None,
                missed_ns=row[16],
                container_id=row[17],
                listed_by=row[18],
            )
