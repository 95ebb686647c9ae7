"""Address of a server, checked before anything is sent there."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from findling.errors import UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A server of the user's choice.

    Attributes:
        url: without a "/" at its end; never with a name or a password in it.
        host: its name or number.
    """

    url: str
    host: str

    @classmethod
    def parse(cls, text: str) -> ServerAddress:
        """Read an address as it was typed.

        Raises:
            UsageError: it is none, or what is sent there could be read on the way.
        """
        try:
            parts = urlsplit(text.strip())
            host, port = parts.hostname, parts.port
        except ValueError as error:
            wrong = ServerMessage.NO_ADDRESS_FOR(address=text, reason=str(error))
            raise UsageError(wrong, ModelRemedy.WRITE_ADDRESS()) from error
        if parts.scheme not in ("http", "https") or not host or port == 0:
            raise UsageError(ServerMessage.NO_ADDRESS(address=text), ModelRemedy.WRITE_ADDRESS())
        if parts.username is not None or parts.query or parts.fragment:
            raise UsageError(ServerMessage.ADDRESS_HOLDS_MORE(), ModelRemedy.WRITE_ADDRESS())
        if parts.scheme == "http" and not is_loopback(host):
            raise UsageError(ServerMessage.READABLE_ON_THE_WAY(host=host), ModelRemedy.USE_HTTPS())
        return cls(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", host)

    @property
    def is_loopback(self) -> bool:
        """True where what is sent there stays on this computer."""
        return is_loopback(self.host)

    @property
    def uses_openai_api(self) -> bool:
        """True for OpenAI's interface: the address ends with its version."""
        return self.url.endswith("/v1")


def is_loopback(host: str) -> bool:
    """Return whether a host name or IP address is this computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
