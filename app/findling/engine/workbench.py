"""The parts that make files searchable, opened together and kept open for as long as there is work."""

from __future__ import annotations

import logging
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from findling.engine.caches import VectorsKeeper, WordsKeeper, sweep_vectors
from findling.engine.duplicates.comparer import Comparer
from findling.engine.embedder import BoundEmbedder, Embedder
from findling.engine.pipeline import Pipeline, Tally
from findling.engine.swapping import Swap, take_out_next
from findling.errors import ModelError
from findling.extraction.sandbox import Sandbox
from findling.storage.database import Database
from findling.types import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.vectors import Space

_LOG = logging.getLogger(__name__)

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
    """Model, sandbox and caches of one library, for its one writer.

    Where the settings name another model than the one that answers, new files still go to the one that answers, and
    `advance` embeds everything for the other, until that can take over.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, database: Database) -> None:
        self._paths = paths
        self._settings = settings
        self._database = database
        self._held = ExitStack()
        self._swap: Swap | None = None

    def __enter__(self) -> Self:
        """Open everything.

        Raises:
            ModelError: the model is missing or damaged.
            LibraryError: a cache cannot be made.
        """
        with ExitStack() as held:
            self._held = held
            self._open_models()
            self._reader = Database.open_for_reading(self._paths.database)
            held.callback(self._reader.close)
            self._words = WordsKeeper(self._database, self._paths.words)
            held.callback(self._words.close)
            self._comparer = Comparer(self._database)
            self._sandbox = held.enter_context(Sandbox())
            self._held = held.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def work(self, clock: Clock, should_stop: Callable[[], bool]) -> Tally:
        """Make everything searchable that is pending, and let the caches follow."""
        database = self._database
        pipeline = Pipeline(database, self._reader, self._bound, self._sandbox)
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
        self._comparer.run(should_stop=should_stop, compared=tell)
        tell()
        return pipeline.tally

    def advance(self, clock: Clock, should_stop: Callable[[], bool]) -> bool:
        """Go on for about a second with what can wait: the change to another model, and taking out an old one.

        Returns:
            Whether there is more of it.
        """
        if should_stop():
            return False
        if self._swap is None:
            return self._take_out()
        swap = self._swap
        if swap.step(lambda: self._tell_swap(clock, swap), should_stop):
            swap.finish()
            self._bound, self._vectors, self._swap = self._wanted, self._wanted_vectors, None
            _LOG.info("now %s answers", self._bound.space.model)
        self._tell_swap(clock, swap)
        return not should_stop()

    def _open_models(self) -> None:
        """Load the model that is wanted and, where another one answers as yet, that one too."""
        sweep_vectors(self._paths.vectors, {space.id for space in self._database.spaces.all()})
        embedder = self._open_model()
        with self._database.transaction():
            self._wanted = BoundEmbedder(embedder, embedder.ensure_space(self._database))
        self._wanted_vectors = self._keep(self._wanted.space)
        answering = self._database.spaces.answering()
        self._bound = (self._open_bound(answering) if answering else None) or self._wanted
        self._vectors = self._wanted_vectors if self._bound is self._wanted else self._keep(self._bound.space)
        if answering is None or not (self._bound.space == answering or embedder.can_ask(answering)):
            # Nothing can be asked in the old space any more, so this one answers with what it has.
            with self._database.transaction():
                self._database.spaces.let_answer(self._wanted.space)
        swap = Swap(self._database, self._wanted, self._wanted_vectors)
        answers = self._database.spaces.answering() == self._wanted.space
        self._swap = None if answers and not swap.tally.documents else swap

    def _open_bound(self, space: Space) -> BoundEmbedder | None:
        """The embedder that made a space; None where that cannot be had any more."""
        if space == self._wanted.space:
            return self._wanted
        try:
            embedder = self._open_model(space.model)
        except ModelError as error:
            _LOG.warning("the model that answers cannot be used any more: %s", error)
            return None
        return BoundEmbedder(embedder, space) if embedder.fingerprint == space.fingerprint else None

    def _open_model(self, model: str = "") -> Embedder:
        # A server has one model, the one that is wanted: the canaries hold it to that.
        embedder = Embedder.open(
            self._paths,
            self._settings,
            threads=self._settings.indexing_threads,
            model=model,
            remote="" if model else self._settings.remote,
        )
        self._held.callback(embedder.close)
        return embedder

    def _keep(self, space: Space) -> VectorsKeeper:
        folder = self._paths.vectors_of(space.id)
        return VectorsKeeper(self._database, space, folder, self._settings.indexing_threads)

    def _take_out(self) -> bool:
        """Take out some of the vectors that nobody asks for any more; says whether there may be more of them."""
        keep = self._settings.keep_vectors
        if take_out_next(self._database, self._wanted.space.fingerprint, keep=keep) is None:
            return False
        sweep_vectors(self._paths.vectors, {space.id for space in self._database.spaces.all()})
        return True

    def _tell_swap(self, clock: Clock, swap: Swap) -> None:
        """Report how far the change has come; files stand for documents here."""
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
