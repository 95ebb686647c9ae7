"""HTTP server with a bounded number of connections."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

import uvicorn

from findling.errors import FindlingError, UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import explain_os_error
from findling.processes.http_api.timed_protocol import TimedConfig

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp

MAX_CONNECTIONS = 512
"""Connections at once; a process may open 1,024 files on many systems."""

TIMEOUT_SECONDS = 30.0
"""Seconds in which a request has to come, and an answer to be taken; then the connection is closed."""

_BACKLOG = 256


@dataclass(frozen=True, slots=True)
class ListenAddress:
    """Address that a server listens on.

    Attributes:
        family: of the address, as `socket` has it.
        host: a number; all of this computer's addresses for 0.0.0.0 and ::.
        port: 0 takes a free one.
    """

    family: socket.AddressFamily
    host: str
    port: int

    @classmethod
    def find(cls, host: str, port: int, *, open_to_others: bool) -> ListenAddress:
        """Look up where to listen.

        Raises:
            UsageError: this computer has no such address, or others could ask without a key.
        """
        try:
            family, _, _, _, found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        except OSError as error:
            unknown = ServerMessage.NOT_THIS_HOST(host=host, reason=explain_os_error(error))
            raise UsageError(unknown, CommandMessage.NO_HOST()) from error
        address = cls(family, str(found[0]), port)
        if not open_to_others and not address.is_loopback:
            raise UsageError(ServerMessage.OPEN_WITHOUT_KEY(host=host), CommandMessage.KEY_FILE())
        return address

    @property
    def is_loopback(self) -> bool:
        """True where only this computer reaches it."""
        return ip_address(self.host.partition("%")[0]).is_loopback


@dataclass(frozen=True, slots=True)
class Certificate:
    """Certificate with its own key, as PEM files."""

    certificate: Path
    key: Path

    def require_usable(self) -> None:
        """Load both, to know that https can be spoken with them.

        Raises:
            UsageError: the files cannot be read, or are no certificate with its key.
        """
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            context.load_cert_chain(self.certificate, self.key)
        except OSError as error:
            reason = explain_os_error(error)
            unusable = ServerMessage.CERTIFICATE_UNUSABLE(certificate=self.certificate, key=self.key, reason=reason)
            raise UsageError(unusable, CommandMessage.BOTH_PEM()) from error


class HttpServer:
    """Serves an application until it is interrupted."""

    def __init__(
        self,
        address: ListenAddress,
        app: ASGIApp,
        certificate: Certificate | None = None,
        *,
        seconds: float = TIMEOUT_SECONDS,
        most_connections: int = MAX_CONNECTIONS,
    ) -> None:
        """Bind the port.

        Raises:
            FindlingError: the port is taken, or not ours to take.
        """
        self._is_secure = certificate is not None
        files = {"ssl_certfile": certificate.certificate, "ssl_keyfile": certificate.key} if certificate else {}
        self._server = uvicorn.Server(TimedConfig(app, seconds, most_connections, **files))
        try:
            # Elsewhere than on POSIX, to reuse an address would let another program take the port over.
            self._socket = socket.create_server((address.host, address.port), family=address.family, backlog=_BACKLOG)
        except OSError as error:
            reason = explain_os_error(error)
            unusable = ServerMessage.PORT_UNUSABLE(port=address.port, host=address.host, reason=reason)
            raise FindlingError(unusable, CommandMessage.OTHER_PORT()) from error

    @property
    def url(self) -> str:
        """URL of the server."""
        host, port = self._socket.getsockname()[:2]
        name = f"[{host!s}]" if self._socket.family == socket.AF_INET6 else str(host)
        return f"{'https' if self._is_secure else 'http'}://{name}:{port}"

    def serve(self) -> None:
        """Answer until `stop`, or an interrupt, which is then raised."""
        self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Have `serve` return; may be called from any thread."""
        self._server.should_exit = True
