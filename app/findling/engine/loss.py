"""What is said where a model cannot be loaded any more: a disk is away, or somebody deleted its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.store import ModelStore
from findling.errors import ModelError
from findling.settings import Settings

if TYPE_CHECKING:
    from findling.engine.embedder import SharedEmbedder
    from findling.paths import LibraryPaths


def find_loss(paths: LibraryPaths, shared: SharedEmbedder, model_id: str) -> str:
    """Why questions cannot be asked of a model, as a note beside what words find; "" where they can."""
    try:
        shared.get(model_id)
    except ModelError as error:
        store = ModelStore.open(paths.models)
        if store.has(model_id):
            return f"Only words are searched, not the meaning. {error}"
        return f"Only words are searched, not the meaning: the files of {model_id} are gone. {_advise(store, model_id)}"
    return ""


def check_there(store: ModelStore, model_id: str) -> None:
    """See to it that a model which is to answer could be asked.

    Raises:
        ModelError: its files are gone.
    """
    if not store.has(model_id):
        raise ModelError(
            f"The change to {model_id} has stopped: the files of that model are gone.", _advise(store, model_id)
        )


def _advise(store: ModelStore, model_id: str) -> str:
    is_published = any(spec.id == model_id for spec in store.published())
    again = model_id if is_published else f"{model_id} --from DIR"
    return (
        f"Install it again: findling models install {again}. Or choose another: findling models use {Settings().model}"
    )
