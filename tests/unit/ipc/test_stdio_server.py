"""A process serves its parent for as long as that holds its end, and never says anything but messages."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import serverprogram
from waiting import PATIENCE_SECONDS

HANDS = [sys.executable, serverprogram.__file__]


@pytest.fixture
def start(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([*sys.path, str(Path(serverprogram.__file__).parent)]))
    started = []

    def start(manner: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [*HANDS, manner], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()


def say(process: subprocess.Popen[bytes], line: bytes) -> None:
    process.stdin.write(line)
    process.stdin.flush()


def test_each_line_is_heard_in_order_and_the_process_ends_with_its_input(start):
    assert start("echo").communicate(b"one\ntwo\n", timeout=PATIENCE_SECONDS)[0] == b"one\ntwo\n"


def test_a_line_that_is_no_request_is_logged_and_passed_over(start):
    process = start("echo")
    said, logged = process.communicate(b"?\none\n", timeout=PATIENCE_SECONDS)
    assert said == b"one\n"
    assert b"a question mark" in logged
    assert process.returncode == 0


@pytest.mark.parametrize(("line", "first"), [(b"one\n", b"'one'\n"), (b"?\n", b"None\n")])
def test_the_first_line_is_read_or_told_to_be_no_request(start, line, first):
    assert start("first").communicate(line, timeout=PATIENCE_SECONDS)[0] == first


def test_nothing_but_messages_reaches_the_parent_and_nothing_else_reads_what_it_says(start):
    said, stray = start("noisy").communicate(b"one\n", timeout=PATIENCE_SECONDS)
    assert said == b"standard input holds ''\n"
    assert {b"a stray print", b"a stray child", b"stray bytes"} <= set(stray.splitlines())


def test_what_is_to_be_done_at_the_end_of_the_input_is_done(start):
    assert start("finishing").communicate(b"one\n", timeout=PATIENCE_SECONDS)[0] == b"one\ngoodbye\n"


def test_work_that_does_not_heed_the_end_of_the_input_is_ended_all_the_same(start):
    process = start("deaf")
    assert process.communicate(b"one\n", timeout=PATIENCE_SECONDS)[0] == b"one\n"
    assert process.returncode == 0


def test_work_has_a_moment_to_leave_off_after_the_end_of_the_input(start):
    process = start("deaf for a moment")
    assert process.communicate(timeout=PATIENCE_SECONDS)[0] == b"goodbye\n"
    assert process.returncode == 0


def test_a_process_whose_work_is_done_ends_with_its_status_while_its_parent_still_speaks(start):
    assert start("done").wait(PATIENCE_SECONDS) == 7


@pytest.mark.parametrize("manner", ["a bug in work", "a bug in hearing"])
def test_a_bug_ends_the_process_with_its_traceback(start, manner):
    process = start(manner)
    say(process, b"one\n")
    assert process.wait(PATIENCE_SECONDS) == 1
    assert b"ZeroDivisionError" in process.stderr.read()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_an_interrupt_from_the_keyboard_is_left_to_the_parent(start):
    process = start("echo")
    say(process, b"one\n")
    assert process.stdout.readline() == b"one\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate(b"two\n", timeout=PATIENCE_SECONDS)[0] == b"two\n"
    assert process.returncode == 0


def test_a_parent_that_no_longer_reads_is_no_bug(start):
    process = start("echo")
    process.stdout.close()
    process.stdin.write(b"one\ntwo\n")
    process.stdin.close()
    assert process.wait(PATIENCE_SECONDS) == 0
    assert process.stderr.read() == b""
