"""Comparison of folders on the disk with the library, directory by directory."""

from __future__ import annotations

import os
import stat as modes
import time
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import FileStatus, Stat
from findling.domain.reasons import PASSING, SET_ASIDE
from findling.errors import FolderOfflineError
from findling.extraction.file_reading import to_stat
from findling.extraction.parsing import STAMP, STAMP_OF_LET_IN
from findling.indexing.exclusion import Exclusion
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.storage.database import Database
    from findling.storage.file_table import FileRow
    from findling.storage.folder_table import Folder

_DAY_NS = 86_400 * 10**9


@dataclass(slots=True)
class ScanStats:
    """Counts of a scan; `unchanged` of the `found` files were searchable already."""

    found: int = 0
    unchanged: int = 0
    removed: int = 0

    def add(self, other: ScanStats) -> None:
        """Add another scan's counts."""
        self.found += other.found
        self.unchanged += other.unchanged
        self.removed += other.removed


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
            if entries is None:
                unreadable.append(os.fsencode(directory))
                continue
            visited.add(os.fsencode(directory))
            waiting += reversed(entries.directories)
            stats.add(self._compare(folder, directory, entries.files, exclusion, retry=retry))
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
        files: dict[bytes, Stat | None],
        exclusion: Exclusion,
        *,
        retry: bool,
    ) -> ScanStats:
        known = self._database.files.in_directory(directory)
        stats = ScanStats(found=len(files))
        with self._database.transaction():
            for path, stat in files.items():
                row = known.pop(path, None)
                if stat is not None:
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
    """Contents of a directory; a file has no `Stat` where the system gives only its name."""

    files: dict[bytes, Stat | None]
    directories: list[Path]


def _list(directory: Path, exclusion: Exclusion) -> _Entries | None:
    """List what is not excluded in a directory; None if it cannot be read.

    Links are not followed: what they lead to is found where it is, or lies outside.
    """
    try:
        with os.scandir(directory) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        files = {os.fsencode(entry.path): _stat(entry) for entry in entries if entry.is_file(follow_symlinks=False)}
        directories = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return None
    return _Entries(
        {path: stat for path, stat in files.items() if not exclusion.covers(os.fsdecode(path), directory=False)},
        [Path(path) for path in directories if not exclusion.covers(path, directory=True)],
    )


def _stat(entry: os.DirEntry[str]) -> Stat | None:
    try:
        # On Windows a directory entry has no file id, so the file itself is asked.
        return to_stat(Path(entry.path).lstat() if os.name == "nt" else entry.stat(follow_symlinks=False))
    except OSError:
        return None


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
