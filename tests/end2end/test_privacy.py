"""Nothing leaves the computer, and nothing is left behind in the user's home beside the library."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from findling.paths import resources
from waiting import PATIENCE_SECONDS


def run(*command: str, home: Path) -> None:
    done = subprocess.run(
        command,
        env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": ""},
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )
    assert done.returncode == 0, done.stderr


def work(library: Path, *before: str) -> list[list[str]]:
    findling = [*before, sys.executable, "-m", "findling", "--library", str(library)]
    index = [[*findling, "index", str(resources() / "sample")], [*findling, "search", "stolen bike"]]
    others = [[*findling, "status"], [*findling, "duplicates"], [*findling, "wipe", "--yes"]]
    return [*index, *others] if before else index


@pytest.mark.skipif(os.name == "nt", reason="the home folder is told by other means there")
def test_nothing_is_written_beside_the_library(tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    for command in work(tmp_path / "library"):
        run(*command, home=home)
    assert list(home.rglob("*")) == []


def without_network() -> list[str]:
    """Return what starts a program without any network; nothing where this system does not let us."""
    for isolate in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if shutil.which("unshare") and subprocess.run([*isolate, "true"], capture_output=True).returncode == 0:
            return isolate
    return []


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs every system call told (sudo apt-get install strace)")
def test_no_other_machine_is_spoken_to_and_none_is_missed(tmp_path: Path):
    calls = "trace=connect,sendto,sendmsg,sendmmsg"
    before = [*without_network(), "strace", "-f", "-e", calls, "-o"]
    for number, command in enumerate(work(tmp_path / "library", *before)):
        trace = tmp_path / f"trace-{number}"
        command.insert(command.index("-o") + 1, str(trace))
        run(*command, home=tmp_path)
        lines = trace.read_text("utf-8", "replace").splitlines()
        assert [line for line in lines if "AF_INET" in line] == []
        assert [line for line in lines if " connect(" in line and "AF_UNIX" not in line] == []
