"""Problems of the watched folders, told when they change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.messages.notice import Notice


class FolderProblems:
    """Latest problems of each watched folder."""

    def __init__(self, report: Callable[[tuple[Notice, ...]], None]) -> None:
        """Begin with none; `report` gets all that hold whenever they change."""
        self._report = report
        self._notes: dict[Path, tuple[Notice, ...]] = {}
        self._reported: tuple[Notice, ...] | None = None

    def note(self, folder: Path, notes: Sequence[Notice]) -> None:
        """Store the problems of a folder; none if all is well."""
        self._notes[folder] = tuple(notes)

    def has(self, folder: Path) -> bool:
        """Return True if a folder has problems."""
        return bool(self._notes.get(folder))

    def report_changes(self) -> None:
        """Report the problems if they changed."""
        # A problem of many folders is reported once.
        notes = tuple(dict.fromkeys(note for folder in sorted(self._notes) for note in self._notes[folder]))
        if notes != self._reported:
            self._reported = notes
            self._report(notes)


def has_entries(folder: Path) -> bool:
    """Return whether there is anything in a folder; False where it cannot be read."""
    try:
        with os.scandir(folder) as listing:
            return next(listing, None) is not None
    except OSError:
        return False
