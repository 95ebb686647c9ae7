"""Comparison of folders on the disk with the library, directory by directory."""

from __future__ import annotations

import errno
import os
import stat as modes
import time
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import FileStatus, Reason, Stat
from findling.domain.reasons import PASSING, SET_ASIDE, explain
from findling.errors import FolderOfflineError
from findling.extraction.file_reading import to_stat
from findling.extraction.parsing import STAMP, STAMP_OF_LET_IN
from findling.indexing.exclusion import Exclusion
from findling.indexing.file_moves import FileMoves
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from findling.messages.notice import Notice
    from findling.storage.database import Database
    from findling.storage.file_table import FileRow
    from findling.storage.folder_table import Folder

_AT_ONCE = 500
_NOTHING = Stat(0, 0, 0)
_DAY_NS = 86_400 * 10**9


@dataclass(slots=True)
class ScanStats:
    """Counts of a scan; `unchanged` of the `found` files were searchable already.

    Attributes:
        unreadable: folders that cannot be listed, of which nothing is known.
    """

    found: int = 0
    unchanged: int = 0
    removed: int = 0
    unreadable: int = 0

    def add(self, other: ScanStats) -> None:
        """Add another scan's counts."""
        self.found += other.found
        self.unchanged += other.unchanged
        self.removed += other.removed
        self.unreadable += other.unreadable


class Scanner:
    """Brings the file table up to date with the disk; reads no content."""

    def __init__(self, database: Database, own_folders: tuple[Path, ...], patterns: tuple[str, ...] = ()) -> None:
        """Create a scanner that never enters `own_folders`; `patterns` apply to every folder."""
        self._database = database
        self._own_folders = own_folders
        self._patterns = patterns
        self._exclusions: dict[Folder, Exclusion] = {}

    def exclusion(self, folder: Folder) -> Exclusion:
        """Return the exclusion rules of a folder."""
        if folder not in self._exclusions:
            patterns = (*self._patterns, *folder.exclude)
            self._exclusions[folder] = Exclusion(folder.path, patterns, self._own_folders)
        return self._exclusions[folder]

    def scan(
        self, folder: Folder, below: Path | None = None, *, retry: bool = False,
        seen: Callable[[ScanStats], None] = lambda _: None, should_stop: Callable[[], bool] = lambda: False,
    ) -> ScanStats:  # fmt: skip
        """Scan a folder of the library, or only the directory or file `below` it.

        A folder that is not there, or is suddenly empty, is taken for a disk that is not connected: nothing of it is
        forgotten.

        Raises:
            FolderOfflineError: the folder is not there, may not be read, or is suddenly empty.
        """
        start = below or folder.path
        stats = ScanStats()
        if below is None:
            self._require_present(folder)
        moves = FileMoves(self._database.files)
        is_whole = self._scan_below(folder, start, moves, stats, retry=retry, seen=seen, should_stop=should_stop)
        # What is gone may have come elsewhere, so that it is known only when all was seen.
        if is_whole:
            with self._database.transaction():
                stats.removed += moves.settle()
                self._retry_embedded(folder, start, retry=retry)
        return stats

    def _retry_embedded(self, folder: Folder, start: Path, *, retry: bool) -> None:
        """Make files inside files pending that are to be tried again, though the file around them did not change."""
        for file_id in self._database.embedded.unread(start, None if retry else (*PASSING, *SET_ASIDE)):
            row = self._database.files.get(file_id)
            if row is not None and _is_due(row, self.exclusion(folder), retry=retry):
                self._database.files.set_pending(row.id, row.stat, _priority(row.stat))

    def _scan_below(
        self, folder: Folder, start: Path, moves: FileMoves, stats: ScanStats, *,
        retry: bool, seen: Callable[[ScanStats], None], should_stop: Callable[[], bool],
    ) -> bool:  # fmt: skip
        """Scan a directory and all below it; return whether nothing was left out because it should stop."""
        visited: set[bytes] = set()
        unreadable: list[bytes] = []
        waiting = [start]
        exclusion = self.exclusion(folder)
        while waiting and not should_stop():
            directory = waiting.pop()
            entries = _list(directory, exclusion)
            if isinstance(entries, OSError):
                unreadable.append(os.fsencode(directory))
                stats.unreadable += self._note_unlisted(folder, directory, entries)
                continue
            visited.add(os.fsencode(directory))
            waiting += reversed(entries.directories)
            stats.add(self._compare(folder, directory, entries, moves, retry=retry))
            seen(stats)
        if not waiting:
            moves.leave(self._find_unvisited(start, visited, unreadable))
        return not waiting

    def scan_paths(
        self, folder: Folder, paths: Iterable[Path], should_stop: Callable[[], bool] = lambda: False
    ) -> ScanStats:
        """Update paths for which changes were reported, files and directories, whether or not they are still there."""
        stats = ScanStats()
        moves = FileMoves(self._database.files)
        seen = [(path, self._see(folder, path)) for path in paths]
        # First, so that a file is known where it came to.
        moves.leave(row for path, found in seen if found is None for row in self._database.files.below(path))
        waiting = [(path, found) for path, found in seen if found is not None]
        while waiting and not should_stop():
            part, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
            with self._database.transaction():
                for path, found in part:
                    if not modes.S_ISDIR(found.st_mode):
                        stats.add(self._compare_file(folder, path, to_stat(found), moves))
            for path, found in part:
                if modes.S_ISDIR(found.st_mode) and not should_stop():
                    self._scan_below(
                        folder, path, moves, stats, retry=False, seen=lambda _: None, should_stop=should_stop
                    )
        if not should_stop():
            with self._database.transaction():
                stats.removed += moves.settle()
        return stats

    def _compare_file(self, folder: Folder, path: Path, stat: Stat, moves: FileMoves) -> ScanStats:
        known = {row.path: row for row in self._database.files.below(path)}
        row = known.pop(path, None)
        # It may stand where a directory was.
        moves.leave(known.values())
        return ScanStats(found=1, unchanged=int(self._note(folder, path, stat, row, moves, retry=False)))

    def _see(self, folder: Folder, path: Path) -> os.stat_result | None:
        """Return what is at a path; None where that is neither a file nor a directory to be read."""
        try:
            found = path.lstat()
        except OSError:
            return None
        is_directory = modes.S_ISDIR(found.st_mode)
        if not (is_directory or modes.S_ISREG(found.st_mode)):
            return None
        return None if self.exclusion(folder).covers_somewhere(os.fspath(path), directory=is_directory) else found

    def _compare(
        self, folder: Folder, directory: Path, entries: _Entries, moves: FileMoves, *, retry: bool
    ) -> ScanStats:
        known = self._database.files.in_directory(directory)
        stats = ScanStats(found=len(entries.files))
        # A folder that could not be listed the last time stands among the files, until it can be.
        unlisted = {path: known.pop(path) for path in map(os.fsencode, entries.directories) if path in known}
        with self._database.transaction():
            self._database.files.remove(row.id for path, row in unlisted.items() if _is_listable(path))
            for path, stat in entries.files.items():
                row = known.pop(path, None)
                if isinstance(stat, Reason):
                    if row is None:
                        self._add_unread(folder, Path(os.fsdecode(path)), stat)
                elif stat is not None:
                    stats.unchanged += self._note(folder, Path(os.fsdecode(path)), stat, row, moves, retry=retry)
        moves.leave(known.values())
        return stats

    def _note(
        self, folder: Folder, path: Path, stat: Stat, known: FileRow | None, moves: FileMoves, *, retry: bool
    ) -> bool:
        """Make a file pending if it has to be read; return whether it is searchable as it is."""
        if known is None:
            if moves.come(folder.id, path, stat):
                return True
            added = self._database.files.add_pending(folder.id, path, stat, _priority(stat))
            moves.note_added(added, folder.id, path, stat)
        elif known.stat != stat or _is_due(known, self.exclusion(folder), retry=retry):
            self._database.files.set_pending(known.id, stat, _priority(stat))
        else:
            return known.status is FileStatus.INDEXED
        return False

    def _note_unlisted(self, folder: Folder, directory: Path, error: OSError) -> bool:
        """Note a folder that cannot be listed among the files; return False if it is gone, and nothing to be told."""
        reason = _reason_of(error)
        if reason is None or directory == folder.path:
            return False
        if self._database.files.find(directory) is None:
            with self._database.transaction():
                self._add_unread(folder, directory, reason, FileMessage.FOLDER())
        return True

    def _add_unread(self, folder: Folder, path: Path, reason: Reason, detail: Notice | None = None) -> None:
        file = self._database.files.add_pending(folder.id, path, _NOTHING, 0)
        status = explain(reason).status
        self._database.files.set_unread(file, status, reason, detail, _NOTHING, STAMP, tried_ns=time.time_ns())

    def _find_unvisited(self, start: Path, visited: set[bytes], unreadable: list[bytes]) -> Iterator[FileRow]:
        separator = os.fsencode(os.sep)
        for row in self._database.files.below(start):
            parent = os.fsencode(row.path.parent)
            if parent not in visited and not any(
                parent == kept or parent.startswith(kept + separator) for kept in unreadable
            ):
                yield row

    def _require_present(self, folder: Folder) -> None:
        remedy = Remedy.CONNECT_DISK(folder=folder.path)
        try:
            with os.scandir(folder.path) as listing:
                empty = next(listing, None) is None
        except OSError as error:
            raise FolderOfflineError(
                LibraryMessage.FOLDER_UNREADABLE(folder=folder.path, reason=explain_os_error(error)), remedy
            ) from error
        if empty and (known := self._database.files.counts(folder.id).found):
            raise FolderOfflineError(LibraryMessage.FOLDER_EMPTY(folder=folder.path, count=known), remedy)


@dataclass(frozen=True, slots=True)
class _Entries:
    """Contents of a directory; where the system gives only a file's name, why, or None if it is gone."""

    files: dict[bytes, Stat | Reason | None]
    directories: list[Path]


def _list(directory: Path, exclusion: Exclusion) -> _Entries | OSError:
    """List what is not excluded in a directory, or return why that cannot be done.

    Links are not followed: what they lead to is found where it is, or lies outside.
    """
    try:
        with os.scandir(directory) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        files = {os.fsencode(entry.path): _stat(entry) for entry in entries if entry.is_file(follow_symlinks=False)}
        directories = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError as error:
        return error
    return _Entries(
        {path: stat for path, stat in files.items() if not exclusion.covers(os.fsdecode(path), directory=False)},
        [Path(path) for path in directories if not exclusion.covers(path, directory=True)],
    )


def _is_listable(directory: bytes) -> bool:
    try:
        with os.scandir(directory):
            return True
    except OSError:
        return False


def _reason_of(error: OSError) -> Reason | None:
    """Return why something that is there cannot be looked at; None if it is gone."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return None
    if error.errno in (errno.EACCES, errno.EPERM):
        return Reason.NO_PERMISSION
    return Reason.NAME if error.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ) else Reason.OFFLINE


def _stat(entry: os.DirEntry[str]) -> Stat | Reason | None:
    try:
        # On Windows a directory entry has no file id, so the file itself is asked.
        return to_stat(Path(entry.path).lstat() if os.name == "nt" else entry.stat(follow_symlinks=False))
    except OSError as error:
        return _reason_of(error)


def _is_due(row: FileRow, exclusion: Exclusion, *, retry: bool) -> bool:
    """Return whether an unchanged file has to be read again."""
    if row.status is FileStatus.PENDING:
        return False
    if row.listed_by not in (None, exclusion.digest):
        return True  # what is in it was left out, or let in, by other rules
    if row.status is not FileStatus.INDEXED and (retry or row.reason in PASSING):
        return True
    # A clock that was put back makes it due as well.
    if row.status is FileStatus.FAILED and row.reason in SET_ASIDE and abs(time.time_ns() - row.tried_ns) >= _DAY_NS:
        return True
    return row.extractor != (STAMP_OF_LET_IN if exclusion.lets_in(os.fspath(row.path)) else STAMP)


def _priority(stat: Stat) -> int:
    """Rank recent and small files first: a month of age weighs as much as twice the size."""
    age_days = max(time.time_ns() - stat.mtime_ns, 0) / _DAY_NS
    return int(100 * (log2(1 + stat.size / 10_000) + log2(1 + age_days / 30)))
