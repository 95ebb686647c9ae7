"""Paths of the HTTP server, each with what answers it."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from anyio import CapacityLimiter, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from findling.processes.http_api import cohere_api, ollama_api, openai_api, tei_api
from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.json_exchange import (
    JsonResponse,
    explain_path,
    explain_refusal,
    log_kind,
    read_document,
    require_no_content,
)
from findling.processes.http_api.request_guard import GuardedApp
from findling.processes.http_api.search_api import PATHS, make_routes
from findling.processes.http_api.traffic_counts import TrafficCounts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from findling.processes.http_api.embedding_service import EmbeddingService
    from findling.processes.http_api.request_guard import RequestGuard
    from findling.sharing.access_gate import AccessGate

LARGEST_BODY = 16_000_000
"""Largest body of a request: 2,048 texts that fill the window of the bundled model are 3 MB."""

_THREADS = 80
"""Threads: more than may wait for their turn to be computed, so that a search finds one."""


@dataclass(frozen=True, slots=True)
class MountedApp:
    """Application under a path of its own, which runs as long as the server.

    Attributes:
        running: is entered when the server starts, and left when it ends.
    """

    path: str
    app: ASGIApp
    running: Callable[[], AbstractAsyncContextManager[object]]


@dataclass(frozen=True, slots=True)
class ServedModel:
    """Offer of a server, with the rules for requests to it.

    Attributes:
        service: computes vectors and scores.
        guard: decides which requests are answered.
        gate: to the shared part of the library; None where it is not offered.
        mounted: further applications.
        most_bytes: of a request's content.
    """

    service: EmbeddingService
    guard: RequestGuard
    gate: AccessGate | None = None
    mounted: Sequence[MountedApp] = ()
    most_bytes: int = LARGEST_BODY


def _check_health(_service: EmbeddingService) -> None:
    """Answer with nothing: that there is an answer says enough."""


_GET: Mapping[str, Callable[[EmbeddingService], object]] = {
    "/health": _check_health,
    "/info": tei_api.describe,
    "/v1/models": openai_api.list_models,
    "/api/tags": ollama_api.list_models,
}
_POST: Mapping[str, Callable[[EmbeddingService, Mapping[str, object]], object]] = {
    "/": tei_api.answer_by_form,
    "/embed": tei_api.embed,
    "/rerank": tei_api.rerank,
    "/similarity": tei_api.compare,
    "/tokenize": tei_api.tokenize,
    "/v1/embeddings": openai_api.embed,
    "/v1/rerank": cohere_api.rerank,
    "/v2/rerank": cohere_api.rerank,
    "/api/embed": ollama_api.embed,
    "/api/embeddings": ollama_api.embed_one,
}


def build_application(served: ServedModel) -> Starlette:
    """Return the application; computing goes on in threads, and no slow client holds one."""
    counts = TrafficCounts({*_GET, *_POST, "/metrics", *PATHS.values(), *(each.path for each in served.mounted)})
    limiter = CapacityLimiter(_THREADS)
    service = served.service

    async def compute(work: Callable[[], object]) -> Response:
        try:
            answer = await to_thread.run_sync(work, limiter=limiter)
        except HttpRefusal:
            raise
        except Exception as error:
            log_kind("request", error)
            raise HttpRefusal(424, "Backend", "the model failed") from error
        return JsonResponse(answer)

    def get(path: str, answer: Callable[[EmbeddingService], object]) -> Route:
        async def endpoint(request: Request) -> Response:
            require_no_content(request)
            return await compute(lambda: answer(service))

        return Route(path, endpoint, methods=["GET"])

    def post(path: str, answer: Callable[[EmbeddingService, Mapping[str, object]], object]) -> Route:
        async def endpoint(request: Request) -> Response:
            document = await read_document(request, served.most_bytes)
            return await compute(lambda: answer(service, document))

        return Route(path, endpoint, methods=["POST"])

    async def describe_model(request: Request) -> Response:
        require_no_content(request)
        return await compute(lambda: openai_api.describe_model(service, request.path_params["name"]))

    @asynccontextmanager
    async def run_mounted(_app: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as held:
            for each in served.mounted:
                await held.enter_async_context(each.running())
            yield

    return Starlette(
        routes=[
            *(get(path, answer) for path, answer in _GET.items()),
            *(post(path, answer) for path, answer in _POST.items()),
            Route("/v1/models/{name:path}", describe_model, methods=["GET"]),
            Route("/metrics", counts.show, methods=["GET"]),
            *(make_routes(served.gate, served.most_bytes, limiter) if served.gate else ()),
            *(Route(each.path, each.app) for each in served.mounted),
        ],
        middleware=[Middleware(counts.count), Middleware(GuardedApp, served.guard)],
        exception_handlers={HttpRefusal: explain_refusal, HTTPException: explain_path},
        lifespan=run_mounted,
    )
