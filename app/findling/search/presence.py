"""Look at whether results' files are still there, which the library may not know yet."""

from __future__ import annotations

import os
import stat as modes
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.domain.search import Result

_PATIENCE_SECONDS = 0.2
"""Time for all files of an answer; on a disk of this computer a few microseconds each do."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Place of a file.

    Attributes:
        modified_ns: when the file on the disk was modified; 1 where that cannot be told.
        outermost: the file on the disk that it is in; None for a file on the disk.
    """

    modified_ns: int = 1
    outermost: Path | None = None


class PresenceCheck:
    """Looks for files in a thread, for a moment only: a drive that hangs holds up no search.

    Used by one thread. What was not seen in time is taken to be there.
    """

    def __init__(self, patience: float = _PATIENCE_SECONDS, stat: Callable[[Path], os.stat_result] = os.lstat) -> None:
        """Create a check; `patience` in seconds, `stat` as `os.lstat`."""
        self._patience = patience
        self._stat = stat
        self._looking: threading.Thread | None = None

    def mark(self, results: Sequence[Result]) -> list[Result]:
        """Return the results in order, each by a place where it still is; marked if there is none."""
        looked_at = list(results)
        if self._looking is not None and self._looking.is_alive():
            return looked_at
        self._looking = threading.Thread(target=self._look, args=(looked_at,), name="presence", daemon=True)
        self._looking.start()
        self._looking.join(self._patience)
        # A copy, for who still looks goes on writing.
        return list(looked_at)

    def _look(self, results: list[Result]) -> None:
        for at, result in enumerate(results):
            if self._find(result.outermost or result.path) is None:
                results[at] = self._move(result)

    def _move(self, result: Result) -> Result:
        """Return a result by the first of its copies that is there."""
        for number, path in enumerate(result.copies):
            if place := self._find(path) or self._find_around(path):
                others = (*result.copies[:number], *result.copies[number + 1 :])
                moved = replace(result, path=path, copies=others, absence=None)
                return replace(moved, modified_ns=place.modified_ns, outermost=place.outermost)
        # Of what is known to be away, as with its disk, it is said why.
        return result if result.absence else replace(result, is_missing=True)

    def _find(self, path: Path) -> _Place | None:
        """Look for a file on the disk; None only if it is not there."""
        try:
            return _Place(self._stat(path).st_mtime_ns)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return _Place()

    def _find_around(self, path: Path) -> _Place | None:
        """Look for the file on the disk that a file is in."""
        for above in path.parents:
            try:
                found = self._stat(above)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError:
                return None
            return _Place(found.st_mtime_ns, above) if modes.S_ISREG(found.st_mode) else None
        return None
