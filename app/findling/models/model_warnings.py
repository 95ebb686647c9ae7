"""Warnings for the user: a model that is gone, a provider or a server that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.model_store import ModelStore
from findling.embedding.onnx_session import import_runtime
from findling.embedding.providers import AUTO, find_providers
from findling.embedding.remote.server_address import ServerAddress
from findling.errors import ModelError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.server_templates import ServerMessage
from findling.models.provider_choice import explain_missing
from findling.settings import Settings

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.models.embedder import SharedEmbedder
    from findling.models.provider_choice import ProviderUse
    from findling.paths import LibraryPaths


def find_notices(settings: Settings, use: ProviderUse) -> tuple[Notice, ...]:
    """Return all that the user should know, each once."""
    found = (_explain_provider(settings.provider), _explain_server(settings.remote), use.notice)
    return tuple(notice for notice in dict.fromkeys(found) if notice)


def find_server(settings: Settings) -> str:
    """Return the server that texts are sent to; "" for none, or one that must not be used."""
    return "" if _explain_server(settings.remote) else settings.remote


def _explain_server(address: str) -> Notice | None:
    if not address:
        return None
    try:
        ServerAddress.parse(address)
    except UsageError as error:
        return ServerMessage.NOTHING_SENT(reason=error.notice)
    return None


def _explain_provider(name: str) -> Notice | None:
    if name == AUTO or name in (provider.name for provider in find_providers(import_runtime())):
        return None
    return explain_missing(name)


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
