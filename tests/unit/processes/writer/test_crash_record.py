"""The next writer knows whether the last one crashed or was ended by others."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_PROGRAM = """
import os, sys
from pathlib import Path
from findling.processes.writer.crash_record import begin_crash_record
print(bool(begin_crash_record(Path(sys.argv[1]))))
sys.stdout.flush()
exec(sys.argv[2])
"""


def _run(path, end: str) -> bool:
    """Return what a process that ends in some way was told about the one before."""
    done = subprocess.run([sys.executable, "-c", _PROGRAM, str(path), end], capture_output=True, text=True, check=False)
    return done.stdout.strip() == "True"


@pytest.mark.parametrize(
    ("end", "crashed"),
    [
        ("pass", False),
        ("os._exit(3)", False),
        pytest.param("os.kill(os.getpid(), 9)", False, marks=pytest.mark.skipif(os.name == "nt", reason="no signals")),
        pytest.param("os.kill(os.getpid(), 15)", False, marks=pytest.mark.skipif(os.name == "nt", reason="no signals")),
        ("os.abort()", True),
        ("import faulthandler; faulthandler._sigsegv()", True),
        ("import faulthandler; faulthandler._sigfpe()", True),
        ("import faulthandler; faulthandler._stack_overflow()", True),
    ],
)
def test_a_crash_is_told_to_the_next_process_and_to_no_other(tmp_path, end, crashed):
    path = tmp_path / "crash.txt"
    assert [_run(path, end), _run(path, "pass"), _run(path, "pass")] == [False, crashed, False]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_owner_may_read_it(tmp_path):
    _run(tmp_path / "crash.txt", "os.abort()")
    assert (tmp_path / "crash.txt").stat().st_mode & 0o777 == 0o600
