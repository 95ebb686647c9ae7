"""Tells of files that came into watched folders whether the library had them already."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from findling.duplicates.stored_matches import recall_matches
from findling.storage.arrival_table import ArrivalState

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.duplicate_check import CheckedFile
    from findling.duplicates.comparer import Comparer
    from findling.storage.database import Database

_AT_ONCE = 64
_DAY_NS = 86_400 * 10**9
_SHOWN_NS = 14 * _DAY_NS
"""Time for which it is remembered that a file was known when it came."""

_WRITTEN_NS = 600 * 10**9
"""Time within which a file that came may still be written to, and be compared again."""


class ArrivalCheck:
    """Check of files that came, as soon as they were read, before anything is embedded."""

    def __init__(self, database: Database, comparer: Comparer) -> None:
        self._database = database
        self._comparer = comparer

    def run(self, should_stop: Callable[[], bool]) -> tuple[CheckedFile, ...]:
        """Compare what came and was read; return what is like other files. Outside of transactions."""
        rows = self._database.arrivals.read(_AT_ONCE)
        if not rows or should_stop():
            return ()
        self._comparer.compare_first({row.document_id for row in rows if row.document_id is not None}, should_stop)
        if should_stop():
            return ()
        checked = {row.file_id: recall_matches(self._database, row.path, row.document_id) for row in rows}
        known = [file_id for file_id, each in checked.items() if each.verdict.is_known]
        with self._database.transaction():
            arrivals, now = self._database.arrivals, time.time_ns()
            arrivals.settle(list(checked), ArrivalState.NEW)
            arrivals.settle(known, ArrivalState.KNOWN)
            arrivals.forget_before(ArrivalState.NEW, now - _WRITTEN_NS)
            arrivals.forget_before(ArrivalState.KNOWN, now - _SHOWN_NS)
        return tuple(checked[file_id] for file_id in known)
