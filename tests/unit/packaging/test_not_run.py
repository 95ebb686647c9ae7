"""The end of a run names in one line what was not tested, and what that needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import notrun
from notrun import describe_not_run
from waiting import PATIENCE_SECONDS

TESTS = """
import pytest

@pytest.mark.parametrize("number", range(3))
@pytest.mark.skipif(True, reason="needs a real window (sudo apt-get install xvfb)")
def test_in_a_window(number):
    pass

def test_with_data():
    pytest.skip("needs data (see ../shared)")

@pytest.mark.skip("another system")
def test_elsewhere():
    pass
"""
LINE = "Not run: 3 for want of a real window (sudo apt-get install xvfb), 1 for want of data (see ../shared)"


def run(folder: Path, content: str, *arguments: str) -> list[str]:
    """Run tests in a process and return the lines of its output."""
    (folder / "test_some.py").write_text(content)
    command = [sys.executable, "-m", "pytest", "-p", "notrun", "-p", "no:cacheprovider", *arguments, str(folder)]
    around = os.environ | {"PYTHONPATH": str(Path(notrun.__file__).parent)}
    ran = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    return ran.stdout.splitlines()


def test_the_last_line_names_what_was_wanting(tmp_path):
    assert run(tmp_path, TESTS)[-1] == LINE


def test_tests_in_several_processes_are_counted_together(tmp_path):
    assert run(tmp_path, TESTS, "-n", "2")[-1] == LINE


def test_where_nothing_was_wanting_nothing_is_said(tmp_path):
    assert "Not run" not in "".join(run(tmp_path, "def test_it():\n    pass\n"))


def test_what_nobody_can_do_anything_about_is_left_to_pytest():
    assert describe_not_run(["Skipped: Windows has no such modes", "Skipped: needs /dev/full"]) == ""
