"""HTTP handler of one connection: reads requests within limits, and logs nothing of them."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import socket
import time
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, TypeVar

from findling.processes.http_api import openai_api, tei_api
from findling.processes.http_api.http_refusal import HttpRefusal

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping
    from socketserver import BaseServer

    from _typeshed import WriteableBuffer

    from findling.processes.http_api.connection_slots import ConnectionSlots
    from findling.processes.http_api.embedding_service import EmbeddingService
    from findling.processes.http_api.request_guard import RequestGuard

MAX_BYTES = 2_000_000
"""Of one request's body, as with TEI."""

TIMEOUT_SECONDS = 30.0
"""Seconds in which a request has to come, and an answer to be taken; then the connection is closed."""

_READ = 65_536
_DIGITS = 12
_DRAIN_SECONDS = 5.0

_Compute = TypeVar("_Compute")


class RequestBody(io.RawIOBase):
    """Bytes of a connection, of which each request may take `seconds` to begin and to come."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    def restart_deadline(self) -> None:
        """Set the deadline of the next request."""
        self._deadline = time.monotonic() + self._seconds

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Take what is there, or wait for it.

        Raises:
            TimeoutError: the deadline is over.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A service with the rules for requests to it.

    Attributes:
        service: computes the answers.
        guard: decides which requests are answered.
        timeout: seconds in which a request has to come, and an answer to be taken.
    """

    service: EmbeddingService
    guard: RequestGuard
    timeout: float = TIMEOUT_SECONDS


def _check_health(_service: EmbeddingService) -> None:
    """Answer with nothing: that there is an answer says enough."""


_GET: Mapping[str, Callable[[EmbeddingService], object]] = {
    "/health": _check_health,
    "/info": tei_api.describe,
    "/v1/models": openai_api.list_models,
}
_POST: Mapping[str, Callable[[EmbeddingService, Mapping[str, object]], object]] = {
    "/embed": tei_api.embed,
    "/rerank": tei_api.rerank,
    "/v1/embeddings": openai_api.embed,
}


class HttpHandler(BaseHTTPRequestHandler):
    """Answers the requests of one connection, one after another."""

    protocol_version = "HTTP/1.1"
    # Else the head of an answer waits some 40 ms for the body to fill its packet.
    disable_nagle_algorithm = True

    def __init__(
        self,
        request: socket.socket | ssl.SSLSocket,
        client_address: object,
        server: BaseServer,
        served: ServedModel,
        slots: ConnectionSlots,
    ) -> None:
        """Answer all requests of a connection, until it ends or another one needs its place in `slots`."""
        self._served = served
        self._slots = slots
        super().__init__(request, client_address, server)

    def setup(self) -> None:
        """Read the requests through `RequestBody`."""
        super().setup()
        self.rfile.close()
        self._incoming = RequestBody(self.connection, self._served.timeout)
        self.rfile = io.BufferedReader(self._incoming)

    def handle_one_request(self) -> None:
        """Answer the next request of the connection, if it comes in time."""
        self._incoming.restart_deadline()
        self._slots.begin_waiting(self.connection)
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer a GET request."""
        self._answer(self._get)

    def do_POST(self) -> None:
        """Answer a POST request."""
        self._answer(self._post)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Refuse what is no request that we know, as JSON like everything else."""
        self.close_connection = True
        # The base class's message would repeat what was sent; before a request was understood there is no path.
        refusal = HttpRefusal(code, "Validation", HTTPStatus(code).phrase)
        self._send(code, _describe(refusal, getattr(self, "path", "")))

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing down."""

    def version_string(self) -> str:
        """Name the server, but not its version of Python."""
        return "findling"

    def _answer(self, compute: Callable[[], object]) -> None:
        try:
            self._served.guard.check(self.headers)
            self._send(200, compute())
        except HttpRefusal as refusal:
            self.close_connection = True
            self._send(refusal.status, _describe(refusal, self.path), refusal.headers)
            self._drain()
        except OSError:
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - one request must not end the others
            log_kind("request", error)
            self.close_connection = True
            self._send(424, _describe(HttpRefusal(424, "Backend", "the model failed"), self.path))

    def _drain(self) -> None:
        """Read the rest of a refused request: a reset would discard our answer on its way."""
        deadline = time.monotonic() + _DRAIN_SECONDS
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(1.0)
            while self.connection.recv(_READ) and time.monotonic() < deadline:
                pass

    def _get(self) -> object:
        if self._is_in_parts() or self.headers.get("Content-Length", "0") != "0":
            raise HttpRefusal(400, "Validation", "a question has no content")
        self._slots.begin_answering(self.connection)
        return self._find(_GET)(self._served.service)

    def _post(self) -> object:
        compute = self._find(_POST)
        if self.headers.get_content_type() != "application/json":
            raise HttpRefusal(415, "Validation", "the content has to be application/json")
        return compute(self._served.service, self._read_document())

    def _find(self, offered: Mapping[str, _Compute]) -> _Compute:
        path = self.path.partition("?")[0]
        if path in offered:
            return offered[path]
        if path in _GET or path in _POST:
            raise HttpRefusal(405, "Validation", "this path is asked in the other way, GET or POST")
        raise HttpRefusal(404, "Validation", "there is nothing at this path")

    def _read_document(self) -> dict[str, object]:
        try:
            document = json.loads(self._read_body())
        except (ValueError, RecursionError) as error:
            raise HttpRefusal(400, "Validation", "the content is no JSON") from error
        if not isinstance(document, dict):
            raise HttpRefusal(422, "Validation", "the content has to be a JSON object")
        return document

    def _read_body(self) -> bytes:
        lengths = self.headers.get_all("Content-Length", [])
        # Two lengths, or parts of their own lengths, are how one request is hidden in another.
        if len(lengths) != 1 or not (lengths[0].isascii() and lengths[0].isdigit()) or self._is_in_parts():
            raise HttpRefusal(411, "Validation", "the length of the content has to be said")
        if len(lengths[0]) > _DIGITS or int(lengths[0]) > MAX_BYTES:
            raise HttpRefusal(413, "Validation", f"the content has more than {MAX_BYTES:,} bytes")
        body = self.rfile.read(int(lengths[0]))
        if len(body) < int(lengths[0]):
            raise ConnectionAbortedError
        self._slots.begin_answering(self.connection)
        return body

    def _is_in_parts(self) -> bool:
        return "Transfer-Encoding" in self.headers

    def _send(self, status: int, document: object, headers: Mapping[str, str] | None = None) -> None:
        body = b"" if document is None else json.dumps(document).encode("ascii")
        self._slots.begin_waiting(self.connection)
        self.connection.settimeout(self._served.timeout)
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Type": "application/json"}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)


def log_kind(what: str, error: BaseException | None) -> None:
    """Log the type of an error; not its message or frames, which may hold a text."""
    logging.getLogger("findling").error("a %s failed: %s", what, type(error).__name__)


def _describe(refusal: HttpRefusal, path: str) -> dict[str, object]:
    """A refusal as OpenAI's clients read it, or as TEI's do."""
    if path.startswith("/v1/"):
        return {"error": {"message": refusal.message, "type": refusal.kind, "param": None, "code": None}}
    return {"error": refusal.message, "error_type": refusal.kind}
