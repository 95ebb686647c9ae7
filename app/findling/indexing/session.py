"""Resources of indexing, opened together and kept open for as long as there is work."""

from __future__ import annotations

import math
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from findling.allocator import trim_heap
from findling.domain.library import Progress
from findling.duplicates.comparer import Comparer
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.arrival_check import ArrivalCheck
from findling.indexing.background import update_background
from findling.indexing.erasure import Erasure
from findling.indexing.index_sync import COMMIT_SECONDS, LexicalIndexSync
from findling.indexing.model_migration import ModelMigration
from findling.indexing.pipeline import Pipeline, purge
from findling.indexing.run_stats import RunStats
from findling.indexing.text_recognition import TextRecognition
from findling.indexing.topic_stage import TopicStage
from findling.indexing.work_allowance import WorkAllowance
from findling.indexing.workload import MEASURED_TOKENS, TimeEstimate, expect_work
from findling.models.throughput import measure_pace
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from findling.domain.duplicate_check import CheckedFile
    from findling.indexing.reembedding import ReembedJob
    from findling.indexing.run_clock import RunClock
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_MEANS_AT_ONCE = 200
_URGENT_SECONDS = 0.5
"""Time between two commits of the word index while files are read that were just saved."""
_LEAST_SECONDS = 5.0
_LEAST_SHARE = 0.02
_REST_SECONDS = 30.0
"""Time without work after which memory is given back."""

_WAITING_SECONDS = 0.25
"""Time between two looks at the disk while there is no mains power."""

_RECOGNISED_SECONDS = 30.0
"""Time for which files wait to be indexed whose text was recognised, while there are more pages to be read."""


class IndexingSession:
    """Model, sandbox and indexes of one library, for its one writer.

    Where the settings name another model than the one that answers, new files still go to the one that answers, and
    `advance` embeds everything for the other, until that can take over.

    Attributes:
        stats: of the work since there was last nothing to do, without the files whose text was recognised.
        changed: passages embedded by the migration, and of files whose text was recognised.
        recognised: number of those files.
        erasure: of what was deleted, for the end of a run and for times of rest.

    Raises:
        ModelError: the model is missing or damaged.
        LibraryError: an index cannot be created.
    """

    def __init__(
        self,
        paths: LibraryPaths,
        settings: Settings,
        database: Database,
        arrived: Callable[[tuple[CheckedFile, ...]], None] = lambda _: None,
        allowance: WorkAllowance | None = None,
        sandbox: Sandbox | None = None,
    ) -> None:
        """Open a session.

        Args:
            paths: of the library.
            settings: in force.
            database: of the library, open for writing.
            arrived: gets files that came into watched folders and are like others of the library.
            allowance: how much of the computer the work may take; without one, what the settings say.
            sandbox: reads files, and is left open; without one, the session has its own.
        """
        self._arrived = arrived
        self._allowance = allowance or WorkAllowance(settings)
        self._is_waiting = False
        self._database = database
        self._patterns = settings.exclude
        self._has_all_means = False
        self._is_settled = True
        self._is_urgent = False
        self._pace: float | None = None
        self._gives_back_at = time.monotonic() + _REST_SECONDS
        self.changed = 0
        self.recognised = 0
        self._indexed_at = time.monotonic()
        with ExitStack() as stack:
            self._migration = stack.enter_context(ModelMigration(paths, settings, database))
            self._reader = Database.open_for_reading(paths.database, paths.key)
            stack.callback(self._reader.close)
            self._words = LexicalIndexSync(database, paths.words)
            stack.callback(self._words.close)
            self.erasure = Erasure(database, self._words, paths)
            self._comparer = Comparer(database)
            self._arrivals = ArrivalCheck(database, self._comparer)
            self._sandbox = sandbox or stack.enter_context(Sandbox())
            self._pipeline = self._make_pipeline()
            stack.callback(lambda: self._pipeline.close())
            self._recognition = stack.enter_context(TextRecognition(database, settings))
            self._topics = TopicStage(database, settings)
            self._stack = stack.pop_all()
        self._begin(0.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def work(self, clock: RunClock, should_stop: Callable[[], bool], poll: Callable[[], bool] = lambda: False) -> None:
        """Take all pending files through all stages, sync the indexes, and commit the word index.

        Args:
            clock: of the run.
            should_stop: asked several times a second.
            poll: as of `step`.
        """
        self.note_changes(clock)
        while self.step(clock, should_stop, poll):
            pass
        self.commit()

    def note_changes(self, clock: RunClock, *, urgent: bool = False) -> None:
        """Note that files may be to read, or contents without files; urgent ones are found soon."""
        if self._is_settled:
            self._begin(clock.seconds)
        self._is_settled = False
        self._is_urgent |= urgent
        self._topics.note_changes()

    def step(self, clock: RunClock, should_stop: Callable[[], bool], poll: Callable[[], bool] = lambda: False) -> bool:
        """Do the next unit of work that brings the library up to date; return False for none.

        Args:
            clock: of the run.
            should_stop: asked several times a second.
            poll: called between units, and within those that take longer: notes what has changed on the disk, and
                returns whether anything has.
        """

        def hear() -> bool:
            if not poll():
                return False
            self.note_changes(clock, urgent=True)
            return True

        def should_pause() -> bool:
            return should_stop() or hear() or self._allowance.waits_for_power

        def embedded() -> None:
            clock.offer(clock.doing, lambda: self._measure_run(clock))
            hear()

        def placed(_: int) -> None:
            hear()

        hear()
        if self._is_settled or should_stop():
            return False
        if self._allowance.waits_for_power:
            self._wait(clock)
            return not should_stop()
        self._is_waiting = False
        self._migration.limit(self._allowance.threads)
        self._gives_back_at = time.monotonic() + _REST_SECONDS
        if self._pipeline.bound is not self._migration.bound:
            self._pipeline.close()
            self._pipeline = self._make_pipeline()
        if self._pipeline.step(self.stats, embedded, should_stop, should_pause):
            if known := self._arrivals.run(should_stop):
                self._arrived(known)
            self._sync(should_stop, placed)
            clock.offer(clock.doing, lambda: self._measure_run(clock))
        else:
            self._is_settled = self._settle(clock, should_stop, should_pause, placed)
        return not should_stop()

    def rest(self, should_stop: Callable[[], bool]) -> None:
        """Do what is left for idle times, after a while of idleness; called several times a second."""
        self._allowance.note_rest()
        if not self._allowance.waits_for_power:
            self.erasure.rest(should_stop)
        self._give_back()

    def _wait(self, clock: RunClock) -> None:
        """Wait a moment for mains power; what was done so far can be searched meanwhile."""
        if not self._is_waiting:
            self._is_waiting = True
            self.commit()
            clock.report(replace(self._measure_run(clock), doing="waiting", path="", seconds_left=None))
        self._give_back()
        time.sleep(_WAITING_SECONDS)

    def _give_back(self) -> None:
        """Give memory back once it was not needed for a while."""
        if time.monotonic() >= self._gives_back_at:
            self._gives_back_at = math.inf
            self._database.shrink()
            self._reader.shrink()
            trim_heap()

    def _begin(self, seconds: float) -> None:
        """Begin to count again."""
        self.stats = RunStats(waiting=self._database.queue.count_passages(self._migration.bound.space))
        expected = sum(expect_work(path, size) for path, size in self._database.files.pending_sizes())
        if expected >= MEASURED_TOKENS and self._pace is None:
            self._pace = measure_pace(self._migration.bound.embedder)
        self._estimate = TimeEstimate(expected, seconds, *([self._pace] if self._pace else []))

    def _make_pipeline(self) -> Pipeline:
        return Pipeline(self._database, self._reader, self._migration.bound, self._sandbox, self._patterns)

    def _sync(self, should_stop: Callable[[], bool], placed: Callable[[int], None]) -> None:
        """Let the indexes follow a unit of work."""
        self._words.follow(should_stop=should_stop, commit_after=_URGENT_SECONDS if self._is_urgent else COMMIT_SECONDS)
        if self._words.is_committed:
            self._is_urgent = self._is_urgent and self._database.files.has_prioritised()
        # A graph takes long to build, so that it is not given up for every change.
        self._migration.vectors.publish(should_stop=should_stop, progress=placed)

    def _settle(
        self,
        clock: RunClock,
        should_stop: Callable[[], bool],
        should_pause: Callable[[], bool],
        placed: Callable[[int], None],
    ) -> bool:
        """Do what follows once nothing is left to read or embed; return False if interrupted."""

        def compared() -> None:
            clock.offer(clock.doing, lambda: self._measure_run(clock))

        purge(self._database, should_stop)
        self._sync(should_stop, placed)
        self.erasure.note_changes()
        self._add_missing_means(should_stop)
        self._comparer.run(should_stop=should_pause, compared=compared)
        if should_pause():
            return False
        # Last, since a server that computes for the model may go away.
        update_background(self._database, self._migration.bound)
        self._migration.check_device()
        clock.report(self._measure_run(clock))
        return True

    def _add_missing_means(self, should_stop: Callable[[], bool]) -> None:
        """Store the mean vectors that an earlier release did not."""
        while not self._has_all_means and not should_stop():
            with self._database.transaction():
                self._has_all_means = not self._database.vectors.add_missing_means(
                    self._migration.bound.space, _MEANS_AT_ONCE
                )

    def advance(self, clock: RunClock, should_stop: Callable[[], bool]) -> bool:
        """Work about a second on tasks at rest, migration first; return whether more is left now."""
        if self._allowance.waits_for_power:
            return False
        self._migration.limit(self._allowance.threads)
        self._words.follow(should_stop=should_stop)
        job = self._migration.job
        if job is None:
            return (
                self._migration.advance(lambda: None, should_stop)
                or self._recognise(clock, should_stop)
                or self._group(clock, should_stop)
            )
        before = job.stats.chunks
        more = self._migration.advance(
            lambda: clock.offer("changing", lambda: self._measure_migration(clock, job)), should_stop
        )
        self.changed += job.stats.chunks - before
        self.report(clock)
        return more

    def _recognise(self, clock: RunClock, should_stop: Callable[[], bool]) -> bool:
        """Recognise the text on a page, and index what waits for that; return whether there is more."""
        more = self._recognition.advance(should_stop)
        if more:
            clock.offer("recognising", self._measure_recognition)
        if not should_stop() and self._is_due(more=more):
            self._indexed_at = time.monotonic()
            before = self.stats
            self.work(clock, should_stop)
            self.recognised += self.stats.indexed
            self.changed += self.stats.chunks
            self.stats = before
        return more

    def _group(self, clock: RunClock, should_stop: Callable[[], bool]) -> bool:
        """Group documents by topic for a moment; return whether there is more."""
        more = self._topics.advance(self._migration.bound, should_stop)
        if self._topics.progress is not None:
            clock.offer("grouping", self._measure_grouping)
        elif more:
            clock.report(self._measure_run(clock))
        return more

    def _is_due(self, *, more: bool) -> bool:
        """Return whether files with recognised text are due; indexing costs more than a page."""
        waits = time.monotonic() - self._indexed_at >= _RECOGNISED_SECONDS or not more
        return waits and self._database.totals.files().pending > 0

    def commit(self) -> None:
        """Commit what the word index has followed."""
        self._words.commit()

    def report(self, clock: RunClock) -> None:
        """Report the migration, or that none goes on any more."""
        if self._migration.job is not None:
            clock.report(self._measure_migration(clock, self._migration.job))
        else:
            clock.report(self._measure_run(clock))

    @property
    def notice(self) -> Notice | None:
        """Notice for the user about the compute device; None if there is none."""
        return self._migration.notice

    def _measure_migration(self, clock: RunClock, job: ReembedJob) -> Progress:
        """Measure the progress of a migration; files stand for documents here."""
        counts = self._database.totals.files()
        left = min(job.stats.documents, counts.found)
        return Progress(
            found=counts.found,
            unchanged=counts.found - left,
            pending=left,
            chunks=job.stats.chunks,
            seconds_left=_estimate_left(clock.seconds, job.stats.done, job.stats.characters),
            doing="changing",
        )

    def _measure_recognition(self) -> Progress:
        """Measure the progress of text recognition; what is pending are the files that wait for it."""
        counts = self._database.totals.files()
        left = self._recognition.progress
        return Progress(
            found=counts.found,
            unchanged=counts.indexed,
            skipped=max(counts.skipped - left.files, 0),
            failed=counts.failed,
            pending=left.files,
            seconds_left=left.seconds,
            doing="recognising",
            path=left.path,
        )

    def _measure_grouping(self) -> Progress:
        counts = self._database.totals.files()
        return Progress(
            found=counts.found,
            unchanged=counts.indexed,
            skipped=counts.skipped,
            failed=counts.failed,
            doing="grouping",
            grouped=self._topics.progress or 0.0,
        )

    def _measure_run(self, clock: RunClock) -> Progress:
        counts, stats = self._database.totals.files(), self.stats
        unembedded = self._database.totals.unembedded()
        indexed = min(stats.indexed, counts.indexed)
        return Progress(
            found=counts.found,
            indexed=indexed,
            unchanged=counts.indexed - indexed,
            skipped=counts.skipped,
            failed=counts.failed,
            pending=counts.pending,
            unembedded=unembedded,
            chunks=stats.chunks,
            seconds_left=self._estimate.update(clock.seconds, stats) if counts.pending or unembedded else None,
            doing=clock.doing,
            path=stats.current,
        )


def _estimate_left(seconds: float, done: int, left: int) -> float | None:
    """Estimate the seconds until all is re-embedded; None while too little is done."""
    is_known = done > 0 and seconds >= _LEAST_SECONDS and done >= _LEAST_SHARE * (done + left)
    return seconds * left / done if is_known else None
