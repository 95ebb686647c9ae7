"""Documents that came after the topics were made, each put beside the document that is nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.storage.topic_table import PlacedDocument
from findling.topics.map_layout import place_near

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.storage.database import Database
    from findling.storage.vector_table import Space

_AT_ONCE = 512


def place_later(database: Database, space: Space) -> int:
    """Store topics and places of all documents that have none, and return how many these were; no other one moves."""
    documents = database.topics.centres(space)
    ids = documents.document_ids.tolist()
    placed = {each.document_id: each for each in database.topics.placed()}
    is_known = np.array([document_id in placed for document_id in ids], bool)
    new, known = np.flatnonzero(~is_known), np.flatnonzero(is_known)
    if not len(new) or not len(known):
        return 0
    hosts = [placed[ids[row]] for row in known.tolist()]
    nearest = find_nearest(documents.vectors[new], documents.vectors[known])
    places = place_near(np.array([(host.x, host.y) for host in hosts], np.float32), nearest)
    cosines = np.einsum("ij,ij->i", documents.vectors[new], documents.vectors[known[nearest]])
    rows = zip(new.tolist(), nearest.tolist(), cosines.tolist(), places.tolist(), strict=True)
    with database.transaction():
        database.topics.place(
            # No more typical than the one beside it.
            PlacedDocument(
                ids[row], hosts[host].topic_id, hosts[host].closeness * max(cosine, 0.0), x, y, is_later=True
            )
            for row, host, cosine, (x, y) in rows
        )
    return len(new)


def find_nearest(vectors: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return for each vector the row of the nearest of others: int64 (vectors,)."""
    starts = range(0, len(vectors), _AT_ONCE)
    parts = [(vectors[start : start + _AT_ONCE] @ others.T).argmax(axis=1) for start in starts]
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)
