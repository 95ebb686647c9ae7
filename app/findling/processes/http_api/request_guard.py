"""Access rules: no browsers, no unknown host names, and no request without the key."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.requests import Request

from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.json_exchange import explain_refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from starlette.datastructures import Headers
    from starlette.types import ASGIApp, Receive, Scope, Send

_LOCAL = "localhost"


class RequestGuard:
    """Checks the headers of a request before anything else of it is read.

    Args:
        key: that each request has to bring; "" for none.
        hosts: names by which the server may be called, beside localhost and any number: a page in a browser that has
            its own name point here (DNS rebinding) calls by a name.
    """

    def __init__(self, key: str = "", hosts: Collection[str] = ()) -> None:
        self._key = _digest(key) if key else None
        self._hosts = frozenset(host.lower() for host in (_LOCAL, *hosts))

    def check(self, headers: Headers) -> None:
        """Check that a request may be answered.

        Raises:
            HttpRefusal: it may not.
        """
        # Who sends two names hopes that one of them is looked at, and the other one counts.
        names = headers.getlist("Host")
        if len(names) != 1 or not self._knows(names[0]):
            raise HttpRefusal(
                421, "Validation", "this server does not go by that name; it is told names by --allow-host"
            )
        if headers.get("Origin") is not None:
            raise HttpRefusal(403, "Validation", "this server does not answer pages in a browser")
        if self._key is not None and not hmac.compare_digest(_digest(_bearer(headers)), self._key):
            raise HttpRefusal(401, "Unauthorized", "the key is missing or wrong", {"WWW-Authenticate": "Bearer"})

    def _knows(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._hosts or _is_number(name)


class GuardedApp:
    """Application that is asked only what a guard lets pass.

    Args:
        app: behind the guard.
        guard: checks each request, before anything else of it is read.
    """

    def __init__(self, app: ASGIApp, guard: RequestGuard) -> None:
        self._app = app
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http":
            request = Request(scope, receive)
            try:
                self._guard.check(request.headers)
            except HttpRefusal as refusal:
                await (await explain_refusal(request, refusal))(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _bearer(headers: Mapping[str, str]) -> str:
    scheme, _, key = headers.get("Authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""


def _digest(key: str) -> bytes:
    """Return a digest of one length for every key, so that comparing takes the same time."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
