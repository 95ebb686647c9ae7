"""The parts that make files searchable, opened together and kept open for as long as there is work."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from findling.engine.caches import VectorsKeeper, WordsKeeper
from findling.engine.embedder import Embedder
from findling.engine.pipeline import Pipeline, Tally
from findling.extraction.sandbox import Sandbox
from findling.storage.database import Database
from findling.types import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.paths import LibraryPaths
    from findling.settings import Settings

_PURGED_AT_ONCE = 200
_REPORT_SECONDS = 0.1
_LEAST_SECONDS = 5.0
_LEAST_SHARE = 0.02


class Clock:
    """The time of one run, and what it tells, at most ten times a second.

    Attributes:
        doing: what goes on, as `Progress.doing` has it.
    """

    def __init__(self, report: Callable[[Progress], None], doing: str = "indexing") -> None:
        self._report = report
        self.doing = doing
        self._started = time.monotonic()
        self._told = 0.0

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._started

    def tell(self, progress: Progress) -> None:
        """Report, unless something was reported a moment ago."""
        now = time.monotonic()
        if now - self._told >= _REPORT_SECONDS:
            self._told = now
            self._report(replace(progress, seconds=self.seconds))


class Workbench:
    """Model, sandbox and caches of one library, for its one writer."""

    def __init__(self, paths: LibraryPaths, settings: Settings, database: Database) -> None:
        self._paths = paths
        self._settings = settings
        self._database = database
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Open everything.

        Raises:
            ModelError: the model is missing or damaged.
            LibraryError: a cache cannot be made.
        """
        with ExitStack() as held:
            threads = self._settings.indexing_threads
            self._embedder = Embedder.open(self._paths, self._settings, threads=threads)
            held.callback(self._embedder.close)
            with self._database.transaction():
                self._space = self._embedder.ensure_space(self._database)
                self._database.files.set_stale_pending(self._space.id)
            self._reader = Database.open_for_reading(self._paths.database)
            held.callback(self._reader.close)
            self._words = WordsKeeper(self._database, self._paths.words)
            held.callback(self._words.close)
            self._vectors = VectorsKeeper(self._database, self._space, self._paths.vectors, threads)
            self._sandbox = held.enter_context(Sandbox())
            self._held = held.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def work(self, clock: Clock, should_stop: Callable[[], bool]) -> Tally:
        """Make everything searchable that is pending, and let the caches follow."""
        database = self._database
        pipeline = Pipeline(database, self._reader, self._embedder, self._space, self._sandbox)
        waiting = database.files.pending_work()

        def tell() -> None:
            self._tell(clock, pipeline.tally, waiting)

        def stored() -> None:
            self._words.follow(should_stop=should_stop)
            tell()
            self._vectors.publish(should_stop=should_stop)

        pipeline.run(stored=stored, embedded=tell, should_stop=should_stop)
        purge(database, should_stop)
        self._words.follow(should_stop=should_stop)
        self._words.commit()
        self._vectors.publish(should_stop=should_stop)
        tell()
        return pipeline.tally

    def _tell(self, clock: Clock, tally: Tally, waiting: int) -> None:
        """Report where the library stands, with the time left by what is still to be read."""
        counts = self._database.files.counts()
        left = self._database.files.pending_work()
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
                seconds_left=_estimate_left(clock.seconds, waiting - left, left),
                doing=clock.doing,
                path=tally.at_hand,
            )
        )


def _estimate_left(seconds: float, done: int, left: int) -> float | None:
    """Seconds until all bytes are read; None while what is done says too little."""
    told = done > 0 and seconds >= _LEAST_SECONDS and done >= _LEAST_SHARE * (done + left)
    return seconds * left / done if told else None


def purge(database: Database, should_stop: Callable[[], bool] = lambda: False) -> None:
    """Delete contents that no file has any more; called when every move within the library has been seen."""
    while not should_stop() and (orphans := database.documents.orphans(_PURGED_AT_ONCE)):
        with database.transaction():
            database.documents.remove(orphans)
