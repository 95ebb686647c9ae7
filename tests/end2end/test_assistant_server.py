"""An assistant's own client, a fresh registration, and `findling mcp` as a real process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, TextContent

from waiting import PATIENCE_SECONDS

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home folder of somebody who has two assistants."""
    home = tmp_path_factory.mktemp("home")
    (home / ".cursor").mkdir()
    (home / ".codex").mkdir()
    return home


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    environment = {**os.environ, "HOME": str(home), "USERPROFILE": str(home)}
    for name in ("CODEX_HOME", "XDG_CONFIG_HOME", "APPDATA", "FINDLING_LIBRARY"):
        environment.pop(name, None)

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-P", "-m", "findling", "--library", str(home / "library"), *arguments]
        return subprocess.run(command, capture_output=True, timeout=PATIENCE_SECONDS, env=environment)

    return run


@pytest.fixture(scope="module")
def registered(run: Run, home: Path, sample_library: Path) -> dict[str, object]:
    """Index the sample, share a part of it, register; return the entry that an assistant finds."""
    assert run("index", str(sample_library)).returncode == 0
    assert run("share", str(sample_library / "Home")).returncode == 0
    ran = run("mcp", "--register")
    assert ran.returncode == 0, ran.stderr
    return json.loads((home / ".cursor" / "mcp.json").read_text("utf-8"))["mcpServers"]["findling"]


@asynccontextmanager
async def connected(entry: dict[str, object]) -> AsyncIterator[Client]:
    """Connect as an assistant does, by what its settings say and nothing else."""
    server = StdioServerParameters(
        command=str(entry["command"]), args=list(map(str, entry["args"])), env=dict(os.environ)
    )
    async with Client(server) as client:
        yield client


def text_of(result: CallToolResult) -> str:
    content = result.content[0]
    assert isinstance(content, TextContent)
    return content.text


def test_from_a_fresh_registration_one_call_has_the_file_the_page_and_the_passage(registered, run, sample_library):
    async def ask() -> None:
        async with connected(registered) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert all(tool.annotations and tool.annotations.read_only_hint for tool in tools.values())
            result = await client.call_tool("search", {"query": "moving out before the contract allows it"})
            assert not result.is_error
            found = json.loads(text_of(result))["files"][0]
            assert found == json.loads(json.dumps(result.structured_content))["files"][0]
            assert found["file"] == str(sample_library / "Home" / "Lease 14 Harrow Lane.pdf")
            passage = next(each for each in found["passages"] if "three months' notice" in each["text"])
            assert passage["page"] == 1

    anyio.run(ask)
    logged = json.loads(run("--json", "calls", "moving").stdout)["calls"]
    assert [(call["operation"], call["outcome"]) for call in logged] == [("search", "answered")]


def test_documents_are_resources_and_what_is_not_shared_is_none(registered, sample_library):
    async def ask() -> None:
        async with connected(registered) as client:
            listed = (await client.list_resources()).resources
            assert [each.name for each in listed] == sorted(str(path) for path in (sample_library / "Home").iterdir())
            for each in listed:
                contents = (await client.read_resource(each.uri)).contents[0]
                assert contents.model_dump()["text"]
            with pytest.raises(MCPError, match="not among the shared files"):
                await client.read_resource((sample_library / "Garden" / "Seed box.csv").as_uri())

    anyio.run(ask)


def test_what_is_withdrawn_is_gone_for_a_server_that_runs(registered, run, sample_library):
    async def ask() -> None:
        async with connected(registered) as client:
            file = {"file": str(sample_library / "Home" / "Heating manual.docx")}
            assert not (await client.call_tool("read", file)).is_error
            run("share", "--withdraw", str(sample_library / "Home"))
            refused = await client.call_tool("read", file)
            assert refused.is_error
            assert "Nothing is shared" in text_of(refused)
            run("share", str(sample_library / "Home"))
            assert not (await client.call_tool("read", file)).is_error

    anyio.run(ask)


def test_what_was_asked_is_shown_filtered_and_forgotten(registered, run):
    async def ask() -> None:
        async with connected(registered) as client:
            await client.call_tool("search", {"query": "boiler"})
            await client.call_tool("folders", {})

    anyio.run(ask)
    assert b"boiler" in run("calls").stdout
    assert json.loads(run("--json", "calls", "boiler").stdout)["calls"][0]["asked"] == '{"query": "boiler"}'
    assert b"forgotten" in run("calls", "--clear").stdout
    assert run("calls").stdout == b"Nothing was asked for.\n"


def test_registering_is_undone(registered, run, home):
    assert b"Cursor: taken out" in run("mcp", "--unregister").stdout
    assert json.loads((home / ".cursor" / "mcp.json").read_text("utf-8")) == {"mcpServers": {}}
    assert "findling" not in (home / ".codex" / "config.toml").read_text("utf-8")


def test_a_folder_beyond_the_library_is_not_shared(run, registered, tmp_path):
    ran = run("share", str(tmp_path))
    assert ran.returncode == 2
    assert b"is not in the library" in ran.stderr


def test_assistants_ask_over_http_as_well(registered, run, home, sample_library):
    assert run("share", str(sample_library / "Home")).returncode == 0
    command = [sys.executable, "-P", "-m", "findling", "--library", str(home / "library")]
    with subprocess.Popen([*command, "serve", "--port", "0", "--mcp"], stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout is not None
            found = re.search(rb"http://\S+(?=;)", server.stdout.readline())
            assert found

            async def ask() -> None:
                async with Client(f"{found[0].decode()}/mcp") as client:
                    result = await client.call_tool("search", {"query": "radiator stays cold"})
                    assert "Heating manual.docx" in text_of(result)
                    run("share", "--withdraw", str(sample_library / "Home"))
                    assert (await client.call_tool("folders", {})).structured_content == {"folders": []}
                    run("share", str(sample_library / "Home"))

            anyio.run(ask)
        finally:
            server.kill()


def test_a_client_of_another_make_that_speaks_the_first_version_is_answered(registered, run, sample_library):
    """Lines of JSON as the specification of 2024 has them, and nothing of the official SDK's."""
    assert run("share", str(sample_library / "Home")).returncode == 0
    command = [str(registered["command"]), *map(str, registered["args"])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None

        def send(**message: object) -> None:
            assert server.stdin is not None
            server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
            server.stdin.flush()

        def ask(number: int, method: str, **parameters: object) -> dict[str, Any]:
            send(id=number, method=method, params=parameters)
            assert server.stdout is not None
            answer = json.loads(server.stdout.readline())
            assert answer["id"] == number
            return answer["result"]

        about = {"name": "another make", "version": "0"}
        said = ask(1, "initialize", protocolVersion="2024-11-05", capabilities={}, clientInfo=about)
        assert said["serverInfo"]["name"] == "findling"
        send(method="notifications/initialized")
        assert {tool["name"] for tool in ask(2, "tools/list")["tools"]} >= {"search", "read"}
        result = ask(3, "tools/call", name="search", arguments={"query": "radiator stays cold"})
        assert "Heating manual.docx" in result["content"][0]["text"]
        server.stdin.close()
        assert server.wait(PATIENCE_SECONDS) == 0
    assert json.loads(run("--json", "calls", "another").stdout)["calls"][0]["caller"] == "another make 0"


def test_a_folder_that_leaves_the_library_is_shared_no_more(run, registered, sample_library):
    assert json.loads(run("--json", "share").stdout) == {"shared": [str(sample_library / "Home")]}
    run("remove", str(sample_library))
    run("add", str(sample_library))
    assert json.loads(run("--json", "share").stdout) == {"shared": []}
