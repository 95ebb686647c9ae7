"""Folding of raw file system events into paths to look at; every event is only a hint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class EventKind(StrEnum):
    """Kind of change that the system reports for a path."""

    CREATED = "created"
    MODIFIED = "modified"
    MOVED = "moved"
    DELETED = "deleted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Event:
    """One event.

    Attributes:
        target: where it was moved to; None for other kinds, and where that is outside of what is watched.
        is_folder: the path is, or was, a folder.
    """

    kind: EventKind
    path: Path
    target: Path | None = None
    is_folder: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Paths to look at.

    Attributes:
        files: paths to look at once, in the order of their first events; some may be gone.
        folders: paths below which anything may have changed; none lies in another, and no file in any.
    """

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files or self.folders)


class PendingChanges:
    """Changed paths, due after `quiet` seconds without an event, or `max_wait` since the first."""

    def __init__(self, quiet: float = 1.0, max_wait: float = 10.0) -> None:
        self._quiet = quiet
        self._max_wait = max_wait
        self._waiting: dict[Path, _Wait] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, event: Event, now: float) -> None:
        """Take an event that came at `now`, in seconds of any clock that never goes back."""
        for path in _paths(event):
            wait = self._waiting.get(path)
            is_folder = event.is_folder or (wait is not None and wait.is_folder)
            self._waiting[path] = _Wait(wait.first if wait else now, now, is_folder)

    def take(self, now: float) -> Batch:
        """Remove and return the paths that are due at `now`."""
        due = {path: wait for path, wait in self._waiting.items() if self._is_due(wait, now)}
        for path in due:
            del self._waiting[path]
        folders = outermost(path for path, wait in due.items() if wait.is_folder)
        covered = frozenset(folders)
        files = (path for path, wait in due.items() if not wait.is_folder and covered.isdisjoint(path.parents))
        return Batch(tuple(files), folders)

    def _is_due(self, wait: _Wait, now: float) -> bool:
        return now - wait.last >= self._quiet or now - wait.first >= self._max_wait


@dataclass(frozen=True, slots=True)
class _Wait:
    first: float
    last: float
    is_folder: bool


def outermost(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that lie in none of the others, each once, in order."""
    once = dict.fromkeys(folders)
    return tuple(folder for folder in once if once.keys().isdisjoint(folder.parents))


def _paths(event: Event) -> tuple[Path, ...]:
    # A folder is modified by whatever happens in it, and that has events of its own.
    if event.is_folder and event.kind in {EventKind.MODIFIED, EventKind.CLOSED}:
        return ()
    return (event.path,) if event.target is None else (event.path, event.target)
