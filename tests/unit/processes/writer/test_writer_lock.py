from __future__ import annotations

import os
import subprocess
import sys

import psutil
import pytest

from findling.errors import LibraryBusyError, LibraryError
from findling.processes.writer.messages import Holder
from findling.processes.writer.writer_lock import WriterLock, find_holder, is_running

_HOLD = """
import sys
from pathlib import Path
from findling.paths import LibraryPaths
from findling.processes.writer.writer_lock import WriterLock
lock = WriterLock(LibraryPaths.inside(Path(sys.argv[1])))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(paths):
    paths.create()
    command = [sys.executable, "-c", _HOLD, str(paths.data)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_the_second_is_refused_and_told_who_has_it(paths, holder):
    with pytest.raises(LibraryBusyError, match=rf"indexed by findling \(process {holder.pid}\)"):
        WriterLock(paths).acquire()


def test_a_killed_holder_holds_nothing(paths, holder):
    holder.kill()
    holder.wait()
    assert find_holder(paths) is None
    lock = WriterLock(paths)
    lock.acquire()
    assert find_holder(paths).pid == os.getpid()
    lock.release()
    assert find_holder(paths) is None


def test_a_process_of_the_same_number_is_another_one():
    since = psutil.Process().create_time()
    assert is_running(Holder(os.getpid(), "findling", since))
    assert not is_running(Holder(os.getpid(), "findling", since - 60))


@pytest.mark.parametrize("words", ["", "{", "[]", '{"pid": "x"}', '{"pid": 1}'])
def test_a_damaged_note_names_nobody(paths, words):
    paths.create()
    paths.lock.with_suffix(".json").write_text(words)
    assert find_holder(paths) is None


def test_a_place_that_cannot_be_locked_is_an_error_for_people(paths):
    paths.data.parent.mkdir(exist_ok=True)
    paths.data.touch()
    with pytest.raises(LibraryError, match="cannot be locked"):
        WriterLock(paths).acquire()


def test_others_are_told_that_the_holder_waits_for_power_and_that_it_goes_on(paths):
    paths.create()
    lock = WriterLock(paths)
    lock.acquire()
    for waits in (True, False):
        lock.note_waiting(waits)
        assert find_holder(paths).waits is waits
    lock.release()
    assert find_holder(paths) is None
