"""Commands that start Findling."""

from __future__ import annotations

import pytest

from findling.ipc.command import find_program, strip_program


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ((*find_program(), "app"), ("app",)),
        (("/usr/bin/findling", "mcp"), ("mcp",)),
        (("/opt/Findling/findling.exe", "--library", "/my library", "mcp"), ("--library", "/my library", "mcp")),
        (("python3", "-m", "findling"), ()),
        (("findling",), ()),
        (("/usr/bin/findlings", "mcp"), None),
        (("python3", "-m", "findling_server", "mcp"), None),
        (("python3", "findling", "mcp"), None),
        (("npx", "findling", "mcp"), None),
        (("python3",), None),
        ((), None),
    ],
)
def test_a_command_is_findlings_by_its_program_or_its_module(command, arguments):
    assert strip_program(command) == arguments
