"""Attempts of a confined process that must fail, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from findling.domain.confinement_report import Access
from waiting import PATIENCE_SECONDS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="held by Linux only")


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    last = done.stderr.strip().splitlines()[-1] if done.stderr else done.stdout.strip()
    return f"{done.returncode} {last}"


def run_bounded(program: str) -> str:
    return run(f"""
        from findling.processes.parser import confinement
        assert confinement.bound_resources()
        confinement.allow_cpu(1)
        {program}
    """)


def run_confined(program: str) -> str:
    return run(f"""
        from findling.processes.parser import confinement
        confinement.confine()
        {program}
    """)


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
    assert run_bounded(program) == end


def test_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "left behind"
    program = f"file = open({str(path)!r}, 'wb', 0); file.write(b'x')"
    assert run_bounded(program) == "1 OSError: [Errno 27] File too large"
    assert path.read_bytes() == b""


def test_a_confined_process_imports_starts_threads_and_tells_the_time() -> None:
    before = run("import time; print(time.strftime('%z', time.localtime(0)))")
    program = (
        "import threading, time, lxml.etree, sqlite3; t = threading.Thread(target=print); t.start(); t.join(); "
        "print(time.strftime('%z', time.localtime(0)))"
    )
    assert run_confined(program) == before


def test_a_process_that_aborts_dies_of_it() -> None:
    assert run_confined("import os; os.abort()").startswith("-6 ")


SELF_TEST = "from findling.processes.parser.self_test import try_accesses; found = try_accesses(); print(*found.{})"


def test_the_self_test_finds_every_door_shut_where_it_is_confined() -> None:
    assert run_confined(SELF_TEST.format("granted")) == "0 "
    assert run_confined(SELF_TEST.format("refused")) == f"0 {' '.join(Access)}"


def test_the_self_test_finds_every_door_open_where_nothing_is_confined() -> None:
    assert run(SELF_TEST.format("granted")) == f"0 {' '.join(Access)}"


@pytest.mark.parametrize(
    ("left_out", "found"),
    [
        # What Landlock alone can shut, and what it leaves to the filter.
        (
            "syscall_filter.restrict_syscalls",
            {Access.WRITE, Access.NETWORK, Access.SOCKETS, Access.FORK, Access.NAMESPACES},
        ),
        ("landlock.restrict_files", {Access.READ, Access.LIST}),
    ],
)
def test_the_self_test_tells_what_a_kernel_without_the_one_or_the_other_leaves_open(
    left_out: str, found: set[Access]
) -> None:
    module, name = left_out.split(".")
    program = f"""
        import findling.processes.parser.{module} as module
        from findling.processes.parser import confinement
        module.{name} = lambda *_: False
        confinement.confine()
        {SELF_TEST.format("granted")}
    """
    assert found <= {Access(word) for word in run(program).split()[1:]}
