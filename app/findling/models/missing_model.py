"""Model whose files are gone or damaged: what the user is told, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.settings import Settings

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.models.embedder import SharedEmbedder
    from findling.paths import LibraryPaths


def explain_missing_model(paths: LibraryPaths, shared: SharedEmbedder, model_id: str) -> Notice | None:
    """Return why a model cannot embed queries, a notice on lexical results; None if it can."""
    try:
        shared.get(model_id)
    except ModelError as error:
        store = ModelStore.open(paths.models)
        if store.has(model_id):
            return ModelMessage.ONLY_WORDS(reason=error.notice)
        return ModelMessage.ONLY_WORDS_FILES_GONE(model=model_id).advising(_advise(store, model_id))
    return None


def ensure_installed(store: ModelStore, model_id: str) -> None:
    """Check that a model that is to become active is still installed.

    Raises:
        ModelError: its files are gone.
    """
    if not store.has(model_id):
        raise ModelError(ModelMessage.CHANGE_STOPPED(model=model_id), _advise(store, model_id))


def _advise(store: ModelStore, model_id: str) -> Notice:
    is_published = any(spec.id == model_id for spec in store.published())
    again = ModelRemedy.INSTALL_AGAIN_OR_CHOOSE if is_published else ModelRemedy.INSTALL_AGAIN_FROM_FOLDER_OR_CHOOSE
    return again(model=model_id, other=Settings().model)
