"""Connections of uvicorn with deadlines, which it has none of, and a bound on their number."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from starlette.types import ASGIApp

_FULL = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_LONG_SECONDS = 3_600


class TimedConfig(uvicorn.Config):
    """Configuration of a server with deadlines.

    Attributes:
        seconds: in which a request has to come, and an answer to be taken; then the connection is closed.
        most_connections: at once.
    """

    def __init__(self, app: ASGIApp, seconds: float, most_connections: int, **options: Any) -> None:  # noqa: ANN401 - uvicorn's
        self.seconds = seconds
        self.most_connections = most_connections
        super().__init__(
            app,
            http=TimedProtocol,
            ws="none",
            # What it would log holds what was sent.
            log_config=None,
            log_level=logging.CRITICAL,
            access_log=False,
            server_header=False,
            headers=[("Server", "findling")],
            timeout_keep_alive=_LONG_SECONDS,
            timeout_graceful_shutdown=1,
            **options,
        )


class TimedProtocol(H11Protocol):
    """Connection that waits for a whole request, or for an answer to be taken, only for so long."""

    config: TimedConfig
    _deadline: asyncio.TimerHandle | None = None
    _is_surplus = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request, unless there are too many connections."""
        super().connection_made(transport)
        if len(self.connections) > self.config.most_connections:
            self._is_surplus = True
            transport.write(_FULL)
            transport.close()
            return
        self._start_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; after a whole request, wait for its answer without a limit."""
        if self._is_surplus:
            return
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body:
            self._stop_deadline()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        self._start_deadline()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Begin to wait for the other side to take what was written."""
        self._start_deadline()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Stop waiting for it."""
        self._stop_deadline()
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request, as JSON like everything else."""
        body = json.dumps({"error": msg, "error_type": "Validation"}).encode("ascii")
        head = [("Content-Type", "application/json"), ("Content-Length", str(len(body))), ("Connection", "close")]
        events = (h11.Response(status_code=400, headers=head), h11.Data(data=body), h11.EndOfMessage())
        for event in events:
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _start_deadline(self) -> None:
        self._stop_deadline()
        self._deadline = self.loop.call_later(self.config.seconds, self.transport.abort)

    def _stop_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
