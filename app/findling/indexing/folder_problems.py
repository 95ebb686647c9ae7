"""Problems of watched folders, reported when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.messages.notice import Notice


class FolderProblems:
    """Latest problems of each watched folder.

    Args:
        report: told all that holds, for every folder, at first and when it is no longer what was told.
    """

    def __init__(self, report: Callable[[tuple[Notice, ...]], None]) -> None:
        self._report = report
        self._notes: dict[Path, tuple[Notice, ...]] = {}
        self._told: tuple[Notice, ...] | None = None

    def note(self, folder: Path, notes: Sequence[Notice]) -> None:
        """Store the problems of a folder; none if all is well."""
        self._notes[folder] = tuple(notes)

    def tell(self) -> None:
        """Report the problems if they changed."""
        # What holds for many folders is said once.
        notes = tuple(dict.fromkeys(note for folder in sorted(self._notes) for note in self._notes[folder]))
        if notes != self._told:
            self._told = notes
            self._report(notes)
