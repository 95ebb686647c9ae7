"""Stage that groups documents by topic, while nothing else is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.domain.topics import LEAST_DOCUMENTS, GroupingState
from findling.indexing.background import read_unrelated_questions
from findling.topics.grouping import TopicGrouping
from findling.topics.later_documents import place_later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.embedding.encoder import Encoder
    from findling.embedding.remote.remote_encoder import RemoteEncoder
    from findling.models.embedder import BoundEmbedder
    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.topic_table import GroupingRecord

CHANGED_SHARE = 0.1
"""Share of the documents that came or went, from which on all are grouped again."""

_STEPS_AT_ONCE = 8


class TopicStage:
    """Stage of a run after all others, a second of work or less at a time.

    New documents go to the topic of the nearest one, and nothing else moves. Only when a tenth has changed, or another
    model answers, is everything grouped again, starting from the topics that there are.
    """

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._is_on = settings.topics
        self._is_current = False
        self._grouping: Iterator[float] | None = None
        self.progress: float | None = None
        """Share of the grouping that is done; None where none goes on."""

    def note_changes(self) -> None:
        """Note that documents may have come or gone."""
        self._is_current = False

    def advance(self, bound: BoundEmbedder, should_stop: Callable[[], bool]) -> bool:
        """Do a unit of work; return whether there may be more.

        Args:
            bound: the model that answers.
            should_stop: asked between two steps; what is not done then is begun again the next time.

        Raises:
            ModelError: the model fails.
        """
        if not self._is_on or should_stop():
            return False
        if self._grouping is not None:
            self._step(should_stop)
            return True
        if self._is_current:
            return False
        self._is_current = True
        return self._begin(bound)

    def _begin(self, bound: BoundEmbedder) -> bool:
        """Look what is to be done; return whether that takes more than this."""
        if self._database.spaces.active() != bound.space:
            return False
        topics = self._database.topics
        record = topics.record()
        unplaced = topics.count_unplaced(bound.space)
        if _is_due(record, bound.space.id, unplaced):
            encoder = bound.embedder.encoder
            grouping = TopicGrouping(self._database, bound.space, encoder, lambda: measure_unrelated(encoder))
            self._grouping, self.progress = grouping.steps(), 0.0
            return True
        if unplaced and record.state in (GroupingState.GROUPED, GroupingState.ONE_SUBJECT):
            place_later(self._database, bound.space)
        if record.gone:
            with self._database.transaction():
                topics.drop_empty()
        return False

    def _step(self, should_stop: Callable[[], bool]) -> None:
        assert self._grouping is not None
        for _ in range(_STEPS_AT_ONCE):
            done = next(self._grouping, None)
            self.progress = done
            if done is None:
                self._grouping = None
                # What came meanwhile is not in it.
                self._is_current = False
                return
            if should_stop():
                return


def measure_unrelated(encoder: Encoder | RemoteEncoder) -> float:
    """Return the mean cosine of unrelated texts: to some models it is far from 0.

    Raises:
        ModelError: the model fails.
    """
    vectors = np.stack([encoder.encode_query(question) for question in read_unrelated_questions()])
    count = len(vectors)
    return float((np.square(vectors.sum(axis=0)).sum() - count) / (count * (count - 1)))


def _is_due(record: GroupingRecord, space_id: int, unplaced: int) -> bool:
    """Return whether all documents are to be grouped again."""
    if record.state is GroupingState.UNKNOWN:
        return unplaced > 0
    if record.state is GroupingState.TOO_FEW:
        return unplaced >= LEAST_DOCUMENTS
    # A document that was edited has gone and come: it counts once.
    changed = max(record.later + unplaced, record.gone)
    left = record.documents + record.later + unplaced - record.gone
    return record.space_id != space_id or left < LEAST_DOCUMENTS or changed >= CHANGED_SHARE * record.documents
