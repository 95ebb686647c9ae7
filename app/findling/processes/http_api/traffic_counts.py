"""Counts of requests, in the text format of Prometheus."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OTHER = "other"


class TrafficCounts:
    """Requests by path and status, and the seconds that they took; nothing of what was sent.

    Args:
        paths: that there are; all others are counted as one.
    """

    def __init__(self, paths: Collection[str]) -> None:
        self._paths = frozenset(paths)
        self._requests: Counter[tuple[str, int]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)

    def count(self, app: ASGIApp) -> ASGIApp:
        """Wrap an application, counting its requests."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            started, status = time.perf_counter(), 0

            async def note(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                await send(message)

            try:
                await app(scope, receive, note)
            finally:
                path = scope["path"] if scope["path"] in self._paths else _OTHER
                self._requests[path, status] += 1
                self._seconds[path] += time.perf_counter() - started

        return counted

    async def show(self, _request: Request) -> Response:
        """Answer /metrics."""
        lines = ["# TYPE findling_requests_total counter"]
        lines += [
            f'findling_requests_total{{path="{path}",status="{status}"}} {count}'
            for (path, status), count in sorted(self._requests.items())
        ]
        lines.append("# TYPE findling_request_seconds_total counter")
        lines += [
            f'findling_request_seconds_total{{path="{path}"}} {seconds:.6f}'
            for path, seconds in sorted(self._seconds.items())
        ]
        return PlainTextResponse("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4")
