"""Re-embedding of all stored documents with another model while the old one answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.indexing.adaptive_batch import AdaptiveBatcher
from findling.indexing.resumable_embedding import LONG, ResumableEmbedding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from findling.domain.files import Passage
    from findling.indexing.index_sync import VectorIndexSync
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database

_READ_AT_ONCE = 64
_REMOVED_AT_ONCE = 200


@dataclass(slots=True)
class ReembedStats:
    """Progress of a re-embedding job.

    Attributes:
        documents, characters: that are left.
        done: characters of the documents that were embedded in this run.
        chunks: passages that were embedded in this run.
    """

    documents: int
    characters: int
    done: int = 0
    chunks: int = 0


@dataclass(frozen=True, slots=True)
class _Cut:
    """A document cut for the new model, with the text to embed for each passage."""

    document_id: int
    characters: int
    passages: tuple[Passage, ...]
    texts: list[str]


class ReembedJob:
    """Fills the space of another model from the stored texts, some documents at a time.

    It keeps nothing beside the database: what is embedded stays so, whether a run is stopped or killed, and the next
    goes on with the rest.
    """

    def __init__(self, database: Database, bound: BoundEmbedder, vectors: VectorIndexSync) -> None:
        self._database = database
        self._bound = bound
        self._vectors = vectors
        self._after = 0
        self._batcher = AdaptiveBatcher(bound)
        self._resumable = ResumableEmbedding(database, bound.space, self._batcher)
        backlog = database.spaces.count_unembedded(bound.space)
        self.stats = ReembedStats(backlog.documents, backlog.characters)

    def step(self, embedded: Callable[[], None], should_stop: Callable[[], bool]) -> bool:
        """Embed about a second's worth of documents.

        Returns:
            Whether all documents were seen; none can be left then.
        """

        def advanced(passages: int) -> None:
            self.stats.chunks += passages
            embedded()

        window = list(self._take())
        if window and len(window[0].texts) >= LONG:
            content_hash = self._hash(window[0].document_id)
            matrix = self._resumable.embed(content_hash, window[0].texts, advanced, should_stop)
        else:
            matrix = self._batcher.embed([text for cut in window for text in cut.texts], advanced, should_stop)
        if matrix is None:
            return False
        self._store(window, matrix)
        self._vectors.publish(should_stop=should_stop)
        return not window

    def finish(self) -> None:
        """Make this model the active one, once all documents were seen."""
        with self._database.transaction():
            self._database.spaces.make_active(self._bound.space)

    def _take(self) -> Iterator[_Cut]:
        """Yield the next documents, cut, until they fill a batch; a long one comes alone."""
        passages = 0
        for document_id in self._database.spaces.documents_without(self._bound.space, self._after, _READ_AT_ONCE):
            extraction = self._database.documents.extraction(document_id)
            if extraction is None:
                continue
            cut = self._bound.embedder.cut(extraction)
            texts = self._bound.embedder.texts(extraction.title, extraction.text, cut)
            if passages and len(cut) >= LONG:
                return
            yield _Cut(document_id, len(extraction.text), cut, texts)
            passages += len(cut)
            if passages >= self._batcher.passages:
                return

    def _store(self, window: list[_Cut], matrix: NDArray[np.float32]) -> None:
        start = 0
        with self._database.transaction():
            for cut in window:
                part = matrix[start : start + len(cut.texts)]
                self._database.vectors.add(cut.document_id, self._bound.space, cut.passages, part)
                if len(cut.passages) >= LONG:
                    content_hash = self._hash(cut.document_id)
                    self._database.unfinished.remove(content_hash, self._bound.space)
                start += len(cut.texts)
        for cut in window:
            self._after = cut.document_id
            self.stats.documents -= 1
            self.stats.characters -= cut.characters
            self.stats.done += cut.characters

    def _hash(self, document_id: int) -> bytes:
        return self._database.duplicates.content_hashes([document_id])[document_id]


def purge_next_vectors(database: Database, wanted: str, *, keep: bool) -> int | None:
    """Purge some vectors of abandoned models; return their space, or None if none are left."""
    answering = database.spaces.active()
    spaces = [space for space in database.spaces.all() if space != answering and space.fingerprint != wanted]
    latest = {space.model: space for space in spaces}
    current = {space.model for space in database.spaces.all() if space not in spaces}
    given_up = [space for space in spaces if not keep or space.model in current or latest[space.model] != space]
    if not given_up:
        return None
    with database.transaction():
        if not database.spaces.purge_vectors(given_up[0], _REMOVED_AT_ONCE):
            database.spaces.remove(given_up[0])
    return given_up[0].id
