"""Change of a library from one model to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.library import ModelChange

if TYPE_CHECKING:
    from findling.storage.database import Database


def find_change(database: Database, wanted: str) -> ModelChange | None:
    """Return the change to the wanted model that is under way or due; None where there is none."""
    answering, space = database.spaces.active(), database.vectors.latest_space(wanted)
    if answering is None or answering == space:
        return None
    documents = database.documents.count_texts()
    left = database.spaces.count_unembedded(space).documents if space else documents
    return ModelChange(space.model if space else wanted, documents, left)
