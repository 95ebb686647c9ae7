"""Judgement of files that are not where they were: deleted, or away with their disk."""

from __future__ import annotations

import os
import stat as modes
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Absence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from findling.storage.database import Database
    from findling.storage.file_table import FileRow

MANY = 10
"""Files of which more than half of a folder went at once that are kept; fewer are soon read again."""

_KEPT_NS = 86_400 * 10**9
"""Time for which those are kept: a folder that was put back is complete by then, and what was deleted has to go."""


@dataclass(frozen=True, slots=True)
class _Region:
    """Part of a folder that lay, or lies now, on one device."""

    top: Path
    is_other_device: bool


class AbsentFiles:
    """Files of one folder of the library that one scan did not find.

    A file is away with its disk where its folder lies on another device than when it was seen, and more than half of
    what lay there is gone: the system gives a disk another number when it is connected again, and then only what was
    deleted is gone. It is kept until it is back or the user forgets it. Where the device is the same, and more than
    half of a folder went at once while nobody looked, all of that is kept for a day.
    """

    def __init__(self, database: Database, root: Path, device_of: Callable[[Path], int | None]) -> None:
        """Begin before a scan; `device_of` numbers the device of a directory, None if there is none."""
        self._database = database
        self._device_of = device_of
        self._root = root
        self._remembered = database.devices.below(root)
        self._last_known = database.files.last_id()
        self._returned: list[Path] = []
        self._places: dict[Path, tuple[Path, int]] = {}

    def note_returned(self, path: Path) -> None:
        """Note that a file is there again that was away."""
        self._returned.append(path)

    def settle(self, gone: Sequence[FileRow], devices: Mapping[Path, int], *, were_seen: bool) -> int:
        """Remove what was deleted, mark the rest, and remember devices; inside a transaction.

        Args:
            gone: files of the folder that were not found, and did not come elsewhere.
            devices: of the directories that were listed.
            were_seen: the system told of each that it was deleted.

        Returns:
            How many files were removed.
        """
        removed: list[int] = []
        away: set[Path] = set()
        for region, rows in self._group(gone).items():
            if region.is_other_device and self._is_away(region.top, rows):
                away.add(region.top)
                self._keep(rows, Absence.DISK)
            else:
                removed += self._judge_others(region.top, rows, were_seen=were_seen)
        self._database.files.remove(removed)
        self._remember(devices, away)
        return len(removed)

    def keep_all(self) -> None:
        """Mark all files of the folder as away with their disk; inside a transaction."""
        self._keep([row for row in self._database.files.below(self._root) if row.absence is None], Absence.DISK)

    def _group(self, gone: Iterable[FileRow]) -> dict[_Region, list[FileRow]]:
        groups: dict[_Region, list[FileRow]] = {}
        for row in gone:
            top, device = self._find_place(row.path.parent)
            was_top = next((each for each in (row.path.parent, *row.path.parents) if each in self._remembered), None)
            is_other = was_top is not None and self._remembered[was_top] != device
            deeper = was_top if was_top is not None and len(was_top.parts) > len(top.parts) else top
            groups.setdefault(_Region(deeper, is_other), []).append(row)
        return groups

    def _find_place(self, directory: Path) -> tuple[Path, int]:
        """Return the folder from which on a directory lies on its device, and that device.

        Of a directory that is not there, what is left of its path counts.
        """
        if directory not in self._places:
            self._places[directory] = self._look(directory)
        return self._places[directory]

    def _look(self, directory: Path) -> tuple[Path, int]:
        device = self._device_of(directory)
        if directory == self._root or self._root not in directory.parents:
            return self._root, device if device is not None else -1
        above, device_above = self._find_place(directory.parent)
        return (above, device_above) if device is None or device == device_above else (directory, device)

    def _is_away(self, region: Path, rows: Sequence[FileRow]) -> bool:
        if any(region in path.parents for path in self._returned):
            return False
        if any(row.absence is Absence.DISK for row in rows):
            return True
        return self._are_most(region, rows)

    def _judge_others(self, region: Path, rows: Sequence[FileRow], *, were_seen: bool) -> list[int]:
        """Keep what went at once with most of its folder, for a day; return the others."""
        now = time.time_ns()
        waiting = [row for row in rows if row.absence is Absence.MANY]
        # A clock that was put back ends their time as well.
        over = [row.id for row in waiting if abs(now - row.missed_ns) >= _KEPT_NS]
        went = [row for row in rows if row.absence is not Absence.MANY]
        if not were_seen and len(went) >= MANY and self._are_most(region, went):
            self._keep(went, Absence.MANY)
            return over
        return over + [row.id for row in went]

    def _are_most(self, region: Path, rows: Sequence[FileRow]) -> bool:
        return 2 * len(rows) > self._database.files.count_known(region, self._last_known)

    def _keep(self, rows: Iterable[FileRow], absence: Absence) -> None:
        self._database.files.set_absent((row.id for row in rows if row.absence is not absence), absence, time.time_ns())

    def _remember(self, devices: Mapping[Path, int], away: set[Path]) -> None:
        """Remember the devices of the root, and of what lies on another than its parent, or did."""
        for directory, device in devices.items():
            is_top = directory == self._root or devices.get(directory.parent, device) != device
            known = self._remembered.get(directory)
            if directory not in away and known != device and (is_top or known is not None):
                self._database.devices.put(directory, device)
        for directory in self._remembered.keys() - devices.keys() - away:
            if self._device_of(directory) is None and not self._database.files.count_known(directory, self._last_known):
                self._database.devices.remove(directory)


def find_device(path: Path) -> int | None:
    """Return the number of the device that a directory lies on; None where there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_dev if modes.S_ISDIR(found.st_mode) else None
