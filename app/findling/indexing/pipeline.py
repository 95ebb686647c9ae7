"""Pipeline of pending files: read and extract, cut, embed, store."""

from __future__ import annotations

import os
import queue
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import numpy as np

from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.errors import FindlingError
from findling.extraction.parsing import STAMP, STAMP_OF_LET_IN
from findling.indexing.adaptive_batch import AdaptiveBatcher
from findling.indexing.resumable_embedding import LONG, ResumableEmbedding
from findling.indexing.workload import expect_work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.domain.files import Extraction, Passage, Stat
    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.extraction.sandbox.read_outcome import ReadOutcome
    from findling.indexing.embedded_sync import EmbeddedSync
    from findling.messages.notice import Notice
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database
    from findling.storage.file_table import FileRow

_READ_AHEAD = 8
_MOST_CRASHES = 2
_JOBS = 64


@dataclass(slots=True)
class PipelineStats:
    """Counts of a run so far.

    Attributes:
        chunks: passages that were embedded; `stored` of them belong to files that are done.
        current: the file that was read last.
        expected: what the files that are done were expected to be: see `workload.expect_work`.
    """

    indexed: int = 0
    unread: int = 0
    chunks: int = 0
    current: str = ""
    expected: float = 0.0
    stored: int = 0


@dataclass(frozen=True, slots=True)
class _Job:
    row: FileRow
    outcome: ReadOutcome


@dataclass(frozen=True, slots=True)
class _Cut:
    """A job with its passages and the text to embed for each; none where it has its vectors."""

    job: _Job
    passages: tuple[Passage, ...] = ()
    texts: Sequence[str] = ()


@dataclass(slots=True)
class _Window:
    """Documents to be embedded together, in the order in which their files were read."""

    jobs: list[_Job] = field(default_factory=list)
    passages: int = 0


class Pipeline:
    """One run over the pending files.

    A second thread has the files read in the sandbox while this one cuts, embeds and stores: a document, its passages,
    its vectors and its file's new status come in one transaction.
    """

    def __init__(
        self,
        database: Database,
        reader: Database,
        bound: BoundEmbedder,
        sandbox: Sandbox,
        lets_in: Callable[[FileRow], bool] = lambda _: False,
        embedded: EmbeddedSync | None = None,
    ) -> None:
        """Create a pipeline; `reader` is used by the reading thread only.

        `lets_in` returns whether a file is to be read even if it holds keys or passwords. Files inside files are left
        alone unless there is somebody to keep them.
        """
        self._embedded_sync = embedded
        self._lets_in = lets_in
        self._database = database
        self._reader = reader
        self._embedder = bound.embedder
        self._batcher = AdaptiveBatcher(bound)
        self._resumable = ResumableEmbedding(database, bound.space, self._batcher)
        self._space = bound.space
        self._sandbox = sandbox
        self.stats = PipelineStats()
        self._embedded: Callable[[], None] = lambda: None

    def run(self, *, stored: Callable[[], None], embedded: Callable[[], None], should_stop: Callable[[], bool]) -> None:
        """Process pending files; `stored` is called after each window, `embedded` every second."""
        self._embedded = embedded
        while not should_stop() and (rows := self._take()):
            with _Reading(self._sandbox, rows, self._is_known, self._lets_in) as reading:
                self._consume(reading, stored, should_stop)
        if not should_stop() and self._database.unfinished.exist():
            with self._database.transaction():
                self._database.unfinished.clear(self._space)

    def _take(self) -> list[FileRow]:
        """Return the next files to read, after setting aside those that crashed too often."""
        rows = self._database.files.next_pending(_JOBS)
        crashing = [row for row in rows if row.crashes >= _MOST_CRASHES]
        if not crashing:
            return rows
        with self._database.transaction():
            for row in crashing:
                self._set_unread(row, Reason.INTERRUPTED, None, row.stat)
        return self._take()

    def _consume(self, reading: _Reading, stored: Callable[[], None], should_stop: Callable[[], bool]) -> None:
        window = _Window()
        for row, outcome in reading.outcomes(should_stop):
            self.stats.current = str(row.path)
            suspect = row.attempts > 0
            if suspect:
                window = self._flush(window, stored, should_stop)
            window.jobs.append(_Job(row, outcome))
            window.passages += _estimate(outcome)
            if suspect or window.passages >= self._batcher.passages or len(window.jobs) >= _JOBS or reading.idle:
                window = self._flush(window, stored, should_stop)
        self._flush(window, stored, should_stop)

    def _flush(self, window: _Window, stored: Callable[[], None], should_stop: Callable[[], bool]) -> _Window:
        """Embed and store a window; what is not stored when stopped meanwhile waits as before."""
        if not window.jobs:
            return window
        with self._attempting(window):
            cuts = [self._cut(job) for job in window.jobs]
            short = [cut for cut in cuts if 0 < len(cut.texts) < LONG]
            texts = [text for cut in short for text in cut.texts]
            self._store_all(short, self._batcher.embed(texts, self._advance, should_stop))
            for cut in cuts:
                if len(cut.texts) >= LONG:
                    self._store_all([cut], self._embed_long(cut, should_stop))
            # Last, since what has no text may be a copy of one that has.
            self._store_all([cut for cut in cuts if not cut.texts], np.empty((0, self._space.dimensions), np.float32))
        stored()
        return _Window()

    def _embed_long(self, cut: _Cut, should_stop: Callable[[], bool]) -> NDArray[np.float32] | None:
        assert cut.job.outcome.content_hash is not None
        return self._resumable.embed(cut.job.outcome.content_hash, cut.texts, self._advance, should_stop)

    @contextmanager
    def _attempting(self, window: _Window) -> Iterator[None]:
        """Note that the files of a window are worked on, so that the end of this process tells which they were."""
        files = [job.row.id for job in window.jobs]
        with self._database.transaction():
            self._database.files.begin(files)
        try:
            yield
        except FindlingError:
            # A server that is away, a full disk: the files are not to blame.
            with self._database.transaction():
                self._database.files.release(files)
            raise
        except Exception as error:
            with self._database.transaction():
                self._database.files.suspend_begun(crashed=not isinstance(error, MemoryError))
            raise
        with self._database.transaction():
            self._database.files.release(files)

    def _store_all(self, cuts: Sequence[_Cut], matrix: NDArray[np.float32] | None) -> None:
        """Store documents with their rows of a matrix; None if embedding was stopped."""
        if matrix is None:
            return
        start = 0
        for cut in cuts:
            self._store(cut.job, cut.passages, matrix[start : start + len(cut.texts)])
            start += len(cut.texts)

    def _cut(self, job: _Job) -> _Cut:
        extraction = job.outcome.extraction
        if not extraction or self._is_embedded(job.outcome):
            return _Cut(job)
        passages = self._embedder.cut(extraction)
        return _Cut(job, passages, self._embedder.texts(extraction, passages))

    def _is_embedded(self, outcome: ReadOutcome) -> bool:
        """Return whether a content that another reader read before says the same now, and has its vectors."""
        assert outcome.content_hash is not None
        assert outcome.extraction is not None
        known = self._database.documents.find(outcome.content_hash)
        return (
            known is not None
            and self._database.vectors.has(known[0], self._space.id)
            and self._database.documents.says_the_same(known[0], outcome.extraction)
        )

    def _advance(self, passages: int) -> None:
        self.stats.chunks += passages
        self._embedded()

    def _store(self, job: _Job, passages: tuple[Passage, ...], matrix: NDArray[np.float32]) -> None:
        row, outcome = job.row, job.outcome
        stat = outcome.stat or row.stat
        self.stats.expected += expect_work(os.fsencode(row.path), row.stat.size)
        self.stats.stored += len(passages)
        with self._database.transaction():
            if outcome.reason is Reason.VANISHED:
                self._database.files.remove([row.id])
            elif outcome.reason is not None:
                self._set_unread(row, outcome.reason, outcome.detail, stat)
            else:
                assert outcome.content_hash is not None
                document_id = self._store_document(outcome.content_hash, outcome.extraction, passages, matrix)
                if document_id is None:
                    # Its twin in the same window turned out unreadable, or has files in it, which are known by reading
                    # alone; this file is read by itself in the next round.
                    return
                self._database.files.set_indexed(row.id, document_id, stat, self._stamp(row))
                self.stats.indexed += 1
            if self._embedded_sync is not None and outcome.reason is not Reason.VANISHED:
                self._embedded_sync.update(row, outcome)

    def _store_document(
        self,
        content_hash: bytes,
        extraction: Extraction | None,
        passages: tuple[Passage, ...],
        matrix: NDArray[np.float32],
    ) -> int | None:
        known = self._database.documents.find(content_hash)
        if extraction is None:
            return known[0] if known and not self._database.embedded.has_holder(known[0]) else None
        if known and known[1] == STAMP:
            document_id = known[0]
        elif known and self._database.documents.says_the_same(known[0], extraction):
            document_id = known[0]
            self._database.documents.renew(document_id, STAMP, extraction)
        else:
            document_id = self._database.documents.add(content_hash, STAMP, extraction)
        if not self._database.vectors.has(document_id, self._space.id):
            self._database.vectors.add(document_id, self._space, passages, matrix)
            if len(passages) >= LONG:
                self._database.unfinished.remove(content_hash, self._space)
        return document_id

    def _set_unread(self, row: FileRow, reason: Reason, detail: Notice | None, stat: Stat) -> None:
        self._database.files.set_unread(
            row.id, explain(reason).status, reason, detail, stat, self._stamp(row), tried_ns=time.time_ns()
        )
        self.stats.unread += 1

    def _stamp(self, row: FileRow) -> str:
        return STAMP_OF_LET_IN if self._lets_in(row) else STAMP

    def _is_known(self, content_hash: bytes) -> bool:
        """Return whether a content is stored and embedded; called by the reading thread."""
        known = self._reader.documents.find(content_hash)
        if known is None or known[1] != STAMP or self._reader.embedded.has_holder(known[0]):
            return False
        return self._reader.vectors.has(known[0], self._space.id)


class _Reading:
    """A thread that reads files a few ahead of their consumer."""

    def __init__(
        self,
        sandbox: Sandbox,
        rows: Sequence[FileRow],
        is_known: Callable[[bytes], bool],
        lets_in: Callable[[FileRow], bool],
    ) -> None:
        self._sandbox = sandbox
        self._lets_in = lets_in
        self._rows = rows
        self._is_known = is_known
        self._in_flight: set[bytes] = set()
        self._done: queue.Queue[tuple[FileRow, ReadOutcome] | BaseException | None] = queue.Queue(_READ_AHEAD)
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._read, name="read", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        while self._thread.is_alive():
            self._drain()
            self._thread.join(0.05)

    @property
    def idle(self) -> bool:
        """True if no outcome is ready."""
        return self._done.empty()

    def outcomes(self, should_stop: Callable[[], bool]) -> Iterator[tuple[FileRow, ReadOutcome]]:
        """Yield the outcome of each file in order; ends early when stopped."""
        while not should_stop():
            try:
                done = self._done.get(timeout=0.1)
            except queue.Empty:
                continue
            if done is None:
                return
            if isinstance(done, BaseException):
                raise done
            yield done

    def _read(self) -> None:
        try:
            for row in self._rows:
                if self._stopped.is_set():
                    return
                outcome = self._sandbox.read(row.path, self._was_read, secrets=self._lets_in(row))
                if outcome.reason and outcome.content_hash:
                    # It will not be stored, so its twins have to find out for themselves.
                    self._in_flight.discard(outcome.content_hash)
                self._put((row, outcome))
            self._put(None)
        except BaseException as error:  # noqa: BLE001 - carried over to the thread that waits, and raised there
            self._put(error)

    def _was_read(self, content_hash: bytes) -> bool:
        """Return whether a content need not be parsed: known, or read and not yet stored."""
        if content_hash in self._in_flight or self._is_known(content_hash):
            return True
        self._in_flight.add(content_hash)
        return False

    def _put(self, done: tuple[FileRow, ReadOutcome] | BaseException | None) -> None:
        while not self._stopped.is_set():
            try:
                self._done.put(done, timeout=0.1)
            except queue.Full:
                continue
            return

    def _drain(self) -> None:
        try:
            while True:
                self._done.get_nowait()
        except queue.Empty:
            return


def _estimate(outcome: ReadOutcome) -> int:
    """Estimate the number of passages before cutting: 800 characters each."""
    return 1 + len(outcome.extraction.text) // 800 if outcome.extraction else 0
