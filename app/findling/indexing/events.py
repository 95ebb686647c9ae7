"""Folding of raw file system events into paths to look at; every event is only a hint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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
    """Paths to look at; each only once, since none lies in another.

    Attributes:
        paths: files, and directories below which anything may have changed; some may be gone.
        folders: whole folders of the library that have to be scanned.
    """

    paths: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.folders)


class PendingChanges:
    """Changed paths, due after `quiet` seconds without an event, or `max_wait` since the first.

    What was closed after writing is due after half of `quiet`. What was deleted is due after less than a third of it,
    but not before anything else that came: the one may be the other, moved.

    Of which `is_excluded`, given a path and whether it is a folder, says so, nothing is kept.
    """

    def __init__(
        self,
        quiet: float = 1.0,
        max_wait: float = 10.0,
        is_excluded: Callable[[Path, bool], bool] = lambda _path, _is_folder: False,
    ) -> None:
        self._quiet = quiet
        self._max_wait = max_wait
        self._is_excluded = is_excluded
        self._waiting: dict[Path, _Wait] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, event: Event, now: float) -> None:
        """Take an event that came at `now`, in seconds of any clock that never goes back."""
        for path in _paths(event):
            if self._is_excluded(path, event.is_folder):
                continue
            wait = self._waiting.get(path)
            is_folder = event.is_folder or (wait is not None and wait.is_folder)
            self._waiting[path] = _Wait(wait.first if wait else now, now, event.kind, is_folder)

    def take(self, now: float) -> tuple[Path, ...]:
        """Remove and return the paths due at `now`, but for those in a folder that is among them."""
        is_moving = any(wait.kind in _COMING for wait in self._waiting.values())
        patience = {kind: share for kind, share in _PATIENCE.items() if not (is_moving and kind is EventKind.DELETED)}
        due = {
            path: wait
            for path, wait in self._waiting.items()
            if self._is_due(wait, now, self._quiet * patience.get(wait.kind, 1.0))
        }
        for path in due:
            del self._waiting[path]
        folders = outermost(path for path, wait in due.items() if wait.is_folder)
        covered = frozenset(folders)
        files = (path for path, wait in due.items() if not wait.is_folder and covered.isdisjoint(path.parents))
        return (*files, *folders)

    def _is_due(self, wait: _Wait, now: float, quiet: float) -> bool:
        return now - wait.last >= quiet or now - wait.first >= self._max_wait


_PATIENCE = MappingProxyType({EventKind.CLOSED: 0.5, EventKind.DELETED: 0.3})
"""Shares of the quiet that is waited for after events that tell of an end."""

_COMING = frozenset({EventKind.CREATED, EventKind.MOVED})


@dataclass(frozen=True, slots=True)
class _Wait:
    first: float
    last: float
    kind: EventKind
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
