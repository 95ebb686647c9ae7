"""Resources of indexing, opened together and kept open for as long as there is work."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from findling.domain.library import Progress
from findling.duplicates.comparer import Comparer
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.background import update_background
from findling.indexing.embedded_sync import EmbeddedSync
from findling.indexing.erasure import Erasure
from findling.indexing.exclusion import Exclusion
from findling.indexing.index_sync import LexicalIndexSync
from findling.indexing.model_migration import ModelMigration
from findling.indexing.pipeline import Pipeline, PipelineStats
from findling.indexing.workload import RunProgress, TimeEstimate, count_work, expect_work
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from findling.indexing.reembedding import ReembedJob
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_PURGED_AT_ONCE = 200
_MEANS_AT_ONCE = 200
_REPORT_SECONDS = 0.1
_LEAST_SECONDS = 5.0
_LEAST_SHARE = 0.02


class RunClock:
    """Clock of one run that limits its progress reports to ten a second.

    Attributes:
        doing: what goes on, as `Progress.doing` has it.
    """

    def __init__(self, report: Callable[[Progress], None], doing: str = "indexing") -> None:
        self._report = report
        self.doing = doing
        self._started = time.monotonic()
        self._reported_at = 0.0
        self._reported_doing = ""

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._started

    def offer(self, doing: str, measure: Callable[[], Progress]) -> None:
        """Report what `measure` gives, unless a report was just made; a new activity is always reported."""
        if doing != self._reported_doing or time.monotonic() - self._reported_at >= _REPORT_SECONDS:
            self.report(measure())

    def report(self, progress: Progress) -> None:
        """Report however short the last report was ago, as at an end."""
        self._reported_at, self._reported_doing = time.monotonic(), progress.doing
        self._report(replace(progress, seconds=self.seconds))


class IndexingSession:
    """Model, sandbox and indexes of one library, for its one writer.

    Where the settings name another model than the one that answers, new files still go to the one that answers, and
    `advance` embeds everything for the other, until that can take over.

    Attributes:
        changed: passages embedded by the migration.
        erasure: of what was deleted, for the end of a run and for times of rest.

    Raises:
        ModelError: the model is missing or damaged.
        LibraryError: an index cannot be created.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, database: Database) -> None:
        self._database = database
        self._patterns = settings.exclude
        self._has_all_means = False
        self.changed = 0
        with ExitStack() as stack:
            self._migration = stack.enter_context(ModelMigration(paths, settings, database))
            self._reader = Database.open_for_reading(paths.database)
            stack.callback(self._reader.close)
            self._words = LexicalIndexSync(database, paths.words)
            stack.callback(self._words.close)
            self.erasure = Erasure(database, self._words, paths.words)
            self._comparer = Comparer(database)
            self._sandbox = stack.enter_context(Sandbox())
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def work(self, clock: RunClock, should_stop: Callable[[], bool], *, commit: bool = True) -> PipelineStats:
        """Index all pending files and sync the indexes.

        Args:
            clock: of the run.
            should_stop: asked several times a second.
            commit: the word index at once; else some seconds after its last commit, here or by `advance`, since a
                commit costs more than all else that is done for a small file.
        """
        database = self._database
        exclusions = {
            folder.id: Exclusion(folder.path, (*self._patterns, *folder.exclude)) for folder in database.folders.all()
        }
        pipeline = Pipeline(
            *(database, self._reader, self._migration.bound, self._sandbox),
            lets_in=lambda row: exclusions[row.folder_id].lets_in(os.fspath(row.path)),
            embedded=EmbeddedSync(database, exclusions),
        )
        waiting = sum(expect_work(path, size) for path, size in database.files.pending_sizes())
        estimate = TimeEstimate(waiting, clock.seconds)

        def measure() -> Progress:
            return self._measure_run(clock, pipeline.stats, estimate)

        def report() -> None:
            clock.offer(clock.doing, measure)

        def stored() -> None:
            self._words.follow(should_stop=should_stop)
            report()
            self._migration.vectors.publish(should_stop=should_stop)

        pipeline.run(stored=stored, embedded=report, should_stop=should_stop)
        purge(database, should_stop)
        self._words.follow(should_stop=should_stop)
        if commit:
            self._words.commit()
        self.erasure.note_changes()
        self._migration.vectors.publish(should_stop=should_stop)
        self._add_missing_means(should_stop)
        self._comparer.run(should_stop=should_stop, compared=report)
        # Last, since a server that computes for the model may go away.
        if not should_stop():
            update_background(database, self._migration.bound)
        self._migration.check_device()
        clock.report(measure())
        return pipeline.stats

    def _add_missing_means(self, should_stop: Callable[[], bool]) -> None:
        """Store the mean vectors that an earlier release did not."""
        while not self._has_all_means and not should_stop():
            with self._database.transaction():
                self._has_all_means = not self._database.vectors.add_missing_means(
                    self._migration.bound.space, _MEANS_AT_ONCE
                )

    def advance(self, clock: RunClock, should_stop: Callable[[], bool]) -> bool:
        """Work about a second on a model migration or purge; return whether there is more."""
        self._words.follow(should_stop=should_stop)
        job = self._migration.job
        if job is None:
            return self._migration.advance(lambda: None, should_stop)
        before = job.stats.chunks
        more = self._migration.advance(
            lambda: clock.offer("changing", lambda: self._measure_migration(clock, job)), should_stop
        )
        self.changed += job.stats.chunks - before
        self.report(clock)
        return more

    def commit(self) -> None:
        """Commit what the word index has followed."""
        self._words.commit()

    def report(self, clock: RunClock) -> None:
        """Report the migration, or that none goes on any more."""
        if self._migration.job is not None:
            clock.report(self._measure_migration(clock, self._migration.job))
        else:
            clock.report(self._measure_run(clock, PipelineStats(), TimeEstimate(0.0, clock.seconds)))

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

    def _measure_run(self, clock: RunClock, stats: PipelineStats, estimate: TimeEstimate) -> Progress:
        counts = self._database.totals.files()
        done = count_work(stats.indexed + stats.unread, stats.stored)
        progress = RunProgress(stats.expected, done, count_work(0, stats.chunks - stats.stored))
        indexed = min(stats.indexed, counts.indexed)
        return Progress(
            found=counts.found,
            indexed=indexed,
            unchanged=counts.indexed - indexed,
            skipped=counts.skipped,
            failed=counts.failed,
            pending=counts.pending,
            chunks=stats.chunks,
            seconds_left=estimate.update(clock.seconds, progress) if counts.pending else None,
            doing=clock.doing,
            path=stats.current,
        )


def _estimate_left(seconds: float, done: int, left: int) -> float | None:
    """Estimate the seconds until all is re-embedded; None while too little is done."""
    is_known = done > 0 and seconds >= _LEAST_SECONDS and done >= _LEAST_SHARE * (done + left)
    return seconds * left / done if is_known else None


def purge(database: Database, should_stop: Callable[[], bool] = lambda: False) -> None:
    """Delete contents without files, once every move within the library has been seen."""
    left_over = [0]
    while left_over and not should_stop():
        with database.transaction():
            left_over = database.totals.left_over(_PURGED_AT_ONCE)
            database.documents.remove(left_over)
