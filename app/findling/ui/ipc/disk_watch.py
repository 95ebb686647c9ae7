"""Tells when files or folders change on the disk, by whomever: other programs change settings and models too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

_REST_MS = 300


class DiskWatch(QObject):
    """Watches some places; one that is not there is waited for."""

    changed = Signal()
    """Something changed, a moment ago; perhaps nothing of interest."""

    def __init__(self, *places: Path, rest_ms: int = _REST_MS, parent: QObject | None = None) -> None:
        """Watch from now on.

        Args:
            places: files, or folders of which only the entries are watched.
            rest_ms: how long they have to rest before it is told.
            parent: owns this object.
        """
        super().__init__(parent)
        self._places = places
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._report)
        self._watcher.fileChanged.connect(self._rest.start)
        self._watcher.directoryChanged.connect(self._rest.start)
        self._watch()

    def _report(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Watch what is there now: a file that was replaced is another one for the system."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(place) for each in self._places for place in _watched_paths(each)}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(list(new))


def _watched_paths(place: Path) -> list[Path]:
    """A place, and where it comes and goes."""
    above = next((folder for folder in place.parents if folder.is_dir()), None)
    return [each for each in (place, above) if each is not None and each.exists()]
