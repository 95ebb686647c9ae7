"""Sealed copies of an encrypted library's indexes, which lie in memory.

Without them they would be built after each start.
"""

from __future__ import annotations

import logging
import re
import time
from typing import TYPE_CHECKING

from findling.encryption.sealed_copies import SealedCopies
from findling.index.index_stamp import read_stamp

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.paths import LibraryPaths

_LOG = logging.getLogger(__name__)

_COPIED = ("words", "vectors", "providers.json", "rerankers.json", "stamp")
"""Names in the cache, of the indexes and of what was measured of this computer.

The stamp, which says of which state of the database they are, is put back last.
"""
_PASSING = re.compile(r"\.tantivy-.*|\.tmp.*|.*\.part")
"""Locks, and what is being written."""
_BETWEEN_SECONDS = 60.0


class IndexCopies:
    """Copies of a library's indexes; of a plain library there are none, and nothing is done.

    Whether they fit the database is for `index_adoption` to judge, and for the journal, as with the indexes themselves.

    Args:
        paths: the library.
        between: seconds between two copies at rest.
    """

    def __init__(self, paths: LibraryPaths, *, between: float = _BETWEEN_SECONDS) -> None:
        self._cache = paths.cache
        self._between = between
        self._copied_at = time.monotonic()
        self._copies = (
            SealedCopies(paths.cache, paths.index_copies, paths.key, _COPIED, _PASSING) if paths.key else None
        )

    def restore(self) -> None:
        """Put the indexes in memory where there are none; those that cannot be are built again."""
        if self._copies is None or read_stamp(self._cache) is not None:
            return
        try:
            self._copies.restore()
        except OSError as error:
            _LOG.warning("the copies of the indexes cannot be read: %s", error)

    def rest(self, should_stop: Callable[[], bool]) -> None:
        """Copy what changed, while nothing else is to be done, now and then."""
        if self._copies is not None and time.monotonic() - self._copied_at >= self._between:
            self.store(should_stop)

    def store(self, should_stop: Callable[[], bool] = lambda: False) -> None:
        """Copy what changed; where the disk is full or fails, the next start rebuilds the indexes."""
        if self._copies is None:
            return
        self._copied_at = time.monotonic()
        try:
            self._copies.store(should_stop)
        except OSError as error:
            _LOG.warning("the indexes cannot be copied: %s", error)
