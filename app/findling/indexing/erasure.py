"""Erasure of what was deleted beside its rows on the disk: log, words, thumbnails, trial."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from findling.extraction.previews.thumbnail_cache import ThumbnailCache
from findling.storage.journal import Entry
from findling.storage.trial_folder import TrialFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.index.lexical.deleted_terms import DeletedTerms
    from findling.indexing.index_sync import LexicalIndexSync
    from findling.paths import LibraryPaths
    from findling.storage.database import Database

AT_ONCE = 32_000_000
"""Bytes of segments that the end of a run rewrites whenever they hold deleted text: about eight seconds of work."""

_BYTES_A_SECOND = 70_000
"""Bytes for which a second is let pass at rest: a hundredth of what a second rewrites (docs/benchmarks.md)."""
_LONGEST_SECONDS = 86_400.0
_LOOK_SECONDS = 5.0
_ROUNDS = 3
"""Rounds in which each index is rewritten: a merge in the middle of one takes words along, for the next."""
_STAMP = "erased"


class Erasure:
    """Erases what deleted documents and files left behind, seldom enough to cost little.

    The database overwrites what it deletes, but its log holds it until a checkpoint; and tantivy keeps the words of
    dropped entries until their segment is rewritten, which costs as much as indexing what else is in there.
    """

    def __init__(self, database: Database, words: LexicalIndexSync, paths: LibraryPaths) -> None:
        """Create an eraser for what lies beside a database; requires the writer's lock.

        Args:
            database: of the library.
            words: keeps its word index in step.
            paths: of the library.
        """
        self._database = database
        self._thumbnails = ThumbnailCache(paths.thumbnails)
        self._trial = TrialFolder(paths.trial)
        self._words = words
        self._folder = paths.words
        self._stamp = paths.words / _STAMP
        self._is_clean = False
        self._look_at = 0.0

    def note_changes(self) -> None:
        """Note that something may have been deleted."""
        self._is_clean = False

    def rest(self, should_stop: Callable[[], bool]) -> None:
        """Erase what is due while there is no work; cheap enough for several calls a second."""
        if self._is_clean or time.monotonic() < self._look_at:
            return
        self._look_at = time.monotonic() + _LOOK_SECONDS
        self._is_clean = self.erase(should_stop=should_stop)

    def erase(self, at_once: int = 0, *, should_stop: Callable[[], bool] = lambda: False) -> bool:
        """Erase what is due, or is at most `at_once` bytes; return whether nothing is left.

        Raises:
            LibraryError: the disk is full or failing.
        """
        self._thumbnails.drop_unknown(lambda numbers: self._database.files.names(list(numbers)))
        has_left_trial = self._trial.erase(self._database.contents.find)
        with self._database.transaction():
            self._database.judgements.forget_places()
        return self._erase_words(at_once, should_stop) and has_left_trial

    def _erase_words(self, at_once: int, should_stop: Callable[[], bool]) -> bool:
        for number in range(_ROUNDS):
            found = self._words.find_deleted_terms()
            size = sum(part.size for part in found)
            if not any(part.dead for part in found):
                return self._database.checkpoint()
            is_wanted = number > 0 or size <= at_once or self._is_due(size)
            if should_stop() or not is_wanted or not self._has_room(size):
                return False
            self._renew(found, should_stop)
        return False

    def _renew(self, found: tuple[DeletedTerms, DeletedTerms], should_stop: Callable[[], bool]) -> None:
        for entry, remains in zip((Entry.DOCUMENT, Entry.NAME), found, strict=True):
            if remains.labels:
                self._words.renew(entry, remains.labels, should_stop=should_stop)
        if not should_stop():
            self._stamp.touch(mode=0o600)

    def _is_due(self, size: int) -> bool:
        """Return whether the last time is long enough ago for so much work: a day is always."""
        try:
            # A clock that was put back makes it due as well.
            passed = abs(time.time() - self._stamp.stat().st_mtime)
        except OSError:
            return True
        return passed >= min(size / _BYTES_A_SECOND, _LONGEST_SECONDS)

    def _has_room(self, size: int) -> bool:
        """Return whether old and new segments fit on the disk beside each other, merged once more."""
        return shutil.disk_usage(self._folder).free > 3 * size
