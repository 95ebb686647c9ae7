"""Syncs the indexes with the database: lexical by the journal, vectors by labels."""

from __future__ import annotations

import logging
import os
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from findling.errors import IndexDamagedError
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, NameEntry
from findling.index.vectors.merge_policy import LARGEST_LABEL
from findling.index.vectors.publisher import VectorPublisher, discard
from findling.storage.journal import Change, Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from findling.index.lexical.deleted_terms import DeletedTerms
    from findling.storage.database import Database
    from findling.storage.vector_table import Space

_LOG = logging.getLogger(__name__)

COMMIT_SECONDS = 3.0
"""Time between two commits of the word index; one costs more than all else that is done for a small file."""
_COMMIT_CHANGES = 20_000


class LexicalIndexSync:
    """Applies the journal to the lexical index; requires the writer's lock."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._writer = LexicalWriter.open(folder)
        self._uncommitted = 0
        self._committed_at = time.monotonic()
        self._sequence = self._writer.sequence
        if self._sequence + 1 < database.journal.first() or self._sequence > database.journal.last():
            self._rebuild()

    @property
    def is_committed(self) -> bool:
        """True if all that was applied can be searched for."""
        return not self._uncommitted

    def follow(self, *, should_stop: Callable[[], bool] = lambda: False, commit_after: float = COMMIT_SECONDS) -> None:
        """Apply new journal entries; commit when many are pending or after `commit_after` seconds.

        The time counts from the last commit. Where it should stop, some are applied all the same, so that what a last
        unit of work stored is found.
        """
        while changes := self._database.journal.since(self._sequence):
            for change in changes:
                self._apply(change)
            self._sequence = changes[-1].sequence
            self._uncommitted += len(changes)
            if should_stop():
                break
        waited = time.monotonic() - self._committed_at
        if self._uncommitted >= _COMMIT_CHANGES or (self._uncommitted and waited >= commit_after):
            self.commit()

    def commit(self) -> None:
        """Commit what was applied and truncate the journal up to there."""
        if self._uncommitted:
            self._database.make_durable()
            self._writer.commit(self._sequence)
            with self._database.transaction():
                self._database.journal.forget(self._sequence)
        self._uncommitted = 0
        self._committed_at = time.monotonic()

    def find_deleted_terms(self) -> tuple[DeletedTerms, DeletedTerms]:
        """Commit what was applied; find what dropped documents and names have left in the index."""
        self.commit()
        return self._writer.find_deleted_terms()

    def renew(self, entry: Entry, labels: Sequence[int], *, should_stop: Callable[[], bool] = lambda: False) -> None:
        """Put entries again as the database has them, and commit."""
        with self._writer.renewing():
            for label in labels:
                if should_stop():
                    break
                self._apply(Change(self._sequence, entry, label))
        self._uncommitted = 1
        self.commit()

    def close(self) -> None:
        """Close the writer; what was not committed is applied again next time."""
        self._writer.close()

    def _rebuild(self) -> None:
        """Rebuild from the tables: the journal does not reach back far enough."""
        _LOG.info("rebuilding the word index")
        last = self._database.journal.last()
        for document_id in list(self._database.documents.all_ids()):
            self._apply(Change(last, Entry.DOCUMENT, document_id))
        for file_id in list(self._database.files.all_ids()):
            self._apply(Change(last, Entry.NAME, file_id))
        self._sequence = last
        self._uncommitted = 1
        self.commit()

    def _apply(self, change: Change) -> None:
        if change.entry is Entry.DOCUMENT:
            document = self._database.documents.text(change.subject)
            if document is None:
                self._writer.drop_document(change.subject)
            else:
                title, text, language = document
                self._writer.put_document(LexicalEntry(change.subject, title, text, language))
            return
        path = self._database.files.names([change.subject]).get(change.subject)
        if path is None:
            self._writer.drop_name(change.subject)
        else:
            name, folder = (os.fsencode(part).decode("utf-8", "replace") for part in (path.name, path.parent.name))
            self._writer.put_name(NameEntry(change.subject, name, folder))


class VectorIndexSync:
    """Publishes stored vectors to the vector index; requires the writer's lock."""

    def __init__(self, database: Database, space: Space, folder: Path, threads: int) -> None:
        self._database = database
        self._space = space
        self._folder = folder
        self._threads = threads
        try:
            self._publisher = self._open()
        except IndexDamagedError:
            # An index that is damaged, or another model's, is made again from the database.
            self._publisher = self._renew()

    def limit(self, threads: int) -> None:
        """Build segments with so many threads from the next one on."""
        self._threads = self._publisher.threads = threads

    def publish(
        self,
        *,
        progress: Callable[[int], None] = lambda _: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        """Carry out all merge steps that are due."""
        try:
            self._publish(progress, should_stop)
        except IndexDamagedError:
            self._publisher = self._renew()
            self._publish(progress, should_stop)

    def _open(self) -> VectorPublisher:
        space = self._space
        return VectorPublisher(self._folder, space.fingerprint, space.dimensions, threads=self._threads)

    def _renew(self) -> VectorPublisher:
        discard(self._folder)
        return self._open()

    def _publish(self, progress: Callable[[int], None], should_stop: Callable[[], bool]) -> None:
        while not should_stop():
            segments = self._publisher.segments
            ranges = [(segment.first_label, segment.last_label) for segment in segments]
            *live, tail = self._database.totals.vectors(
                self._space.id, [*ranges, (self._publisher.last_label + 1, LARGEST_LABEL)]
            )
            dead = [max(segment.count - number, 0) for segment, number in zip(segments, live, strict=True)]
            step = self._publisher.plan(tail, dead)
            if step is not None:
                self._database.make_durable()
            if step is None or not self._publisher.publish(
                step, self._rows, progress=progress, should_stop=should_stop
            ):
                return

    def _rows(self, first_label: int, last_label: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
        for found in self._database.vectors.between(first_label, last_label, self._space):
            yield found.labels, found.matrix


def sweep_vectors(folder: Path, spaces: Collection[int]) -> None:
    """Remove the vector indexes of other spaces; what is in use stays until later."""
    kept = {str(space) for space in spaces}
    for entry in folder.glob("*"):
        if entry.name in kept:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            with suppress(OSError):
                entry.unlink()
