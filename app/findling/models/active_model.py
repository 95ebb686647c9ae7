"""Active model of a library, and the removal of models not in use."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.errors import LibraryError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.paths import LibraryPaths
    from findling.settings import Settings


def find_active_model(paths: LibraryPaths) -> str:
    """Return the id of the model that queries are embedded with; "" while nothing is embedded."""
    with open_snapshot(paths) as database:
        space = database.spaces.active() if database else None
        return space.model if space else ""


@contextmanager
def open_snapshot(paths: LibraryPaths) -> Iterator[Database | None]:
    """Open a snapshot of the library's database; None where there is none that can be read."""
    try:
        database = Database.open_for_reading(paths.database, paths.key)
    except LibraryError:
        yield None
        return
    try:
        with database.reading():
            yield database
    finally:
        database.close()


def remove_model(paths: LibraryPaths, settings: Settings, model_id: str) -> int:
    """Delete a model's files, whole or not; the indexer deletes its vectors.

    Returns:
        How many bytes that frees.

    Raises:
        UsageError: it is the one in use, or the one whose index still answers.
        ModelError: it ships with Findling, is not installed, or cannot be deleted.
    """
    answering = find_active_model(paths)
    if model_id == settings.model and answering not in ("", model_id):
        taking_over = ModelMessage.TAKING_OVER(model=model_id, answering=answering)
        raise UsageError(taking_over, ModelRemedy.CALL_OFF_FIRST(model=answering))
    if model_id == settings.model:
        raise UsageError(ModelMessage.IN_USE(model=model_id), ModelRemedy.CHOOSE_OTHER_FIRST())
    if model_id == answering:
        still = ModelMessage.STILL_ANSWERS(model=model_id, wanted=settings.model)
        raise UsageError(still, ModelRemedy.COMPLETE_FIRST(model=model_id))
    return ModelStore.open(paths.models).remove(model_id)
