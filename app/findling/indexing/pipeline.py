"""Stages of indexing: files are read and found by their words; then text is embedded."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from findling.exclusion import Exclusion
from findling.indexing.adaptive_batch import AdaptiveBatcher
from findling.indexing.embedded_sync import EmbeddedSync
from findling.indexing.embedding_stage import EmbeddingStage
from findling.indexing.reading_stage import ReadingStage
from findling.indexing.resumable_embedding import ResumableEmbedding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.indexing.run_stats import RunStats
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database

_PURGED_AT_ONCE = 200


class Pipeline:
    """Takes files through the stages, a unit of work at a time: about a second, or less.

    A stage comes to its turn when those before it have nothing to do. What is found out between two units, that a file
    was saved say, is therefore read before anything else is embedded.

    Attributes:
        bound: what is embedded with.
    """

    def __init__(
        self,
        database: Database,
        reader: Database,
        bound: BoundEmbedder,
        sandbox: Sandbox,
        patterns: Sequence[str],
    ) -> None:
        """Create the stages.

        Args:
            database: written to.
            reader: of the same library; used by the reading thread only.
            bound: cuts and embeds.
            sandbox: reads the files.
            patterns: exclusion rules of all folders.
        """
        self.bound = bound
        self._database = database
        exclusions = {
            folder.id: Exclusion(folder.path, (*patterns, *folder.exclude)) for folder in database.folders.all()
        }
        batcher = AdaptiveBatcher(bound)
        resumable = ResumableEmbedding(database, bound.space, batcher)
        self._reading = ReadingStage(
            *(database, reader, bound, sandbox, resumable, EmbeddedSync(database, exclusions)),
            lets_in=lambda row: exclusions[row.folder_id].lets_in(os.fspath(row.path)),
        )
        self._embedding = EmbeddingStage(database, bound, batcher, resumable)

    def close(self) -> None:
        """End the reading of files; what was read and not stored waits as before."""
        self._reading.close()

    def step(
        self,
        stats: RunStats,
        embedded: Callable[[], None],
        should_stop: Callable[[], bool],
        should_pause: Callable[[], bool],
    ) -> bool:
        """Do a unit of work; return False if there was none.

        Args:
            stats: of the run.
            embedded: called about every second while passages are embedded.
            should_stop: asked several times a second.
            should_pause: asked where a unit takes longer, and what is done of it is kept.
        """
        started = time.monotonic()
        if self._reading.step(stats, embedded, should_stop):
            stats.reading_seconds += time.monotonic() - started
            return True
        purge(self._database, should_stop)
        if self._embedding.step(stats, embedded, should_stop, should_pause):
            stats.embedding_seconds += time.monotonic() - started
            return True
        return False


def purge(database: Database, should_stop: Callable[[], bool] = lambda: False) -> None:
    """Delete contents without files, once every move within the library has been seen."""
    left_over = [0]
    while left_over and not should_stop():
        with database.transaction():
            left_over = database.totals.left_over(_PURGED_AT_ONCE)
            database.documents.remove(left_over)
            if left_over:
                database.scans.purge()
