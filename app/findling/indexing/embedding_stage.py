"""Stage in which documents that were read are embedded, so that meaning finds them too."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.indexing.attempts import MOST_CRASHES, attempting
from findling.indexing.resumable_embedding import LONG
from findling.indexing.vector_reuse import VectorReuse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from findling.indexing.adaptive_batch import AdaptiveBatcher
    from findling.indexing.resumable_embedding import ResumableEmbedding
    from findling.indexing.run_stats import RunStats
    from findling.indexing.vector_reuse import PartlyKnown
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database
    from findling.storage.embedding_queue import WaitingDocument

_LOOKED_AT = 64
_DAY_NS = 86_400 * 10**9


@dataclass(frozen=True, slots=True)
class _Described:
    """A document that waits, with its passages' texts, some of them perhaps embedded already."""

    document: WaitingDocument
    passages: PartlyKnown

    @property
    def texts(self) -> Sequence[str]:
        """Texts that are to be embedded."""
        return self.passages.texts


class EmbeddingStage:
    """Embeds the documents that wait, in the order of the queue.

    It keeps nothing beside the database: what is embedded stays so, whether a run is stopped or killed, and the next
    goes on with the rest.
    """

    def __init__(
        self, database: Database, bound: BoundEmbedder, batcher: AdaptiveBatcher, resumable: ResumableEmbedding
    ) -> None:
        """Create a stage; one that failed a day ago is tried again."""
        self._database = database
        self._embedder = bound.embedder
        self._space = bound.space
        self._batcher = batcher
        self._resumable = resumable
        self._reuse = VectorReuse(database, bound)
        with database.transaction():
            database.queue.resume_suspended(time.time_ns(), _DAY_NS)

    def step(
        self,
        stats: RunStats,
        embedded: Callable[[], None],
        should_stop: Callable[[], bool],
        should_pause: Callable[[], bool],
    ) -> bool:
        """Embed about a second's worth of documents; return False if none waits.

        Args:
            stats: counts what is embedded.
            embedded: called after each batch.
            should_stop: asked several times a second.
            should_pause: asked instead where a document is so long that it is embedded in parts, which are kept.
        """
        batch = self._take()
        if not batch:
            self._clear_unfinished()
            return False
        stats.current = ""

        def advanced(passages: int) -> None:
            stats.note_embedded(passages)
            embedded()

        with attempting(self._database, self._database.queue, [each.document.id for each in batch]):
            matrix = self._embed(batch, advanced, should_stop, should_pause)
            if matrix is not None:
                self._store(batch, matrix)
        return True

    def _take(self) -> list[_Described]:
        """Return the next documents, until they fill a batch; a long one and a suspect come alone."""
        batch: list[_Described] = []
        passages = 0
        for waiting in self._database.queue.take(self._space, _LOOKED_AT):
            if waiting.crashes >= MOST_CRASHES:
                self._set_aside(waiting)
                continue
            is_alone = waiting.attempts > 0 or len(waiting.passages) >= LONG
            if batch and is_alone:
                break
            batch.append(self._describe(waiting))
            passages += len(waiting.passages)
            if is_alone or passages >= self._batcher.passages:
                break
        return batch

    def _describe(self, waiting: WaitingDocument) -> _Described:
        stored = self._database.documents.text(waiting.id)
        assert stored is not None
        title, text, _ = stored
        texts = self._embedder.texts(title, text, waiting.passages)
        return _Described(waiting, self._reuse.split(waiting.id, texts))

    def _embed(
        self,
        batch: Sequence[_Described],
        advanced: Callable[[int], None],
        should_stop: Callable[[], bool],
        should_pause: Callable[[], bool],
    ) -> NDArray[np.float32] | None:
        """Return a batch's vectors, one document's after the other's; None if interrupted."""
        first = batch[0]
        if len(first.texts) >= LONG:
            return self._resumable.embed(first.document.content_hash, first.texts, advanced, should_pause)
        return self._batcher.embed([text for each in batch for text in each.texts], advanced, should_stop)

    def _store(self, batch: Sequence[_Described], matrix: NDArray[np.float32]) -> None:
        start = 0
        with self._database.transaction():
            for each in batch:
                document, stop = each.document, start + len(each.texts)
                rows = each.passages.complete(matrix[start:stop])
                self._database.vectors.add(document.id, self._space, document.passages, rows)
                self._resumable.forget(document.content_hash, len(each.texts))
                if document.crashes:
                    self._database.files.restore_reason(document.id)
                start = stop

    def _set_aside(self, waiting: WaitingDocument) -> None:
        """Give up a document on which the process failed too often, until the next day."""
        with self._database.transaction():
            self._database.queue.set_aside(waiting.id, time.time_ns())
            self._database.files.set_reason(waiting.id, Reason.NOT_EMBEDDED)

    def _clear_unfinished(self) -> None:
        """Forget the parts of documents that no longer wait."""
        if self._database.unfinished.exist():
            with self._database.transaction():
                self._database.unfinished.clear(self._space)
