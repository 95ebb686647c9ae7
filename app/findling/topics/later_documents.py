"""Documents that came after the topics were made, each put beside the nearest document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.storage.topic_table import PlacedDocument
from findling.topics.map_layout import place_beside

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.storage.database import Database
    from findling.storage.vector_table import Space

_AT_ONCE = 512


def place_later(database: Database, space: Space) -> int:
    """Store topics and places of documents without any, and return their number; no other moves."""
    topics = database.topics
    new = topics.unplaced_centres(space)
    best = np.full(len(new.document_ids), -np.inf, np.float32)
    hosts = np.zeros(len(new.document_ids), np.int64)
    # What has a place is read part by part: there is much more of it than of what is new.
    for known in topics.placed_centres(space) if len(best) else ():
        nearest, cosines = _find_nearest_within(new.vectors, known.vectors)
        nearer = cosines > best
        best[nearer], hosts[nearer] = cosines[nearer], known.document_ids[nearest[nearer]]
    if not hosts.any():
        return 0
    around = topics.places_of(np.unique(hosts).tolist())
    beside = [around[host] for host in hosts.tolist()]
    places = place_beside(
        np.array([(host.x, host.y) for host in beside], np.float32), topics.extent(), int(new.document_ids[0])
    )
    with database.transaction():
        topics.place(
            # No more typical than the one beside it.
            PlacedDocument(document_id, host.topic_id, host.closeness * max(cosine, 0.0), x, y, is_later=True)
            for document_id, host, cosine, (x, y) in zip(
                new.document_ids.tolist(), beside, best.tolist(), places.tolist(), strict=True
            )
        )
    return len(hosts)


def find_nearest(vectors: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return for each vector the row of the nearest of others: int64 (vectors,)."""
    return _find_nearest_within(vectors, others)[0]


def _find_nearest_within(
    vectors: NDArray[np.float32], others: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return for each vector the row of the nearest of others, int64, and the cosine, float32."""
    rows, cosines = np.zeros(len(vectors), np.int64), np.zeros(len(vectors), np.float32)
    for start in range(0, len(vectors), _AT_ONCE):
        products = vectors[start : start + _AT_ONCE] @ others.T
        part = slice(start, start + len(products))
        rows[part] = products.argmax(axis=1)
        cosines[part] = products.max(axis=1)
    return rows, cosines
