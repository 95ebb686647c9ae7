"""JSON over HTTP with one server, bounded in time and size, with retries where those help."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from findling.embedding.network_errors import explain_unreachable, shorten_reason
from findling.embedding.remote.backoff import Backoff, read_retry_after
from findling.errors import RemoteError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    import httpx2

    from findling.embedding.remote.server_address import ServerAddress
    from findling.messages.notice import Notice

LARGEST_ANSWER = 32_000_000
"""Largest answer: 32 vectors of 4,096 numbers take some three millions."""

REACH_SECONDS = 5.0
"""Seconds in which a server has to answer while a user waits."""

_TOO_LARGE = frozenset({413, 422})
_BUSY = frozenset({424, 429, 500, 502, 503, 504})
_WRONG_KEY = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Time limits of a request, in seconds.

    Attributes:
        connect: until it is reached.
        read: between two bytes.
        total: for a whole answer, which might come a byte at a time.
    """

    connect: float = 10.0
    read: float = 60.0
    total: float = 120.0


class TooLargeError(RemoteError):
    """The server wants less in one call.

    Attributes:
        server: its address, with the path that was asked.
        answer: what it says of that; "" for nothing.
    """

    def __init__(self, server: str, answer: str = "") -> None:
        explained = ServerMessage.WANTS_LESS_SAYING(server=server, answer=answer)
        super().__init__(explained if answer else ServerMessage.WANTS_LESS(server=server))
        self.server = server
        self.answer = answer


class _BusyError(RemoteError):
    """The server may take the same call later.

    Attributes:
        wait: the seconds that it asks for; 0 where it says nothing.
    """

    def __init__(self, message: Notice, wait: float = 0.0) -> None:
        super().__init__(message, ModelRemedy.TRY_LATER_NOTHING_LOST())
        self.wait = wait


class ServerConnection:
    """HTTP connection to one server; safe to use from several threads."""

    def __init__(
        self,
        address: ServerAddress,
        key: str = "",
        *,
        timeouts: Timeouts | None = None,
        backoff: Backoff | None = None,
    ) -> None:
        """Set up the client; nothing is sent yet.

        Certificates are checked with the system's store. Proxies are those of the environment, except for this computer
        itself. Redirections are not followed: the user named one server.

        Args:
            address: of the server.
            key: sent along as bearer; "" for none.
            timeouts: of each call.
            backoff: between tries at a server that is busy or away.
        """
        import httpx2

        self.address = address
        self._has_key = bool(key)
        self._timeouts = timeouts or Timeouts()
        self._backoff = backoff or Backoff()
        self._closed = threading.Event()
        self._client = httpx2.Client(
            headers={"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "findling"}
            | ({"Authorization": f"Bearer {key}"} if key else {}),
            # The environment may name certificates for any server, but no proxy for this computer itself.
            verify=httpx2.create_ssl_context(),
            trust_env=not address.is_loopback,
        )

    def check_reachable(self) -> None:
        """Check that the server answers at all, whatever it answers.

        Raises:
            RemoteError: there is no answer in `REACH_SECONDS` seconds.
        """
        try:
            self._exchange("GET", "/info", None, REACH_SECONDS)
        except _BusyError as busy:
            raise RemoteError(busy.notice) from busy

    def get(self, path: str) -> Any:  # noqa: ANN401 - whatever the server says
        """Get the JSON document at a path; a server that is away is waited for a few seconds only.

        Raises:
            RemoteError: there is no answer that can be used; the words say why.
        """
        brief = replace(self._backoff, total=min(self._backoff.total, REACH_SECONDS))
        return self._ask("GET", path, None, brief)

    def post(self, path: str, document: dict[str, object]) -> Any:  # noqa: ANN401 - whatever the server says
        """Post a JSON document, and return the server's answer.

        Raises:
            TooLargeError: it may take a smaller one.
            RemoteError: there is no answer that can be used; the words say why.
        """
        return self._ask("POST", path, json.dumps(document).encode("ascii"), self._backoff)

    def close(self) -> None:
        """End every wait and close the connection."""
        self._closed.set()
        self._client.close()

    def _ask(self, method: str, path: str, body: bytes | None, backoff: Backoff) -> Any:  # noqa: ANN401 - as above
        """Ask until there is an answer or `backoff` ends."""
        waits = backoff.waits()
        while True:
            try:
                return self._read(path, *self._exchange(method, path, body))
            except _BusyError as busy:
                wait = next(waits, None)
                if wait is None or busy.wait > backoff.total or self._closed.wait(busy.wait + wait):
                    raise RemoteError(busy.notice) from busy

    def _exchange(
        self, method: str, path: str, body: bytes | None, limit: float = 0.0
    ) -> tuple[httpx2.Response, bytes]:
        """Send one request and read its answer within the time limits, or within `limit` seconds."""
        import httpx2

        deadline = time.monotonic() + (limit or self._timeouts.total)
        timeout = httpx2.Timeout(limit or self._timeouts.read, connect=self._timeouts.connect)
        headers = {"Content-Type": "application/json"} if body else {}
        url = self.address.url + path
        try:
            with self._client.stream(method, url, content=body, headers=headers, timeout=timeout) as response:
                parts, size = [], 0
                for part in response.iter_bytes():
                    parts.append(part)
                    size += len(part)
                    if size > LARGEST_ANSWER:
                        raise RemoteError(ServerMessage.TOO_MUCH(server=url, number=LARGEST_ANSWER))
                    if time.monotonic() > deadline:
                        raise _BusyError(ServerMessage.TOO_SLOW(server=url, seconds=self._timeouts.total))
                return response, b"".join(parts)
        except httpx2.TimeoutException as error:
            raise _BusyError(ServerMessage.NOT_IN_TIME(server=url)) from error
        except httpx2.TransportError as error:
            reason = explain_unreachable(error)
            if reason.message is ServerMessage.CERTIFICATE:
                raise RemoteError(ServerMessage.NOT_TRUSTED(server=url), ModelRemedy.TRUST_CERTIFICATE()) from error
            raise _BusyError(ServerMessage.UNREACHABLE(server=url, reason=reason)) from error
        except httpx2.HTTPError as error:
            raise RemoteError(ServerMessage.NO_HTTP(server=url, error=type(error).__name__)) from error

    def _read(self, path: str, response: httpx2.Response, body: bytes) -> Any:  # noqa: ANN401 - whatever the server says
        status, url = response.status_code, self.address.url + path
        said = _quote(body)
        if status in _WRONG_KEY:
            refused = ServerMessage.WRONG_KEY if self._has_key else ServerMessage.WANTS_KEY
            raise RemoteError(refused(server=url), ModelRemedy.STORE_KEY(address=self.address.url))
        if status in _TOO_LARGE:
            raise TooLargeError(url, said)
        answer = f"{status}: {said}" if said else str(status)
        if status in _BUSY:
            wait = read_retry_after(response.headers.get("Retry-After", ""))
            raise _BusyError(ServerMessage.OVERLOADED(server=url, answer=answer), wait)
        if status != 200:
            raise RemoteError(ServerMessage.REFUSES(server=url, answer=answer), ModelRemedy.CHECK_ADDRESS())
        try:
            return json.loads(body)
        except (ValueError, RecursionError) as error:
            raise RemoteError(ServerMessage.NO_JSON(server=url)) from error


def _quote(body: bytes) -> str:
    """Return TEI's reason for a refusal; that of others may repeat a user's text."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if isinstance(said, dict) and isinstance(said.get("error"), str) and isinstance(said.get("error_type"), str):
        return shorten_reason(said["error"])
    return ""
