"""The shared library as tools and resources of the Model Context Protocol, on any transport."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import anyio.to_thread
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPASGIApp, StreamableHTTPSessionManager
from mcp.shared.exceptions import MCPError

from findling import __version__
from findling.domain.sharing import CallWay
from findling.errors import FindlingError
from findling.messages.sharing_templates import SharingMessage
from findling.sharing.access_gate import Caller
from findling.sharing.file_references import SCHEME, make_address, parse_reference
from findling.sharing.operations import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from mcp.server.context import ServerRequestContext
    from starlette.types import ASGIApp

    from findling.sharing.access_gate import AccessGate

_INSTRUCTIONS = (
    "Findling searches the user's own documents on this computer: letters, PDFs, slides, sheets, mail, notes. It sees"
    " the folders that the user shares and nothing else, changes nothing, and keeps a log of every call, which the user"
    " reads. One call of `search` with the question in plain words answers most; quote file, page and passage."
)
_WHOLE = 20_000


class AssistantServer:
    """Handlers of the protocol; each call goes through the gate on a thread."""

    def __init__(self, gate: AccessGate) -> None:
        self._gate = gate

    def build(self) -> Server[dict[str, Any]]:
        """Return a server with these handlers, which any number of transports may run."""
        return Server(
            "findling",
            title="Findling",
            version=__version__,
            instructions=_INSTRUCTIONS,
            on_list_tools=self._list_tools,
            on_call_tool=self._call_tool,
            on_list_resources=self._list_resources,
            on_list_resource_templates=self._list_templates,
            on_read_resource=self._read_resource,
        )

    async def _list_tools(
        self, _context: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        reads = types.ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        )
        return types.ListToolsResult(
            tools=[
                types.Tool(
                    name=each.name,
                    title=each.title,
                    description=each.description,
                    input_schema=each.arguments_schema,
                    annotations=reads,
                )
                for each in OPERATIONS.values()
            ]
        )

    async def _call_tool(
        self, context: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        try:
            answer = await self._ask(context, params.name, params.arguments or {})
        except FindlingError as error:
            return types.CallToolResult(content=[types.TextContent(type="text", text=str(error))], is_error=True)
        text = json.dumps(answer, ensure_ascii=False)
        return types.CallToolResult(content=[types.TextContent(type="text", text=text)], structured_content=answer)

    async def _list_resources(
        self, context: ServerRequestContext[Any], params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        after = params.cursor if params else None
        try:
            answer = await self._ask(context, "documents", {"after": after} if after else {})
        except FindlingError:
            # Where nothing is shared, there is nothing to list.
            return types.ListResourcesResult(resources=[])
        resources = [
            types.Resource(
                uri=make_address(parse_reference(each["file"])),
                name=each["file"],
                title=each["title"],
                mime_type="text/plain",
            )
            for each in answer["documents"]
        ]
        return types.ListResourcesResult(resources=resources, next_cursor=answer["after"])

    async def _list_templates(
        self, _context: ServerRequestContext[Any], _params: types.PaginatedRequestParams | None
    ) -> types.ListResourceTemplatesResult:
        template = types.ResourceTemplate(
            uri_template=f"{SCHEME}://{{+path}}",
            name="document",
            title="Document",
            description="The text of a shared document, as Findling read it, by the path of its file.",
            mime_type="text/plain",
        )
        return types.ListResourceTemplatesResult(resource_templates=[template])

    async def _read_resource(
        self, context: ServerRequestContext[Any], params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        try:
            piece = await self._ask(context, "read", {"file": str(params.uri), "length": _WHOLE})
        except FindlingError as error:
            raise MCPError(types.INVALID_PARAMS, str(error)) from error
        text = piece["text"]
        if piece["next"] is not None:
            text += f"\n\n[{piece['length']:,} characters in all; the tool `read` goes on from {piece['next']}.]"
        contents = types.TextResourceContents(uri=params.uri, text=text, mime_type="text/plain")
        return types.ReadResourceResult(contents=[contents])

    async def _ask(self, context: ServerRequestContext[Any], name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Ask the gate.

        Raises:
            FindlingError: it refuses.
            MCPError: there is a bug, of which the program that asks hears no more.
        """
        caller = Caller(_name_client(context), CallWay.MCP)
        try:
            return await anyio.to_thread.run_sync(self._gate.answer, caller, name, arguments)
        except FindlingError:
            raise
        except Exception as error:
            # Not its message, which may hold a text.
            logging.getLogger("findling").exception("a call of %s failed", name)
            raise MCPError(types.INTERNAL_ERROR, str(SharingMessage.BUG_LOGGED())) from error


async def serve_streams(gate: AccessGate) -> None:
    """Serve the program at the other end of standard input and output, until it ends."""
    server = AssistantServer(gate).build()
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


def build_http(gate: AccessGate) -> tuple[ASGIApp, Callable[[], AbstractAsyncContextManager[object]]]:
    """Return an application that speaks the protocol over HTTP, and what has to run beside it.

    Whoever mounts it checks hosts and keys. No session outlives a call, so that none is left behind.
    """
    manager = StreamableHTTPSessionManager(AssistantServer(gate).build(), json_response=True, stateless=True)
    return StreamableHTTPASGIApp(manager), manager.run


def _name_client(context: ServerRequestContext[Any]) -> str:
    known = context.session.client_params
    return f"{known.client_info.name} {known.client_info.version}".strip() if known else "unknown"
