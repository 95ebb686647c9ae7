"""Requests as JSON documents and answers as JSON, within limits; what is sent is not logged."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from anyio import move_on_after
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from findling.processes.http_api.http_refusal import HttpRefusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

_DRAIN_SECONDS = 5.0
_READ = "is_read"


class JsonResponse(Response):
    """Answer as JSON; nothing for None."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Return the JSON in ASCII: a half surrogate pair of a request may come back in an answer."""
        return b"" if content is None else json.dumps(content).encode("ascii")


class ClosingResponse(JsonResponse):
    """Last answer of a connection; what the request still holds is read behind it.

    Else the connection would be reset, and the answer discarded on its way.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, and read on for a while."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        request = Request(scope)
        is_there = request.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in request.headers
        more = is_there and not getattr(request.state, _READ, False)
        with move_on_after(_DRAIN_SECONDS):
            while more:
                message = await receive()
                more = message["type"] == "http.request" and bool(message.get("more_body"))
        await send({"type": "http.response.body", "body": b""})


async def read_document(request: Request, most_bytes: int) -> dict[str, Any]:
    """Read the JSON object of a request.

    Raises:
        HttpRefusal: it is none, too long, or of no length that is said.
    """
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
        raise HttpRefusal(415, "Validation", "the content has to be application/json")
    try:
        document = json.loads(await _read_body(request, most_bytes))
    except (ValueError, RecursionError) as error:
        raise HttpRefusal(400, "Validation", "the content is no JSON") from error
    if not isinstance(document, dict):
        raise HttpRefusal(422, "Validation", "the content has to be a JSON object")
    return document


async def _read_body(request: Request, most_bytes: int) -> bytes:
    # Parts of their own lengths are how one request is hidden in another.
    if "Transfer-Encoding" in request.headers or "Content-Length" not in request.headers:
        raise HttpRefusal(411, "Validation", "the length of the content has to be said")
    if int(request.headers["Content-Length"]) > most_bytes:
        raise HttpRefusal(413, "Validation", f"the content has more than {most_bytes:,} bytes")
    body = await request.body()
    setattr(request.state, _READ, True)
    return body


def require_no_content(request: Request) -> None:
    """Require that a question has no content.

    Raises:
        HttpRefusal: it has.
    """
    if "Transfer-Encoding" in request.headers or request.headers.get("Content-Length", "0") != "0":
        raise HttpRefusal(400, "Validation", "a question has no content")


async def explain_refusal(request: Request, error: Exception) -> Response:
    """Answer a refused request, and end its connection."""
    assert isinstance(error, HttpRefusal)
    return refuse(error, request.url.path)


async def explain_path(request: Request, error: Exception) -> Response:
    """Answer a request for a path that there is not, or asked in another way."""
    assert isinstance(error, HTTPException)
    said = "this path is asked in the other way, GET or POST" if error.status_code == 405 else "there is nothing here"
    return await explain_refusal(request, HttpRefusal(error.status_code, "Validation", said))


def refuse(refusal: HttpRefusal, path: str) -> Response:
    """Return the answer of a refusal, as OpenAI's clients read it, or as TEI's do."""
    if path.startswith(("/v1/", "/v2/")):
        said: Mapping[str, object] = {
            "error": {"message": refusal.message, "type": refusal.kind, "param": None, "code": None},
            # As Cohere's clients read it.
            "message": refusal.message,
        }
    else:
        said = {"error": refusal.message, "error_type": refusal.kind}
    return ClosingResponse(said, refusal.status, {**refusal.headers, "Connection": "close"})


def log_kind(what: str, error: BaseException) -> None:
    """Log the type of an error; not its message or frames, which may hold a text."""
    logging.getLogger("findling").error("a %s failed: %s", what, type(error).__name__)
