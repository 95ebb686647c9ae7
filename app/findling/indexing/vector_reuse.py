"""Takes over the vectors of passages that stay as they were when a file is edited, or grows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.domain.files import Passage
from findling.extraction.chunking.anchors import find_anchors

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from findling.domain.files import Extraction
    from findling.models.embedder import BoundEmbedder
    from findling.storage.database import Database


@dataclass(frozen=True, slots=True, eq=False)
class PartlyKnown:
    """Passages of a document of which some vectors are known.

    Attributes:
        places, known: numbers of those passages, (known,) int64, and their vectors, (known, dimensions) float32.
        missing: numbers of the others, (missing,) int64.
        texts: of the others, to be embedded.
    """

    places: NDArray[np.int64]
    known: NDArray[np.float32]
    missing: NDArray[np.int64]
    texts: Sequence[str]

    def complete(self, made: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the vectors of all passages in order, given those of `texts`."""
        matrix = np.empty((len(self.places) + len(self.missing), made.shape[1]), np.float32)
        matrix[self.places], matrix[self.missing] = self.known, made
        return matrix


class VectorReuse:
    """Reuse of a document's vectors for the one that takes its place in a file.

    A passage is the same if the text that is embedded for it is, with title and headings. What is taken over waits
    beside the new document, since the old one is deleted as soon as no file has it.
    """

    def __init__(self, database: Database, bound: BoundEmbedder) -> None:
        self._database = database
        self._embedder = bound.embedder
        self._space = bound.space

    def find_ends(self, former_id: int | None, extraction: Extraction) -> Collection[int]:
        """Return where passages of what a file held before ended, in the text that it holds now."""
        passages = self._find_passages(former_id)
        former = self._database.documents.text(former_id) if former_id is not None and passages else None
        if former is None:
            return ()
        return find_anchors(former[1], [(each.start, each.end) for each in passages], extraction.text)

    def keep(
        self, former_id: int | None, document_id: int, extraction: Extraction, passages: Sequence[Passage]
    ) -> None:
        """Keep the vectors that hold for a document replacing another; inside a transaction."""
        if former_id is None or former_id == document_id:
            return
        known = self._find_vectors(former_id)
        texts = self._embedder.texts(extraction.title, extraction.text, passages) if known else []
        places = [place for place, text in enumerate(texts) if text in known]
        if places:
            matrix = np.stack([known[texts[place]] for place in places])
            self._database.kept.put(document_id, self._space, places, matrix)

    def split(self, document_id: int, texts: Sequence[str]) -> PartlyKnown:
        """Part the texts of a document's passages into those with kept vectors, and the rest."""
        places, matrix = self._database.kept.find(document_id, self._space)
        if len(places) and places.max() >= len(texts):
            places, matrix = places[:0], matrix[:0]
        rest = np.setdiff1d(np.arange(len(texts)), places)
        return PartlyKnown(places, matrix, rest, [texts[place] for place in rest])

    def _find_passages(self, document_id: int | None) -> Sequence[Passage]:
        if document_id is None:
            return ()
        stored = self._database.documents.passages_of([document_id], self._space.id).get(document_id)
        if stored is not None and len(stored):
            return [Passage(start, end, page, heading) for _, start, end, page, heading in stored.rows]
        return self._database.queue.passages(document_id, self._space)

    def _find_vectors(self, document_id: int) -> dict[str, NDArray[np.floating]]:
        """Return the vectors of a document by the text that was embedded for each."""
        passages = self._find_passages(document_id)
        stored = self._database.documents.text(document_id) if passages else None
        if stored is None:
            return {}
        title, text, _ = stored
        texts = self._embedder.texts(title, text, passages)
        for found in self._database.vectors.of_documents([document_id], self._space):
            return dict(zip(texts, found.matrix, strict=False))
        places, matrix = self._database.kept.find(document_id, self._space)
        return {texts[place]: row for place, row in zip(places.tolist(), matrix, strict=True) if place < len(texts)}
