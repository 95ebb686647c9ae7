"""Stage in which pending files are read, cut and stored, so that their words find them."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.extraction.origins.written_properties import without_written
from findling.extraction.parsing import READER_STAMP, STAMP_OF_LET_IN
from findling.indexing.attempts import MOST_CRASHES, attempting
from findling.indexing.read_ahead import ReadAhead
from findling.indexing.recognised_text import add_recognised
from findling.indexing.vector_reuse import VectorReuse
from findling.indexing.workload import expect_work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.domain.files import Extraction, Passage, Stat
    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.indexing.embedded_sync import EmbeddedSync
    from findling.indexing.read_ahead import ReadFile
    from findling.indexing.resumable_embedding import ResumableEmbedding
    from findling.indexing.run_stats import RunStats
    from findling.messages.notice import Notice
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database
    from findling.storage.file_table import FileRow

_PLANNED = 64
_WINDOW = 64
_WINDOW_CHARACTERS = 400_000
"""Text from which a window is stored: about a tenth of a second of cutting."""
_GATHER_SECONDS = 0.25
_WAIT_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class _Cut:
    """A file that was read, with its passages; none where its content is known, or has no text."""

    file: ReadFile
    passages: tuple[Passage, ...] = ()


class ReadingStage:
    """Reads pending files and stores their texts, in the order of the table of files.

    A second thread has the files read in the sandbox while this one cuts and stores: a document, its passages, its
    place among those to be embedded and its file's new status come in one transaction.
    """

    def __init__(
        self,
        database: Database,
        reader: Database,
        bound: BoundEmbedder,
        sandbox: Sandbox,
        embedding: ResumableEmbedding,
        inside: EmbeddedSync,
        lets_in: Callable[[FileRow], bool] = lambda _: False,
    ) -> None:
        """Create a stage.

        Args:
            database: written to.
            reader: of the same library; used by the reading thread only.
            bound: cuts the texts, and is asked what is embedded.
            sandbox: used by the reading thread only.
            embedding: for documents that may not lose their vectors until they have new ones.
            inside: keeps the rows of the files in each file.
            lets_in: whether a file is to be read even if it holds keys or passwords.
        """
        self._database = database
        self._reader = reader
        self._embedder = bound.embedder
        self._space = bound.space
        self._embedding = embedding
        self._inside = inside
        self._reuse = VectorReuse(database, bound)
        self._lets_in = lets_in
        self._ahead = ReadAhead(sandbox, self._is_known, lets_in)
        self._held: ReadFile | None = None

    def close(self) -> None:
        """End the reading thread; what was read and not stored waits as before."""
        self._ahead.close()

    def step(self, stats: RunStats, embedded: Callable[[], None], should_stop: Callable[[], bool]) -> bool:
        """Read for a moment and store what was read; return False if there was nothing to read.

        `embedded` is called about every second where documents have to be embedded at once.
        """
        self._ahead.plan(self._choose(stats))
        if self._held is None and self._ahead.is_idle:
            return False
        window = self._gather(should_stop)
        if window:
            stats.current = str(window[-1].row.path)
            self._store_window(window, stats, embedded, should_stop)
        return True

    def _choose(self, stats: RunStats) -> list[FileRow]:
        """Return the next files to read, after setting aside those that crashed too often."""
        rows = self._database.files.next_pending(_PLANNED)
        crashing = [row for row in rows if row.crashes >= MOST_CRASHES]
        if not crashing:
            return rows
        with self._database.transaction():
            for row in crashing:
                self._set_unread(row, Reason.INTERRUPTED, None, row.stat, stats)
        return self._choose(stats)

    def _gather(self, should_stop: Callable[[], bool]) -> list[ReadFile]:
        """Wait for files read, until a window is full or some time is over; suspects come alone."""
        window: list[ReadFile] = []
        characters = 0
        until = time.monotonic() + _GATHER_SECONDS
        while len(window) < _WINDOW and characters < _WINDOW_CHARACTERS:
            found, self._held = self._held or self._take(), None
            if found is None:
                if time.monotonic() >= until or should_stop():
                    break
                continue
            if window and found.row.attempts:
                self._held = found
                break
            window.append(found)
            characters += len(found.outcome.extraction.text) if found.outcome.extraction else 0
            if found.row.attempts or self._ahead.is_exhausted or time.monotonic() >= until:
                break
        return window

    def _take(self) -> ReadFile | None:
        """Return the next file that was read, with the text that was recognised on its pages before."""
        found = self._ahead.take(_WAIT_SECONDS)
        if found is None or found.outcome.pictured is None or found.outcome.content_hash is None:
            return found
        pages = self._database.scans.pages(found.outcome.content_hash)
        return replace(found, outcome=add_recognised(found.outcome, pages))

    def _store_window(
        self,
        window: Sequence[ReadFile],
        stats: RunStats,
        embedded: Callable[[], None],
        should_stop: Callable[[], bool],
    ) -> None:
        """Cut and store what was read; files that changed or went meanwhile are left as they are."""
        with attempting(self._database, self._database.files, [each.row.id for each in window]):
            cuts = [self._cut(each) for each in window]
            replacing = {cut.file.row.id: cut for cut in cuts if cut.passages and self._replaces_vectors(cut)}
            for cut in replacing.values():
                self._replace(cut, stats, embedded, should_stop)
            with self._database.transaction():
                # Last, since what has no text may be a copy of one that has.
                for cut in sorted(cuts, key=lambda cut: cut.file.outcome.extraction is None):
                    if cut.file.row.id not in replacing:
                        self._store(cut, stats)
        self._ahead.settle(window)

    def _cut(self, file: ReadFile) -> _Cut:
        extraction = file.outcome.extraction
        if not extraction or self._is_stored(file):
            return _Cut(file)
        ends = self._reuse.find_ends(file.row.document_id, extraction)
        return _Cut(file, self._embedder.cut(extraction, ends))

    def _is_stored(self, file: ReadFile) -> bool:
        """Return whether a content read anew is stored with the same text, embedded or about to be."""
        assert file.outcome.content_hash is not None
        assert file.outcome.extraction is not None
        known = self._database.documents.find(file.outcome.content_hash)
        return (
            known is not None
            and self._has_passages(self._database, known[0])
            and self._database.documents.says_the_same(known[0], file.outcome.extraction)
        )

    def _replaces_vectors(self, cut: _Cut) -> bool:
        """Return whether a document is embedded that was read otherwise before."""
        assert cut.file.outcome.content_hash is not None
        known = self._database.documents.find(cut.file.outcome.content_hash)
        return known is not None and self._database.vectors.has(known[0], self._space.id)

    def _replace(
        self, cut: _Cut, stats: RunStats, embedded: Callable[[], None], should_stop: Callable[[], bool]
    ) -> None:
        """Store a document again with its vectors, so that meaning finds it all the time."""
        outcome = cut.file.outcome
        read = outcome.extraction
        assert outcome.content_hash is not None
        assert read is not None
        texts = self._embedder.texts(read.title, read.text, cut.passages)

        def advanced(passages: int) -> None:
            stats.note_embedded(passages)
            embedded()

        matrix = self._embedding.embed(outcome.content_hash, texts, advanced, should_stop)
        if matrix is None:
            return
        with self._database.transaction():
            document_id = self._store(cut, stats)
            if document_id is not None:
                self._database.vectors.add(document_id, self._space, cut.passages, matrix)
                self._embedding.forget(outcome.content_hash, len(texts))

    def _store(self, cut: _Cut, stats: RunStats) -> int | None:
        """Store the outcome of a file and return its document; inside a transaction."""
        row, outcome = cut.file.row, cut.file.outcome
        stat = outcome.stat or row.stat
        current = self._database.files.get(row.id)
        if current is None or current.stat not in (row.stat, stat):
            # Forgotten, or changed again, since it was planned.
            return None
        if outcome.content_hash is not None:
            self._database.scans.note(row.id, outcome.content_hash, outcome.pictured)
        if outcome.reason is Reason.VANISHED:
            self._database.files.remove([row.id])
            return None
        self._database.origins.put_file(row.id, without_written(outcome.origins) if outcome.extraction is None else ())
        document_id = None
        if outcome.reason is not None:
            self._set_unread(row, outcome.reason, outcome.detail, stat, stats)
        else:
            assert outcome.content_hash is not None
            document_id = self._store_document(outcome.content_hash, outcome.extraction, cut.passages, row)
            if document_id is None:
                # Its twin in the same window turned out unreadable, or has files in it, which are known by reading
                # alone; this file is read by itself in the next round.
                return None
            self._database.files.set_indexed(row.id, document_id, stat, self._stamp(row))
            stats.note_read(expect_work(os.fsencode(row.path), row.stat.size), len(cut.passages))
        self._inside.update(current, outcome)
        return document_id

    def _store_document(
        self, content_hash: bytes, extraction: Extraction | None, passages: tuple[Passage, ...], row: FileRow
    ) -> int | None:
        known = self._database.documents.find(content_hash)
        if extraction is None:
            if known is None or self._database.embedded.has_holder(known[0]):
                return None
            self._database.queue.raise_priority(known[0], row.id)
            return known[0]
        if known and known[1] == READER_STAMP:
            document_id = known[0]
        elif known and self._database.documents.says_the_same(known[0], extraction):
            document_id = known[0]
            self._database.documents.renew(document_id, READER_STAMP, extraction)
            self._database.origins.put_document(document_id, extraction.origins)
        else:
            document_id = self._database.documents.add(content_hash, READER_STAMP, extraction)
            self._database.origins.put_document(document_id, extraction.origins)
        if passages and not self._has_passages(self._database, document_id):
            self._database.queue.put(document_id, self._space, passages, row.id)
            self._reuse.keep(row.document_id, document_id, extraction, passages)
        return document_id

    def _set_unread(self, row: FileRow, reason: Reason, detail: Notice | None, stat: Stat, stats: RunStats) -> None:
        self._database.files.set_unread(
            row.id, explain(reason).status, reason, detail, stat, self._stamp(row), tried_ns=time.time_ns()
        )
        stats.note_unread(expect_work(os.fsencode(row.path), row.stat.size))

    def _stamp(self, row: FileRow) -> str:
        return STAMP_OF_LET_IN if self._lets_in(row) else READER_STAMP

    def _is_known(self, content_hash: bytes) -> bool:
        """Return whether a content is stored and embedded, or will be; called by the reading thread."""
        known = self._reader.documents.find(content_hash)
        if known is None or known[1] != READER_STAMP or self._reader.embedded.has_holder(known[0]):
            return False
        return self._has_passages(self._reader, known[0])

    def _has_passages(self, database: Database, document_id: int) -> bool:
        return database.vectors.has(document_id, self._space.id) or database.queue.has(document_id, self._space)
