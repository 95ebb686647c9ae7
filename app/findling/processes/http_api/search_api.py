"""The search API: operations on the shared part of the library, as paths with OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anyio import to_thread
from starlette.routing import Route

from findling import __version__
from findling.domain.sharing import CallWay
from findling.errors import FindlingError, LibraryError, UsageError
from findling.messages.sharing_templates import SharingMessage
from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.json_exchange import JsonResponse, log_kind, read_document, require_no_content
from findling.sharing.access_gate import Caller
from findling.sharing.operations import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from anyio import CapacityLimiter
    from starlette.requests import Request
    from starlette.responses import Response

    from findling.sharing.access_gate import AccessGate
    from findling.sharing.operations import Operation

PATHS: Mapping[str, str] = {
    "search": "/v1/search",
    "similar": "/v1/similar",
    "documents": "/v1/documents",
    "read": "/v1/documents/read",
    "outline": "/v1/documents/outline",
    "find": "/v1/documents/find",
    "duplicates": "/v1/documents/duplicates",
    "folders": "/v1/folders",
}
"""Operations by their names, with the paths at which they are asked for."""

_STATUS = {SharingMessage.NOT_SHARED: 404, SharingMessage.NO_SUCH_PAGE: 404, SharingMessage.NOTHING_SHARED: 403}


def make_routes(gate: AccessGate, most_bytes: int, limiter: CapacityLimiter) -> list[Route]:
    """Return the routes, by GET with arguments in the address, and by POST with a JSON object."""

    def route(name: str, path: str) -> Route:
        async def endpoint(request: Request) -> Response:
            if request.method == "POST":
                arguments: Mapping[str, Any] = await read_document(request, most_bytes)
            else:
                require_no_content(request)
                arguments = dict(request.query_params)
            caller = Caller(request.headers.get("User-Agent", "unknown"), CallWay.HTTP)
            return JsonResponse(await to_thread.run_sync(_ask, gate, caller, name, arguments, limiter=limiter))

        return Route(path, endpoint, methods=["GET", "POST"])

    async def describe(request: Request) -> Response:
        require_no_content(request)
        return JsonResponse(describe_api())

    return [*(route(name, path) for name, path in PATHS.items()), Route("/openapi.json", describe, methods=["GET"])]


def _ask(gate: AccessGate, caller: Caller, name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Ask the gate.

    Raises:
        HttpRefusal: it refuses, or there is a bug.
    """
    try:
        return gate.answer(caller, name, arguments)
    except FindlingError as error:
        usual = 422 if isinstance(error, UsageError) else 503 if isinstance(error, LibraryError) else 400
        message = error.notice.message
        status = _STATUS.get(message, usual) if isinstance(message, SharingMessage) else usual
        raise HttpRefusal(status, "Validation" if status != 503 else "Backend", str(error)) from error
    except Exception as error:
        log_kind("call", error)
        raise HttpRefusal(500, "Backend", str(SharingMessage.BUG_LOGGED())) from error


def describe_api() -> dict[str, Any]:
    """Return the OpenAPI description of the search API."""
    schemas: dict[str, Any] = {}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Findling",
            "version": __version__,
            "description": "Search in the folders that the user shares. Every call is in a log that the user reads.",
        },
        "paths": {path: _describe_path(OPERATIONS[name], schemas) for name, path in PATHS.items()},
        "components": {
            "schemas": schemas,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"key": []}],
    }


def _describe_path(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    asked = _take_over(operation.arguments.__name__, operation.arguments_schema, schemas)
    answered = _take_over(operation.answer.__name__, operation.answer_schema, schemas)
    about = {"summary": operation.title, "description": operation.description}
    responses = {
        "200": {"description": "The answer.", "content": {"application/json": {"schema": answered}}},
        "default": {"description": "Why there is none, in `error.message`."},
    }
    schema = operation.arguments_schema
    parameters = [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "schema": _relocate(each),
        }
        for name, each in schema.get("properties", {}).items()
    ]
    body = {"required": True, "content": {"application/json": {"schema": asked}}}
    return {
        "get": {**about, "operationId": operation.name, "parameters": parameters, "responses": responses},
        "post": {**about, "operationId": f"{operation.name}_by_post", "requestBody": body, "responses": responses},
    }


def _take_over(name: str, schema: Mapping[str, Any], schemas: dict[str, Any]) -> dict[str, str]:
    """Put a schema and those that it refers to among the components; return a reference to it."""
    for inner, defined in schema.get("$defs", {}).items():
        schemas[inner] = _relocate(defined)
    schemas[name] = _relocate({key: value for key, value in schema.items() if key != "$defs"})
    return {"$ref": f"#/components/schemas/{name}"}


def _relocate(schema: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    """Return a schema whose references lead to the components."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _relocate(value)
            for key, value in schema.items()
        }
    return [_relocate(each) for each in schema] if isinstance(schema, list) else schema
