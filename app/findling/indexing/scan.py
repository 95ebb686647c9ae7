"""Comparison of folders on the disk with the library, directory by directory."""

from __future__ import annotations

import os
import stat as modes
import time
from dataclasses import dataclass, field
from math import log2
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import FileStatus, Reason, Stat
from findling.domain.reasons import PASSING, SET_ASIDE, explain
from findling.errors import FolderOfflineError
from findling.exclusion import Exclusion
from findling.extraction.file_reading import to_stat
from findling.extraction.parsing import READER_STAMP, STAMP_OF_LET_IN
from findling.indexing.absent_files import AbsentFiles, find_device
from findling.indexing.directory_listing import (
    DirectoryEntries,
    explain_unlisted,
    is_listable,
    list_directory,
    see_entry,
)
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

    def __init__(
        self,
        database: Database,
        own_folders: tuple[Path, ...],
        patterns: tuple[str, ...] = (),
        device_of: Callable[[Path], int | None] = find_device,
    ) -> None:
        """Create a scanner that never enters `own_folders`; `patterns` apply to every folder.

        `device_of` returns the number of the device that a directory lies on, None where there is none.
        """
        self._device_of = device_of
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
        self, folder: Folder, below: Path | None = None, *, retry: bool = False, follows: bool = False,
        seen: Callable[[ScanStats], None] = lambda _: None, should_stop: Callable[[], bool] = lambda: False,
    ) -> ScanStats:  # fmt: skip
        """Scan a folder of the library, or only the directory or file `below` it.

        A folder that is not there, or is suddenly empty, is taken for a disk that is not connected: its files are away
        with it, and nothing of them is forgotten. So are those below it whose own disk is away (`AbsentFiles`).
        Where it `follows` an earlier scan, what is new is an arrival.

        Raises:
            FolderOfflineError: the folder is not there, may not be read, or is suddenly empty.
        """
        run = self._begin(folder, retry=retry, seen=seen, should_stop=should_stop)
        # Of a folder that is new to the library nothing has just come.
        is_followed = follows and self._database.files.counts(folder.id).found > 0
        if below is None:
            self._require_present(folder, run.absent)
        is_whole = self._scan_below(folder, below or folder.path, run)
        # What is gone may have come elsewhere, so that it is known only when all was seen.
        if is_whole:
            self._settle(run)
            self._retry_embedded(below or folder.path, run)
            if is_followed:
                self._note_arrivals(run)
        return run.stats

    def _begin(
        self, folder: Folder, *, retry: bool = False, seen: Callable[[ScanStats], None] = lambda _: None,
        should_stop: Callable[[], bool],
    ) -> _Run:  # fmt: skip
        absent = AbsentFiles(self._database, folder.path, self._device_of)
        exclusion = self.exclusion(folder)
        return _Run(FileMoves(self._database.files), absent, exclusion, seen, should_stop, retry=retry)

    def _settle(self, run: _Run, *, were_seen: bool = False) -> None:
        """Move what came elsewhere, and remove or mark what did not."""
        with self._database.transaction():
            gone = run.moves.settle()
            # What the user leaves out is to go, however much it is.
            left_out = {row.id for row in gone if run.exclusion.covers_somewhere(os.fspath(row.path))}
            self._database.files.remove(left_out)
            missed = [row for row in gone if row.id not in left_out]
            run.stats.removed += len(left_out) + run.absent.settle(missed, run.devices, were_seen=were_seen)

    def _retry_embedded(self, start: Path, run: _Run) -> None:
        """Make files inside unchanged files pending that are to be tried again."""
        with self._database.transaction():
            for file_id in self._database.embedded.unread(start, None if run.retry else (*PASSING, *SET_ASIDE)):
                row = self._database.files.get(file_id)
                if row is not None and row.absence is None and _is_due(row, run.exclusion, retry=run.retry):
                    self._database.files.set_pending(row.id, row.stat, _priority(row.stat))

    def _scan_below(self, folder: Folder, start: Path, run: _Run) -> bool:
        """Scan a directory and all below it; return whether nothing was left out for a stop."""
        visited: set[bytes] = set()
        unreadable: list[bytes] = []
        waiting = [start]
        while waiting and not run.should_stop():
            directory = waiting.pop()
            entries = list_directory(directory, run.exclusion)
            if isinstance(entries, OSError):
                unreadable.append(os.fsencode(directory))
                run.stats.unreadable += self._note_unlisted(folder, directory, entries)
                continue
            waiting += reversed(entries.directories)
            gone = self._compare(folder, directory, entries, run)
            if gone is None:
                return False
            if (device := self._device_of(directory)) is not None:
                run.devices[directory] = device
            visited.add(os.fsencode(directory))
            run.moves.leave(gone)
        if not waiting:
            run.moves.leave(self._find_unvisited(start, visited, unreadable))
        return not waiting

    def scan_paths(
        self, folder: Folder, paths: Iterable[Path], should_stop: Callable[[], bool] = lambda: False
    ) -> ScanStats:
        """Update the paths, files or directories, for which changes were reported, there or not.

        What is to be read of them is read before all that waits.
        """
        run = self._begin(folder, should_stop=should_stop)
        seen = [(path, self._see(folder, path)) for path in paths]
        # First, so that a file is known where it came to.
        run.moves.leave(row for path, found in seen if found is None for row in self._database.files.below(path))
        waiting = [(path, found) for path, found in seen if found is not None]
        while waiting and not should_stop():
            part, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
            with self._database.transaction():
                for path, found in part:
                    if not modes.S_ISDIR(found.st_mode):
                        self._compare_file(folder, path, to_stat(found), run)
            for path, found in part:
                if modes.S_ISDIR(found.st_mode) and not should_stop():
                    self._scan_below(folder, path, run)
        if not should_stop():
            self._settle(run, were_seen=True)
        with self._database.transaction():
            self._database.files.prioritise((path for path, found in seen if found is not None), time.time_ns())
        self._note_arrivals(run)
        return run.stats

    def _note_arrivals(self, run: _Run) -> None:
        """Note what came, once it is known what of it was only moved within the library."""
        with self._database.transaction():
            self._database.arrivals.add(run.added, time.time_ns())
            self._database.arrivals.reopen(run.changed)

    def _compare_file(self, folder: Folder, path: Path, stat: Stat, run: _Run) -> None:
        known = {row.path: row for row in self._database.files.below(path)}
        row = known.pop(path, None)
        # It may stand where a directory was.
        run.moves.leave(known.values())
        run.stats.found += 1
        run.stats.unchanged += self._note(folder, path, stat, row, run)

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
        self, folder: Folder, directory: Path, entries: DirectoryEntries, run: _Run
    ) -> Iterable[FileRow] | None:
        """Compare a directory's files, some at a time, so that those seen can be found by name.

        Returns:
            The known files that are not there any more; None where it was stopped before that was known.
        """
        known = self._database.files.in_directory(directory)
        # A folder that could not be listed the last time stands among the files, until it can be.
        unlisted = {path: known.pop(path) for path in map(os.fsencode, entries.directories) if path in known}
        with self._database.transaction():
            self._database.files.remove(row.id for path, row in unlisted.items() if is_listable(path))
        for start in range(0, len(entries.files), _AT_ONCE):
            if run.should_stop():
                return None
            with self._database.transaction():
                for entry in entries.files[start : start + _AT_ONCE]:
                    if not run.exclusion.covers(entry.path, directory=False):
                        run.stats.found += 1
                        run.stats.unchanged += self._compare_entry(folder, entry, known, run)
            run.seen(run.stats)
        return known.values()

    def _compare_entry(self, folder: Folder, entry: os.DirEntry[str], known: dict[bytes, FileRow], run: _Run) -> bool:
        """Compare a file, take it out of the known ones, and return whether it is searchable now."""
        row = known.pop(os.fsencode(entry.path), None)
        stat = see_entry(entry)
        if isinstance(stat, Reason):
            if row is None:
                self._add_unread(folder, Path(entry.path), stat)
            return False
        return stat is not None and self._note(folder, Path(entry.path), stat, row, run)

    def _note(self, folder: Folder, path: Path, stat: Stat, known: FileRow | None, run: _Run) -> bool:
        """Make a file pending if it has to be read; return whether it is searchable as it is."""
        if known is None:
            if run.moves.come(folder.id, path, stat):
                return True
            added = self._database.files.add_pending(folder.id, path, stat, _priority(stat))
            run.added.append(added)
            run.moves.note_added(added, folder.id, path, stat)
            return False
        if known.absence is not None:
            self._database.files.set_present(known.id)
            run.absent.note_returned(path)
        if stat.is_changed(known.stat) or _is_due(known, run.exclusion, retry=run.retry):
            self._database.files.set_pending(known.id, stat, _priority(stat))
            run.changed.append(known.id)
            return False
        if stat.changed_ns and not known.stat.changed_ns:
            self._database.files.note_changed(known.id, stat.changed_ns)
        return known.status is FileStatus.INDEXED

    def _note_unlisted(self, folder: Folder, directory: Path, error: OSError) -> bool:
        """Note a folder that cannot be listed among the files.

        Returns:
            False if it is gone, and nothing is to be told of it.
        """
        reason = explain_unlisted(error)
        if reason is None or directory == folder.path:
            return False
        if self._database.files.find(directory) is None:
            with self._database.transaction():
                self._add_unread(folder, directory, reason, FileMessage.FOLDER())
        return True

    def _add_unread(self, folder: Folder, path: Path, reason: Reason, detail: Notice | None = None) -> None:
        file = self._database.files.add_pending(folder.id, path, _NOTHING, 0)
        status = explain(reason).status
        self._database.files.set_unread(file, status, reason, detail, _NOTHING, READER_STAMP, tried_ns=time.time_ns())

    def _find_unvisited(self, start: Path, visited: set[bytes], unreadable: list[bytes]) -> Iterator[FileRow]:
        separator = os.fsencode(os.sep)
        for row in self._database.files.below(start):
            parent = os.fsencode(row.path.parent)
            if parent not in visited and not any(
                parent == kept or parent.startswith(kept + separator) for kept in unreadable
            ):
                yield row

    def _require_present(self, folder: Folder, absent: AbsentFiles) -> None:
        try:
            self._look_into(folder)
        except FolderOfflineError:
            with self._database.transaction():
                absent.keep_all()
            raise

    def _look_into(self, folder: Folder) -> None:
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


@dataclass(slots=True)
class _Run:
    """One scan, as far as it has come.

    Attributes:
        devices: of the directories that were listed.
        added, changed: files that are to be read, by their ids.
    """

    moves: FileMoves
    absent: AbsentFiles
    exclusion: Exclusion
    seen: Callable[[ScanStats], None]
    should_stop: Callable[[], bool]
    retry: bool = False
    stats: ScanStats = field(default_factory=ScanStats)
    devices: dict[Path, int] = field(default_factory=dict)
    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)


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
    return row.extractor != (STAMP_OF_LET_IN if exclusion.lets_in(os.fspath(row.path)) else READER_STAMP)


def _priority(stat: Stat) -> int:
    """Rank recent and small files first: a month of age weighs as much as twice the size."""
    age_days = max(time.time_ns() - stat.mtime_ns, 0) / _DAY_NS
    return int(100 * (log2(1 + stat.size / 10_000) + log2(1 + age_days / 30)))
