"""Intake of changes on the disk between any two units of other work.

So the table of files follows them all the time.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Self

from findling.indexing.folder_problems import FolderProblems, has_entries
from findling.indexing.watch import Watcher
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from findling.indexing.events import Batch
    from findling.indexing.scan import Scanner
    from findling.messages.notice import Notice
    from findling.storage.folder_table import Folder

    ScanFolder = Callable[[Folder], Sequence[Notice]]

_UNWATCHED = LibraryMessage.UNWATCHED().advising(Remedy.RAISE_WATCH_LIMIT())
_POLL_SECONDS = 0.25


class ChangeIntake:
    """Watches a library's folders, and notes what is to be read or is gone; reads nothing.

    Attributes:
        watcher: of all folders.
    """

    def __init__(
        self,
        folders: Sequence[Folder],
        scanner: Scanner,
        scan: ScanFolder,
        should_stop: Callable[[], bool],
        *,
        offline: Callable[[tuple[Notice, ...]], None] = lambda _: None,
        scans_first: bool = True,
        mounts_of: Callable[[Path], Iterable[Path]] = lambda _: (),
    ) -> None:
        """Begin to watch.

        Args:
            folders: of the library.
            scanner: looks at single paths.
            scan: looks at a whole folder, and returns what is wrong with it.
            should_stop: asked several times a second.
            offline: gets new problems of folders.
            scans_first: see `Watcher`.
            mounts_of: see `Watcher`.
        """
        self._folders = {folder.path: folder for folder in folders}
        self._scanner = scanner
        self._scan = scan
        self._should_stop = should_stop
        self._problems = FolderProblems(offline)
        self._polled_at = 0.0
        self.watcher = Watcher(
            list(self._folders), is_excluded=self._is_excluded, mounts_of=mounts_of, scans_first=scans_first
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.watcher.close()

    def poll(self) -> bool:
        """Take in what has changed, a few times a second at most; return whether anything had.

        Outside of transactions only.
        """
        now = time.monotonic()
        if now - self._polled_at < _POLL_SECONDS:
            return False
        self._polled_at = now
        batch = self.watcher.changes(0.0)
        if batch:
            self.take(batch)
        return bool(batch)

    def take(self, batch: Batch) -> None:
        """Bring the table of files up to date with what has changed."""
        changed = _group(batch.paths, self._folders)
        # Of a folder whose disk is gone nothing is to be forgotten, and once it is back all is looked at.
        lost = {root for root in changed if self._problems.has(root) or not has_entries(root)}
        for root in sorted(lost.union(batch.folders)):
            notes = self._scan(self._folders[root])
            self._problems.note(root, [*notes, _UNWATCHED] if root in self.watcher.refused else notes)
            changed.pop(root, None)
        self._problems.report_changes()
        for root, paths in changed.items():
            self._scanner.scan_paths(self._folders[root], paths, self._should_stop)

    def _is_excluded(self, path: Path, is_folder: bool) -> bool:
        folder = find_covering(self._folders, path)
        return folder is None or (
            path != folder.path
            and self._scanner.exclusion(folder).covers_somewhere(os.fspath(path), directory=is_folder)
        )


def find_covering(folders: Mapping[Path, Folder], path: Path) -> Folder | None:
    """Return the folder of the library that a path lies in; None if it lies in none."""
    return next((folder for root, folder in folders.items() if root == path or root in path.parents), None)


def _group(paths: Sequence[Path], folders: Mapping[Path, Folder]) -> dict[Path, list[Path]]:
    """Group paths by the folder of the library that covers them."""
    groups: dict[Path, list[Path]] = {}
    for path in paths:
        if folder := find_covering(folders, path):
            groups.setdefault(folder.path, []).append(path)
    return groups
