"""Grouping of a library's documents: from vectors to named topics and a map, in short steps.

A step takes a second or less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from findling.domain.topics import LEAST_DOCUMENTS, GroupingState
from findling.storage.topic_table import PlacedDocument
from findling.topics.later_documents import find_nearest
from findling.topics.map_layout import MapLayout, place_beside
from findling.topics.neighbour_graph import GraphBuilder, centre
from findling.topics.topic_divisions import Division, are_one_subject, divide, find_centres
from findling.topics.topic_drafts import draft_topics, name_drafts
from findling.topics.topic_names import SampledText

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from numpy.typing import NDArray

    from findling.storage.database import Database
    from findling.storage.topic_table import DocumentCentres
    from findling.storage.vector_table import Space
    from findling.topics.topic_drafts import TopicDraft

_T = TypeVar("_T")

_GRAPH_SHARE, _LAYOUT_SHARE = 0.3, 0.6
_COMPARED_AT_ONCE = 8_192
_KNOWN_SHARE = 0.5
"""Share of documents with places from which on a map is laid out from these, and not again."""


class TextEncoder(Protocol):
    """Model that gives the vectors of short texts, float32 (texts, dimensions), of length 1."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts."""


class TopicGrouping:
    """Groups all documents of a space again, starting from the topics that there are."""

    def __init__(self, database: Database, space: Space, encoder: TextEncoder, unrelated: Callable[[], float]) -> None:
        """Create a grouping.

        Args:
            database: the library's, open for writing.
            space: whose vectors count.
            encoder: the model of that space.
            unrelated: measures the mean cosine of unrelated texts to that model.
        """
        self._database = database
        self._space = space
        self._encoder = encoder
        self._unrelated = unrelated

    def steps(self) -> Iterator[float]:
        """Do the work and store what came of it; yields the share that is done between two steps.

        Raises:
            ModelError: the model fails.
        """
        documents = self._database.topics.centres(self._space)
        if len(documents.document_ids) < LEAST_DOCUMENTS:
            self._store(GroupingState.TOO_FEW, documents, documents.vectors, [], None)
            return
        vectors = centre(documents.vectors)
        builder = GraphBuilder(vectors)
        for done in builder.steps():
            yield _GRAPH_SHARE * done
        before, places = self._find_before(documents)
        layout = MapLayout(builder.graph, vectors, places)
        for done in layout.steps():
            yield _GRAPH_SHARE + _LAYOUT_SHARE * done
        division = yield from _wait_for(divide(builder.graph, vectors, before))
        if are_one_subject(documents.vectors, division.outer, self._unrelated()):
            self._store(GroupingState.ONE_SUBJECT, documents, vectors, [], layout.places)
            return
        terms = {topic_id: terms for topic_id, _, terms in self._database.topics.all()}
        drafts = yield from _wait_for(
            name_drafts(
                draft_topics(division, before, terms),
                vectors,
                lambda rows: self._read(documents.document_ids[rows]),
                self._encoder.encode_passages,
            )
        )
        self._store(GroupingState.GROUPED, documents, vectors, drafts, layout.places)

    def _find_before(self, documents: DocumentCentres) -> tuple[Division, NDArray[np.float32] | None]:
        """Return the stored topics of documents, and their places if most have one."""
        parents = {topic_id: parent for topic_id, parent, _ in self._database.topics.all()}
        placed = self._database.topics.placed()
        count = len(documents.document_ids)
        outer, inner = np.full(count, -1, np.int64), np.full(count, -1, np.int64)
        places, is_placed = np.zeros((count, 2), np.float32), np.zeros(count, bool)
        rows = {document_id: row for row, document_id in enumerate(documents.document_ids.tolist())}
        for known in placed:
            row = rows.get(known.document_id)
            if row is None:
                continue
            places[row], is_placed[row] = (known.x, known.y), True
            if known.topic_id is not None:
                parent = parents[known.topic_id]
                outer[row] = known.topic_id if parent is None else parent
                inner[row] = -1 if parent is None else known.topic_id
        if is_placed.sum() < max(_KNOWN_SHARE * count, 1):
            return Division(outer, inner), None
        new = np.flatnonzero(~is_placed)
        known_rows = np.flatnonzero(is_placed)
        nearest = find_nearest(documents.vectors[new], documents.vectors[known_rows])
        known_places = places[known_rows]
        places[new] = place_beside(known_places[nearest], float(np.ptp(known_places, axis=0).max()), count)
        return Division(outer, inner), places

    def _read(self, document_ids: NDArray[np.int64]) -> list[SampledText]:
        texts = (self._database.documents.text(document_id) for document_id in document_ids.tolist())
        return [SampledText(*text) for text in texts if text is not None]

    def _store(
        self,
        state: GroupingState,
        documents: DocumentCentres,
        centred: NDArray[np.float32],
        drafts: Sequence[TopicDraft],
        places: NDArray[np.float32] | None,
    ) -> None:
        """Store all in one transaction: whoever reads sees the topics of before, or these."""
        topics = self._database.topics
        count = len(documents.document_ids)
        innermost = np.full(count, -1, np.int64)
        for at, draft in enumerate(drafts):
            innermost[draft.rows] = at
        centres = find_centres(centred, innermost, max(len(drafts), 1))
        closeness = _find_closeness(centred, centres, innermost)
        with self._database.transaction():
            ids: list[int] = []
            for draft in drafts:
                parent_id = None if draft.parent is None else ids[draft.parent]
                ids.append(draft.kept_id or topics.add(parent_id, draft.terms))
                topics.move(ids[-1], parent_id)
            if places is None:
                topics.clear()
            else:
                topics.place(
                    PlacedDocument(document_id, ids[at] if at >= 0 else None, near, x, y)
                    for document_id, at, near, (x, y) in zip(
                        *(documents.document_ids.tolist(), innermost.tolist(), closeness.tolist(), places.tolist()),
                        strict=True,
                    )
                )
                topics.keep_only(ids)
            topics.set_record(state, self._space, count)


def _find_closeness(
    centred: NDArray[np.float32], centres: NDArray[np.float32], innermost: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return each document's cosine with its topic's centre, float32 (documents,); 0 for none."""
    closeness = np.zeros(len(centred), np.float32)
    for start in range(0, len(centred), _COMPARED_AT_ONCE):
        part = slice(start, start + _COMPARED_AT_ONCE)
        closeness[part] = np.einsum("ij,ij->i", centred[part], centres[innermost[part]])
    closeness[innermost < 0] = 0
    return closeness


def _wait_for(steps: Iterator[_T | None]) -> Generator[float, None, _T]:
    """Yield the share done until the last of some steps gives its result, and return that."""
    for found in steps:
        if found is not None:
            return found
        yield _GRAPH_SHARE + _LAYOUT_SHARE
    raise AssertionError("the last step gives something")
