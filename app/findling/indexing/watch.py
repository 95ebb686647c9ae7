"""Watching of folders: events where the system reports them, else periodic scans."""

from __future__ import annotations

import logging
import os
import queue
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)

from findling.indexing.events import Batch, Event, EventKind, PendingChanges
from findling.indexing.selective_observer import make_observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

_WAIT_SECONDS = 0.25
_REST_SECONDS = 1.0
_END_SECONDS = 5.0
_MOST_WAITING = 50_000

_EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
_NETWORK = frozenset(
    {"9p", "afs", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WatchIntervals:
    """Intervals of a watch in seconds.

    Attributes:
        quiet: without an event of a path, before it is looked at.
        check: between looks at whether the watch still stands.
        live: between scans of folders whose changes are reported, since some get lost without a word.
        poll: between scans of folders whose changes are not: on network drives, or more than may be watched.
    """

    quiet: float = 1.0
    check: float = 5.0
    live: float = 3600.0
    poll: float = 300.0


_INTERVALS = WatchIntervals()


class Watcher:
    """Watches folders; used by one thread.

    Args:
        folders: absolute; those that are not there are waited for.
        is_excluded: given a path and whether it is a folder, returns whether it is left out, as the library's own
            folders have to be, which every scan writes to; other threads ask it as well.
        mounts_of: given a folder, returns the folders below it on other disks, which come and go without an event.
        intervals: how long it waits, and for what.
        scans_first: begin with a scan of all folders, for between the last one and this watch something may have
            changed.

    Attributes:
        refused: folders that the system would have to report of, but does not, for want of watches.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        *,
        is_excluded: Callable[[Path, bool], bool] = lambda _path, _is_folder: False,
        mounts_of: Callable[[Path], Iterable[Path]] = lambda _folder: (),
        intervals: WatchIntervals = _INTERVALS,
        scans_first: bool = True,
    ) -> None:
        self._mounts_of = mounts_of
        self._events: queue.Queue[Event] = queue.Queue()
        self._overflow = _Overflow()
        self._is_excluded = is_excluded
        self._intervals = intervals
        self._changes = self._wait_anew()
        self._folders = tuple(folders)
        self._roots = {folder: self._identify(folder) for folder in folders}
        self._scanned = dict.fromkeys(folders, time.monotonic())
        self._checked = time.monotonic()
        self._to_scan = dict.fromkeys(folders if scans_first else ())
        self._observer: BaseObserver | None = None
        self._unwatched: frozenset[Path] = frozenset()
        self.refused: frozenset[Path] = frozenset()
        self._watched = time.monotonic()
        logging.getLogger("watchdog").addHandler(self._overflow)
        self._watch()

    @property
    def live(self) -> bool:
        """True if the system reports changes of every existing folder."""
        return not self._unwatched

    def changes(self, timeout: float) -> Batch:
        """Wait up to `timeout` seconds for changed paths, and folders to scan; may be empty."""
        self._collect(timeout)
        now = time.monotonic()
        if now - self._checked >= self._intervals.check or self._overflow.happened.is_set():
            self._checked = now
            self._check(now)
        due = self._changes.take(now)
        self._to_scan.update(dict.fromkeys(path for path in due if path in self._roots))
        # A missing folder is included: its scan reports that.
        scans = frozenset(self._to_scan)
        self._to_scan.clear()
        self._scanned.update(dict.fromkeys(scans, now))
        paths = (path for path in due if scans.isdisjoint((path, *path.parents)))
        return Batch(tuple(paths), tuple(sorted(scans)))

    def close(self) -> None:
        """Stop watching."""
        logging.getLogger("watchdog").removeHandler(self._overflow)
        self._unwatch()

    def _collect(self, timeout: float) -> None:
        try:
            self._changes.add(self._events.get(timeout=timeout), time.monotonic())
            while len(self._changes) < _MOST_WAITING:
                self._changes.add(self._events.get_nowait(), time.monotonic())
        except queue.Empty:
            return
        self._changes = self._wait_anew()
        self._to_scan.update(dict.fromkeys(self._folders))

    def _wait_anew(self) -> PendingChanges:
        return PendingChanges(self._intervals.quiet, is_excluded=self._is_excluded)

    def _check(self, now: float) -> None:
        """Detect what no event reports: lost events, a dead watch, replaced folders, due polls."""
        roots = {folder: self._identify(folder) for folder in self._folders}
        moved = [folder for folder in self._folders if roots[folder] != self._roots[folder]]
        if moved or not (self.refused or self._is_alive()):
            self._roots = roots
            self._renew()
            self._to_scan.update(dict.fromkeys(moved or self._folders))
        elif self.refused and now - self._watched >= self._intervals.poll:
            # Other programs may have released watches; scans cover these folders meanwhile.
            self._to_scan.update(dict.fromkeys(self.refused))
            self._renew()
        if self._overflow.happened.is_set():
            self._overflow.happened.clear()
            self._to_scan.update(dict.fromkeys(self._folders))
        for folder in self._folders:
            if now - self._scanned[folder] >= (
                self._intervals.poll if folder in self._unwatched else self._intervals.live
            ):
                self._to_scan[folder] = None

    def _identify(self, folder: Path) -> tuple[object, ...] | None:
        """Return what identifies a folder and the disks below it; None if it is not there."""
        itself = _identity(folder)
        return (itself, *map(_identity, self._mounts_of(folder))) if itself else None

    def _renew(self) -> None:
        self._unwatch()
        self._watch()

    def _watch(self) -> None:
        self._watched = time.monotonic()
        self.refused = frozenset()
        there = [folder for folder in self._folders if self._roots[folder]]
        remote = frozenset(filter(is_remote, there))
        self._unwatched = remote
        local = [folder for folder in there if folder not in remote]
        try:
            self._observer = make_observer(self._is_excluded)
            self._observer.start()
            for folder in local:
                self._observer.schedule(_Handler(self._events), str(folder), recursive=True, event_filter=_EVENTS)
            all_watched = count_watches() >= sum(map(self._count_folders, local))
        except OSError as error:  # no watches left, or no permission
            _log.warning("the folders cannot be watched: %s", error)
            all_watched = False
        if not all_watched:
            _log.warning("the system does not let every folder be watched")
            self._unwatched = frozenset(there)
            self.refused = frozenset(local)

    def _count_folders(self, folder: Path) -> int:
        """Count the folders that are to be watched, `folder` among them."""
        count = 0
        for above, names, _ in os.walk(folder):
            count += 1
            names[:] = [name for name in names if not self._is_excluded(Path(above, name), True)]
        return count

    def _unwatch(self) -> None:
        if self._observer is not None and self._observer.is_alive():
            self._observer.stop()
            self._observer.join(_END_SECONDS)
        self._observer = None

    def _is_alive(self) -> bool:
        observer = self._observer
        return observer is not None and observer.is_alive() and all(each.is_alive() for each in observer.emitters)


def follow(
    watcher: Watcher,
    look: Callable[[Batch], None],
    should_stop: Callable[[], bool],
    idle: Callable[[], bool] = lambda: False,
) -> None:
    """Pass on changes until stopped.

    `idle` returns whether more can be done meanwhile; if not, it is asked again after a change, or after a second.
    """
    more, asked = True, 0.0
    while not should_stop():
        batch = watcher.changes(0.0 if more else _WAIT_SECONDS)
        if batch:
            look(batch)
        if batch or more or time.monotonic() - asked >= _REST_SECONDS:
            more, asked = idle(), time.monotonic()


def is_remote(folder: Path) -> bool:
    """Return whether a folder lies on a network drive, whose changes are not reported."""
    mounts = {Path(mount.mountpoint): mount.fstype for mount in psutil.disk_partitions(all=True)}
    nearest = next((mounts[each] for each in (folder, *folder.parents) if each in mounts), "")
    return nearest.lower() in _NETWORK or (sys.platform == "win32" and str(folder).startswith("\\\\"))


class _Handler(FileSystemEventHandler):
    """Queues translated events."""

    def __init__(self, events: queue.Queue[Event]) -> None:
        self._events = events

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(os.fsdecode(event.src_path))
        target = Path(os.fsdecode(event.dest_path)) if event.dest_path else None
        self._events.put(Event(EventKind(event.event_type), path, target, event.is_directory))


class _Overflow(logging.Handler):
    """Detects lost events, which the observer reports in its log only."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.happened = threading.Event()

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - any warning will do
        self.happened.set()


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return device and inode, which tell a folder from another of the same name."""
    try:
        stat = folder.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


def count_watches() -> float:
    """Count the folders that the kernel watches for this process; infinity if unknown."""
    if sys.platform != "linux":
        return float("inf")
    infos = []
    for info in Path("/proc/self/fdinfo").iterdir():
        try:
            infos.append(info.read_text("ascii"))
        except OSError:  # closed in between
            continue
    return sum(text.count("inotify wd:") for text in infos)
