"""Resources of indexing, opened together and kept open for as long as there is work."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from findling.domain.library import Progress
from findling.duplicates.comparer import Comparer
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.eta import RunProgress, TimeEstimate
from findling.indexing.index_sync import LexicalIndexSync
from findling.indexing.model_migration import ModelMigration
from findling.indexing.pipeline import Pipeline, PipelineStats
from findling.indexing.workload import count_work, expect_work
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from findling.indexing.reembedding import ReembedJob
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_PURGED_AT_ONCE = 200
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
        self._told = 0.0
        self._told_of = ""

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._started

    def tell(self, progress: Progress) -> None:
        """Report unless a report was just made; a new activity and the end are always reported."""
        now = time.monotonic()
        is_end = not progress.pending and progress.doing != "scanning"
        if now - self._told >= _REPORT_SECONDS or is_end or progress.doing != self._told_of:
            self._told, self._told_of = now, progress.doing
            self._report(replace(progress, seconds=self.seconds))


class IndexingSession:
    """Model, sandbox and indexes of one library, for its one writer.

    Where the settings name another model than the one that answers, new files still go to the one that answers, and
    `advance` embeds everything for the other, until that can take over.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, database: Database) -> None:
        self._paths = paths
        self._settings = settings
        self._database = database
        self._held = ExitStack()
        self._changed = 0

    def __enter__(self) -> Self:
        """Open everything.

        Raises:
            ModelError: the model is missing or damaged.
            LibraryError: a cache cannot be made.
        """
        with ExitStack() as held:
            self._models = held.enter_context(ModelMigration(self._paths, self._settings, self._database))
            self._reader = Database.open_for_reading(self._paths.database)
            held.callback(self._reader.close)
            self._words = LexicalIndexSync(self._database, self._paths.words)
            held.callback(self._words.close)
            self._comparer = Comparer(self._database)
            self._sandbox = held.enter_context(Sandbox())
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.__exit__(kind, error, trace)

    def work(self, clock: RunClock, should_stop: Callable[[], bool]) -> PipelineStats:
        """Index all pending files and sync the indexes."""
        database = self._database
        pipeline = Pipeline(database, self._reader, self._models.bound, self._sandbox)
        waiting = sum(expect_work(path, size) for path, size in database.files.pending_sizes())
        forecast = TimeEstimate(waiting, clock.seconds)

        def tell() -> None:
            self._tell(clock, pipeline.tally, forecast)

        def stored() -> None:
            self._words.follow(should_stop=should_stop)
            tell()
            self._models.vectors.publish(should_stop=should_stop)

        pipeline.run(stored=stored, embedded=tell, should_stop=should_stop)
        purge(database, should_stop)
        self._words.follow(should_stop=should_stop)
        self._words.commit()
        self._models.vectors.publish(should_stop=should_stop)
        self._comparer.run(should_stop=should_stop, compared=tell)
        self._models.look()
        tell()
        return pipeline.tally

    def advance(self, clock: RunClock, should_stop: Callable[[], bool]) -> bool:
        """Work about a second on a model migration or purge; return whether there is more."""
        swap = self._models.swap
        if swap is None:
            return self._models.advance(lambda: None, should_stop)
        before = swap.tally.chunks
        more = self._models.advance(lambda: self._tell_swap(clock, swap), should_stop)
        self._changed += swap.tally.chunks - before
        self.tell(clock)
        return more

    def tell(self, clock: RunClock) -> None:
        """Report the migration, or that none goes on any more."""
        if self._models.swap is not None:
            self._tell_swap(clock, self._models.swap)
        else:
            self._tell(clock, PipelineStats(), TimeEstimate(0.0, clock.seconds))

    @property
    def changed(self) -> int:
        """Passages embedded by the migration."""
        return self._changed

    @property
    def notice(self) -> Notice | None:
        """Notice for the user about the compute device; None if there is none."""
        return self._models.notice

    def _tell_swap(self, clock: RunClock, swap: ReembedJob) -> None:
        """Report the progress of a migration; files stand for documents here."""
        counts = self._database.files.counts()
        left = min(swap.tally.documents, counts.found)
        clock.tell(
            Progress(
                found=counts.found,
                unchanged=counts.found - left,
                pending=left,
                chunks=swap.tally.chunks,
                seconds_left=_estimate_left(clock.seconds, swap.tally.done, swap.tally.characters),
                doing="changing",
            )
        )

    def _tell(self, clock: RunClock, tally: PipelineStats, forecast: TimeEstimate) -> None:
        """Report the state of the library and the remaining time."""
        counts = self._database.files.counts()
        done = count_work(tally.indexed + tally.unread, tally.stored)
        standing = RunProgress(tally.expected, done, count_work(0, tally.chunks - tally.stored))
        indexed = min(tally.indexed, counts.indexed)
        clock.tell(
            Progress(
                found=counts.found,
                indexed=indexed,
                unchanged=counts.indexed - indexed,
                skipped=counts.skipped,
                failed=counts.failed,
                pending=counts.pending,
                chunks=tally.chunks,
                seconds_left=forecast.look(clock.seconds, standing) if counts.pending else None,
                doing=clock.doing,
                path=tally.at_hand,
            )
        )


def _estimate_left(seconds: float, done: int, left: int) -> float | None:
    """Estimate the seconds until all is re-embedded; None while too little is done."""
    told = done > 0 and seconds >= _LEAST_SECONDS and done >= _LEAST_SHARE * (done + left)
    return seconds * left / done if told else None


def purge(database: Database, should_stop: Callable[[], bool] = lambda: False) -> None:
    """Delete contents without files, once every move within the library has been seen."""
    while not should_stop() and (orphans := database.documents.orphans(_PURGED_AT_ONCE)):
        with database.transaction():
            database.documents.remove(orphans)
