"""Removes an installed model, unless something still needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.errors import UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.models.active_model import find_active_model

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.settings import Settings


def remove_model(paths: LibraryPaths, settings: Settings, model_id: str) -> int:
    """Delete a model's files, and what came of an unfinished installation; its vectors are the indexer's to sweep.

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
