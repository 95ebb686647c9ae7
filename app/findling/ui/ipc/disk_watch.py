"""Watcher of files and folders that any program may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from pathlib import Path

_REST_MS = 300


class DiskWatch(QObject):
    """Watches files and the entries of folders, including those that do not exist yet."""

    changed = Signal()
    """Change on the disk, after which nothing more changed for `rest_ms`."""

    def __init__(self, *paths: Path, rest_ms: int = _REST_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
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
        """Watch what exists now: a replaced file is another one to the system."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = {str(path) for each in self._paths for path in _watched_paths(each)}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(list(new))


def _watched_paths(path: Path) -> list[Path]:
    """Return a path and its nearest existing parent."""
    above = next((folder for folder in path.parents if folder.is_dir()), None)
    return [each for each in (path, above) if each is not None and each.exists()]
