"""The log file holds warnings and crashes, and its owner alone may read it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from findling.log import start_logging, stop_logging

_PROGRAM = """
import logging, sys
from pathlib import Path
from findling.log import start_logging
start_logging(Path(sys.argv[1]), verbose="verbose" in sys.argv)
logging.getLogger("findling.indexing").warning("a file called %s", "caf\\udce9.txt")
logging.getLogger("findling.indexing").info("all is well")
logging.getLogger("stranger").warning("not ours")
if "crash" in sys.argv:
    import faulthandler
    faulthandler._sigsegv()
"""


def run(path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path), *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("arguments", "told"), [((), False), (("verbose",), True)])
def test_warnings_are_written_and_the_rest_on_request(tmp_path, arguments, told):
    path = tmp_path / "findling.log"
    done = run(path, *arguments)
    assert done.returncode == 0, done.stderr
    text = path.read_text("utf-8")
    assert "WARNING findling.indexing: a file called caf\\udce9.txt" in text
    assert ("all is well" in text) is told
    assert "not ours" not in text


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_the_owner_may_read_it(tmp_path):
    path = tmp_path / "findling.log"
    run(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_crash_leaves_its_last_words(tmp_path):
    path = tmp_path / "findling.log"
    assert run(path, "crash").returncode != 0
    text = path.read_text("utf-8")
    assert "Segmentation fault" in text or "access violation" in text
    assert "most recent call first" in text


def test_once_it_is_closed_its_file_can_go_and_stays_away(tmp_path):
    path = tmp_path / "findling.log"
    start_logging(path)
    logging.getLogger("findling.indexing").warning("before")
    opened = {Path(each.path) for each in psutil.Process().open_files()}
    stop_logging()
    stop_logging()
    assert path in opened
    assert path not in {Path(each.path) for each in psutil.Process().open_files()}
    path.unlink()
    logging.getLogger("findling.indexing").warning("after")
    assert not path.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/full")
def test_a_full_disk_is_nothing_that_the_log_complains_of(tmp_path):
    full = tmp_path / "findling.log"
    full.symlink_to("/dev/full")
    done = run(full)
    assert (done.returncode, done.stderr) == (0, "not ours\n")


def test_a_log_that_cannot_be_written_is_an_error_and_changes_nothing(tmp_path):
    done = run(tmp_path / "nowhere" / "findling.log")
    assert "FileNotFoundError" in done.stderr
    assert "Logging error" not in done.stderr
