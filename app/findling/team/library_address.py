"""Address of a shared library, checked before anything is sent there."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from findling.embedding.remote.server_address import is_loopback
from findling.errors import UsageError
from findling.messages.team_templates import TeamMessage, TeamRemedy

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERIFYING = "verify-full"
_PARAMETERS = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout"})
"""Parameters of libpq that an address may hold."""

_PATIENCE = {
    "connect_timeout": "10",
    # Else a server whose network is cut in the midst of an answer is waited for for hours.
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "4",
    "tcp_user_timeout": "40000",
}
"""Parameters of libpq by which a server that is out of reach is given up: after 10 s at first, and 40 s later on."""


@dataclass(frozen=True, slots=True)
class LibraryAddress:
    """Database that a shared library is in, and who asks.

    Attributes:
        user: name of the role.
        port: 0 for the usual one.
        parameters: of libpq, beside those.
    """

    user: str
    host: str
    port: int
    database: str
    parameters: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> tuple[LibraryAddress, str]:
        """Read an address as typed; return it and the password in it, "" where there is none.

        Raises:
            UsageError: it is none, or what is sent there could be read on the way.
        """
        try:
            parts = urlsplit(text.strip())
            host, port = parts.hostname or "", parts.port or 0
            parameters = tuple(parse_qsl(parts.query, strict_parsing=True)) if parts.query else ()
        except ValueError as error:
            raise UsageError(TeamMessage.NO_ADDRESS(address=_hide(text)), TeamRemedy.WRITE_ADDRESS()) from error
        database = unquote(parts.path.strip("/"))
        is_known = {name for name, _ in parameters} <= _PARAMETERS
        if parts.scheme not in ("postgresql", "postgres") or not host or not database or not is_known:
            raise UsageError(TeamMessage.NO_ADDRESS(address=_hide(text)), TeamRemedy.WRITE_ADDRESS())
        if not is_loopback(host) and dict(parameters).get("sslmode", _VERIFYING) != _VERIFYING:
            raise UsageError(TeamMessage.READABLE_ON_THE_WAY(host=host), TeamRemedy.VERIFY())
        user = unquote(parts.username or "") or getpass.getuser()
        return cls(user, host, port, database, parameters), unquote(parts.password or "")

    @property
    def url(self) -> str:
        """The address without a password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port else ""
        query = f"?{urlencode(self.parameters)}" if self.parameters else ""
        return f"postgresql://{quote(self.user)}@{host}{port}/{quote(self.database)}{query}"

    def to_parameters(self) -> Mapping[str, str]:
        """Return the parameters of libpq: by default, TLS verified by the system's authorities.

        What is sent to this computer itself leaves it by no network.
        """
        named = dict(self.parameters)
        if not is_loopback(self.host):
            # Without this, libpq looks for a file of authorities in the user's home that is rarely there.
            named = {"sslmode": _VERIFYING, "sslrootcert": "system"} | named
        port = {"port": str(self.port)} if self.port else {}
        own = {"user": self.user, "host": self.host, "dbname": self.database}
        return _PATIENCE | {"application_name": "findling"} | named | own | port


def _hide(text: str) -> str:
    """Return an address without a password, for a message."""
    before, at, after = text.rpartition("@")
    name, colon, _ = before.partition("://")[2].partition(":")
    return f"{before.partition('://')[0]}://{name}:…@{after}" if at and colon else text
