"""Removes an installed model, unless something still needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.store import ModelStore
from findling.engine.answering import find_answering
from findling.errors import UsageError

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.settings import Settings


def retire_model(paths: LibraryPaths, settings: Settings, model_id: str) -> int:
    """Delete a model's files, and what came of an unfinished installation; its vectors are the indexer's to sweep.

    Returns:
        How many bytes that frees.

    Raises:
        UsageError: it is the one in use, or the one whose index still answers.
        ModelError: it ships with Findling, is not installed, or cannot be deleted.
    """
    answering = find_answering(paths)
    if model_id == settings.model and answering not in ("", model_id):
        raise UsageError(
            f"The model {model_id} is on its way to take over from {answering}.",
            f"Call that off first: findling models use {answering}",
        )
    if model_id == settings.model:
        raise UsageError(f"The model {model_id} is in use.", "Choose another first: findling models use ID")
    if model_id == answering:
        raise UsageError(
            f"The index of {model_id} still answers, until that of {settings.model} is complete.",
            f"Complete it first, with findling index, or keep it: findling models use {model_id}",
        )
    return ModelStore.open(paths.models).remove(model_id)
