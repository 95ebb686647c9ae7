"""Look at whether the files of results are still where they were: the library may not know yet that one is gone."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.domain.search import Result

_PATIENCE_SECONDS = 0.2
"""Time for all files of an answer; on a disk of this computer a few microseconds each do."""


class PresenceCheck:
    """Looks for files in a thread, for no longer than a moment: a network drive that hangs holds up no search.

    Used by one thread. What was not seen in time is taken to be there.
    """

    def __init__(self, patience: float = _PATIENCE_SECONDS, stat: Callable[[Path], os.stat_result] = os.lstat) -> None:
        """Create a check; `patience` in seconds, `stat` as `os.lstat`."""
        self._patience = patience
        self._stat = stat
        self._looking: threading.Thread | None = None

    def mark(self, results: Sequence[Result]) -> list[Result]:
        """Return the results in their order, each by a place where it still is; marked where there is none."""
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
            if self._find(result.path) is None:
                results[at] = self._move(result)

    def _move(self, result: Result) -> Result:
        """Return a result by the first of its copies that is there."""
        for number, path in enumerate(result.copies):
            if modified_ns := self._find(path):
                others = (*result.copies[:number], *result.copies[number + 1 :])
                return replace(result, path=path, modified_ns=modified_ns, copies=others)
        return replace(result, is_missing=True)

    def _find(self, path: Path) -> int | None:
        """Return when a file was modified, or 1 where that cannot be told; None only if it is not there."""
        try:
            return self._stat(path).st_mtime_ns or 1
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return 1
