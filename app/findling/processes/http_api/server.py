"""HTTP server with a bounded number of connections."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import sys
from dataclasses import dataclass
from ipaddress import ip_address
from socketserver import BaseRequestHandler, TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, TypeAlias, cast

from findling.errors import FindlingError, UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import explain_os_error
from findling.processes.http_api.connection_slots import ConnectionSlots
from findling.processes.http_api.request_handler import HttpHandler, log_kind

if TYPE_CHECKING:
    from pathlib import Path

    from findling.processes.http_api.request_handler import ServedModel

    _Request: TypeAlias = socket.socket | tuple[bytes, socket.socket]

MAX_CONNECTIONS = 64
"""Connections at once: each has a thread of its own."""

_FULL = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


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


class HttpServer(ThreadingMixIn, TCPServer):
    """Serves a model until it is interrupted."""

    daemon_threads = True
    block_on_close = False
    # Elsewhere than on POSIX it would let another program take the port over.
    allow_reuse_address = os.name == "posix"
    request_queue_size = MAX_CONNECTIONS

    def __init__(self, address: ListenAddress, served: ServedModel, certificate: ssl.SSLContext | None = None) -> None:
        """Bind the port.

        Raises:
            FindlingError: the port is taken, or not ours to take.
        """
        self._served = served
        self._certificate = certificate
        self._slots = ConnectionSlots(MAX_CONNECTIONS)
        self.address_family = address.family
        try:
            super().__init__((address.host, address.port), BaseRequestHandler)
        except OSError as error:
            reason = explain_os_error(error)
            unusable = ServerMessage.PORT_UNUSABLE(port=address.port, host=address.host, reason=reason)
            raise FindlingError(unusable, CommandMessage.OTHER_PORT()) from error

    @property
    def url(self) -> str:
        """URL of the server."""
        host, port = self.server_address[:2]
        name = f"[{host!s}]" if self.address_family == socket.AF_INET6 else str(host)
        return f"{'https' if self._certificate else 'http'}://{name}:{port}"

    def get_request(self) -> tuple[socket.socket, object]:
        """Accept a connection; the handshake of https is left to the connection's own thread."""
        connection, address = super().get_request()
        if self._certificate:
            connection = self._certificate.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def process_request(self, request: _Request, client_address: object) -> None:
        """Start a thread for a connection, unless so many are being answered that there is no place for it."""
        connection = cast("socket.socket", request)
        if self._slots.take(connection):
            super().process_request(request, client_address)
            return
        with contextlib.suppress(OSError):
            connection.settimeout(0)
            connection.send(_FULL)
        self.shutdown_request(connection)

    def process_request_thread(self, request: _Request, client_address: object) -> None:
        """Answer a connection on its thread."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._slots.release(cast("socket.socket", request))

    def finish_request(self, request: _Request, client_address: object) -> None:
        """Answer all requests of a connection."""
        connection = cast("socket.socket", request)
        if isinstance(connection, ssl.SSLSocket):
            connection.settimeout(self._served.timeout)
            connection.do_handshake()
        HttpHandler(connection, client_address, self, self._served, self._slots)

    def handle_error(self, _request: _Request, _client_address: object) -> None:
        """Log what ended a connection, unless it broke; nothing of what was sent."""
        error = sys.exception()
        if not isinstance(error, OSError):
            log_kind("connection", error)


def read_certificate(certificate: Path, key: Path) -> ssl.SSLContext:
    """Load what https needs.

    Raises:
        UsageError: the files cannot be read, or are no certificate with its key.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(certificate, key)
    except OSError as error:
        reason = explain_os_error(error)
        unusable = ServerMessage.CERTIFICATE_UNUSABLE(certificate=certificate, key=key, reason=reason)
        raise UsageError(unusable, CommandMessage.BOTH_PEM()) from error
    return context
