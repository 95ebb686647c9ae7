"""Scan of several folders one after another, of which some may be away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.library import Progress
from findling.errors import FolderOfflineError
from findling.indexing.scan import ScanStats
from findling.paths import absolute

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.indexing.run_clock import RunClock
    from findling.indexing.scan import Scanner
    from findling.messages.notice import Notice
    from findling.storage.folder_table import Folder


def scan_folders(
    scanner: Scanner, chosen: Sequence[tuple[Folder, Path]], clock: RunClock, *,
    should_stop: Callable[[], bool], retry: bool = False, follows: bool = False,
) -> tuple[ScanStats, tuple[Notice, ...]]:  # fmt: skip
    """Scan folders of the library, or what lies below them, and report how far it is.

    Args:
        scanner: of the library.
        chosen: each folder with itself, or with the directory or file below it that is to be scanned.
        clock: of the run.
        should_stop: asked several times a second.
        retry: also read files again that failed before and did not change.
        follows: an earlier scan, so that what is new is an arrival.

    Returns:
        What was counted in all of them, and a notice for each that cannot be read.
    """
    total = ScanStats()
    notes: list[Notice] = []
    for folder, path in chosen:
        below = absolute(path)
        try:
            part = scanner.scan(
                folder,
                None if below == folder.path else below,
                retry=retry,
                follows=follows,
                seen=lambda stats: clock.offer(
                    "scanning", lambda: Progress(found=total.found + stats.found, doing="scanning")
                ),
                should_stop=should_stop,
            )
        except FolderOfflineError as error:
            notes.append(error.notice)
            continue
        total.add(part)
    return total, tuple(notes)
