"""Warnings for the user: a provider or a server that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.onnx_session import import_runtime
from findling.embedding.providers import AUTO, find_providers
from findling.embedding.remote.server_address import ServerAddress
from findling.errors import UsageError
from findling.messages.server_templates import ServerMessage
from findling.models.provider_choice import explain_missing

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.models.provider_choice import ProviderUse
    from findling.settings import Settings


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
