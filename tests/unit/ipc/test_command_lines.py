"""Each of Findling's own processes is started in one way, wherever Findling comes from."""

from __future__ import annotations

import subprocess
import sys

import pytest

from findling.ipc.command import ProcessRole, build_command
from waiting import PATIENCE_SECONDS


@pytest.mark.parametrize("role", [ProcessRole.WRITER, ProcessRole.READER, ProcessRole.MODEL_JOB])
def test_a_process_that_nobody_speaks_to_as_it_should_ends_at_once(role):
    ended = subprocess.run(build_command(role), input=b"stray words\n", capture_output=True, timeout=PATIENCE_SECONDS)
    assert ended.returncode == 1
    assert ended.stdout == b""


def test_the_parser_ends_with_its_input():
    ended = subprocess.run(build_command(ProcessRole.PARSER), input=b"", capture_output=True, timeout=PATIENCE_SECONDS)
    assert ended.returncode == 0


def test_modules_are_not_looked_for_in_the_current_folder(tmp_path):
    (tmp_path / "findling.py").write_text("raise SystemExit(9)")
    command = build_command(ProcessRole.WRITER)
    ended = subprocess.run(command, input=b"", capture_output=True, timeout=PATIENCE_SECONDS, cwd=tmp_path)
    assert ended.returncode == 1


def test_a_frozen_program_takes_the_role_as_its_first_argument(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert build_command(ProcessRole.PARSER) == [sys.executable, "--parser"]
