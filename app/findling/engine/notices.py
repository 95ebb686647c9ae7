"""What the person should know of what computes: what indexing found, and what the settings name that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.embedding.providers import AUTO, find_providers
from findling.embedding.remote.address import ServerAddress
from findling.embedding.session import import_runtime
from findling.engine.hardware import explain_missing
from findling.errors import UsageError

if TYPE_CHECKING:
    from findling.engine.hardware import Use
    from findling.settings import Settings


def find_notice(settings: Settings, use: Use) -> str:
    """All there is to say; "" where there is nothing.

    Args:
        settings: the user's, which may be younger than what indexing found.
        use: what indexing found last.
    """
    notices = dict.fromkeys((_explain_provider(settings.provider), _explain_server(settings.remote), use.notice))
    return " ".join(filter(None, notices))


def find_server(settings: Settings) -> str:
    """The address that texts are sent to; "" for none, and where nothing is sent to what the settings name."""
    return "" if _explain_server(settings.remote) else settings.remote


def _explain_server(address: str) -> str:
    if not address:
        return ""
    try:
        ServerAddress.parse(address)
    except UsageError as error:
        return f"Nothing can be sent to the server that the settings name. {error}"
    return ""


def _explain_provider(name: str) -> str:
    if name == AUTO or name in (provider.name for provider in find_providers(import_runtime())):
        return ""
    return explain_missing(name)
