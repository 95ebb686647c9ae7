"""Attempts of a confined process that must fail, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from waiting import PATIENCE_SECONDS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="held by Linux only")


def run_confined(program: str) -> str:
    source = f"""
        from findling.processes.parser import confinement
        offline = confinement.leave_network()
        assert confinement.bound_resources()
        confinement.allow_cpu(1)
        {program}
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(source)],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    return f"{done.returncode} {done.stderr.strip().splitlines()[-1] if done.stderr else ''}"


@pytest.mark.parametrize(
    ("program", "end"),
    [
        ("pass", "0 "),
        ("bytearray(3 * 2**30)", "1 MemoryError"),
        ("held = [open('/dev/null') for _ in range(100)]", "1 OSError: [Errno 24] Too many open files: '/dev/null'"),
        ("while True: pass", "-24 "),  # SIGXCPU
    ],
)
def test_resources_are_bounded(program: str, end: str) -> None:
    assert run_confined(program) == end


def test_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "left behind"
    program = f"file = open({str(path)!r}, 'wb', 0); file.write(b'x')"
    assert run_confined(program) == "1 OSError: [Errno 27] File too large"
    assert path.read_bytes() == b""


def test_nothing_is_reached_over_the_network() -> None:
    if run_confined("raise SystemExit(not offline)") != "0 ":
        pytest.skip("this system lets no plain user leave the network")
    program = "import socket; socket.create_connection(('192.0.2.1', 80), 5)"
    assert run_confined(program) == "1 OSError: [Errno 101] Network is unreachable"
