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
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.messages.notice import Notice
    from findling.storage.database import Database
    from findling.storage.file_table import FileRow
    from findling.storage.folder_table import Folder

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

    def exclusion(self, folder: Folder) -> Exclusion:
        """Return the exclusion rules of a folder."""
        return Exclusion(folder.path, (*self._patterns, *folder.exclude), self._own_folders)

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
            _require_present(folder, known=self._database.files.counts(folder.id).found)
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
            stats.add(self._compare(folder, directory, entries, exclusion, retry=retry))
            seen(stats)
        if not waiting:
            stats.removed += self._forget_unvisited(start, visited, unreadable)
        return stats

    def scan_path(self, folder: Folder, path: Path) -> ScanStats:
        """Update one path for which a change was reported."""
        try:
            found = path.lstat()
        except OSError:
            return self._forget_below(path)
        exclusion = self.exclusion(folder)
        if exclusion.covers_somewhere(os.fspath(path)):
            return self._forget_below(path)
        if modes.S_ISDIR(found.st_mode):
            return self.scan(folder, path)
        if not modes.S_ISREG(found.st_mode):
            return self._forget_below(path)
        known = self._database.files.find(path)
        stats = ScanStats(found=1)
        with self._database.transaction():
            stats.unchanged = int(self._note(folder, path, to_stat(found), known, exclusion, retry=False))
        return stats

    def _compare(
        self,
        folder: Folder,
        directory: Path,
        entries: _Entries,
        exclusion: Exclusion,
        *,
        retry: bool,
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
                    stats.unchanged += self._note(folder, Path(os.fsdecode(path)), stat, row, exclusion, retry=retry)
            self._database.files.remove(row.id for row in known.values())
        stats.removed = len(known)
        return stats

    def _note(
        self, folder: Folder, path: Path, stat: Stat, known: FileRow | None, exclusion: Exclusion, *, retry: bool
    ) -> bool:
        """Make a file pending if it has to be read; return whether it is searchable as it is."""
        if known is None:
            self._database.files.add_pending(folder.id, path, stat, _priority(stat))
        elif known.stat != stat or _is_due(known, exclusion, retry=retry):
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

    def _forget_unvisited(self, start: Path, visited: set[bytes], unreadable: list[bytes]) -> int:
        separator = os.fsencode(os.sep)
        gone = [
            row.id
            for row in self._database.files.below(start)
            if (parent := os.fsencode(row.path.parent)) not in visited
            and not any(parent == kept or parent.startswith(kept + separator) for kept in unreadable)
        ]
        with self._database.transaction():
            self._database.files.remove(gone)
        return len(gone)

    def _forget_below(self, path: Path) -> ScanStats:
        gone = [row.id for row in self._database.files.below(path)]
        with self._database.transaction():
            self._database.files.remove(gone)
        return ScanStats(removed=len(gone))


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


def _require_present(folder: Folder, known: int) -> None:
    remedy = Remedy.CONNECT_DISK(folder=folder.path)
    try:
        with os.scandir(folder.path) as listing:
            empty = next(listing, None) is None
    except OSError as error:
        raise FolderOfflineError(
            LibraryMessage.FOLDER_UNREADABLE(folder=folder.path, reason=explain_os_error(error)), remedy
        ) from error
    if empty and known:
        raise FolderOfflineError(LibraryMessage.FOLDER_EMPTY(folder=folder.path, count=known), remedy)


def _is_due(row: FileRow, exclusion: Exclusion, *, retry: bool) -> bool:
    """Return whether an unchanged file has to be read again."""
    if row.status is FileStatus.PENDING:
        return False
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
