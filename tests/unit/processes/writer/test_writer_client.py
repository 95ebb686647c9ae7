"""The writer in processes of its own: what is said, and what happens when one of them goes away."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from findling.domain.library import Progress
from findling.errors import LibraryBusyError, UsageError, WorkerError
from findling.ipc.priority import PRIORITY_VARIABLE
from findling.messages.remedy_templates import Remedy
from findling.processes.writer.messages import Done, Waiting
from findling.processes.writer.writer_client import WriterClient
from findling.processes.writer.writer_lock import find_holder
from waiting import wait_until

_SLOW, _DEAF, _QUICK = (Path(f"/{name}") for name in ("slow", "deaf", "quick"))

_CLIENT = """
import sys
from pathlib import Path
import writerprogram
from findling.paths import LibraryPaths
from findling.processes.writer.writer_client import WriterClient
with WriterClient.start(LibraryPaths.inside(Path(sys.argv[1])), command=writerprogram.COMMAND) as client:
    for event in client.index([Path(sys.argv[2])]):
        print("news", flush=True)
"""


def _is_gone(pid):
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_commands_are_carried_out_in_order(start, tmp_path):
    with start() as client:
        client.add(tmp_path)
        *_, done = client.index([_QUICK])
        assert done.summary.found == 3
        assert client.remove(tmp_path) == 7
        assert client.forget(tmp_path) == 5
    assert (tmp_path / "closed").exists()


def test_the_writer_makes_way_for_others(start, paths, monkeypatch):
    monkeypatch.delenv(PRIORITY_VARIABLE)
    with start():
        assert psutil.Process(find_holder(paths).pid).nice() == 19


def test_an_error_of_the_engine_is_raised_as_such(start, tmp_path):
    with start() as client:
        with pytest.raises(UsageError, match="does not exist") as caught:
            client.add(tmp_path / "nowhere")
        assert caught.value.notice.remedies == (Remedy.CHECK_NAME(),)
        client.add(tmp_path)


def test_a_bug_is_logged_and_survived(start, paths, tmp_path):
    with start() as client:
        with pytest.raises(WorkerError, match=r"ZeroDivisionError.*findling\.log"):
            list(client.index([Path("/bug")]))
        client.add(tmp_path)
    assert "Traceback" in paths.log.read_text()


def test_stray_prints_are_no_messages(start):
    with start() as client:
        assert [type(event) for event in client.index([Path("/noisy")])] == [Done]


def test_progress_comes_five_times_a_second_at_most(start):
    with start() as client:
        began = time.monotonic()
        events = client.index([_SLOW])
        for _ in range(5):
            assert isinstance(next(events), Progress)
        assert time.monotonic() - began > 0.75
        client.stop()
        *_, done = events
        assert done.summary.stopped


def test_a_stop_is_for_the_command_before_it_only(start):
    with start() as client:
        events = client.index([_SLOW])
        next(events)
        client.stop()
        assert [event for event in events if isinstance(event, Done)]
        *_, done = client.index([_QUICK])
        assert not done.summary.stopped


@pytest.mark.parametrize("folder", [_SLOW, _DEAF])
def test_closing_ends_a_writer_in_the_middle_of_its_work(start, paths, folder):
    client = start()
    next(client.index([folder]))
    pid = find_holder(paths).pid
    client.close()
    assert _is_gone(pid)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_client_that_goes_takes_its_writer_with_it(paths, number):
    command = [sys.executable, "-c", _CLIENT, str(paths.data), str(_SLOW)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as client:
        assert client.stdout.readline() == b"news\n"
        writer = find_holder(paths).pid
        client.send_signal(number)
        wait_until(lambda: _is_gone(writer))


def test_a_killed_writer_is_told_of_and_the_next_run_goes_on(start, paths):
    with start() as client:
        events = client.index([_SLOW])
        next(events)
        os.kill(find_holder(paths).pid, signal.SIGKILL)
        with pytest.raises(WorkerError, match=r"ended before it was done \(Killed\).*Nothing that was indexed is lost"):
            list(events)
        *_, done = client.index([_QUICK])
        assert done.summary.found == 3


def test_an_interrupt_from_the_keyboard_does_not_end_the_writer(start, paths, tmp_path):
    with start() as client:
        os.kill(find_holder(paths).pid, signal.SIGINT)
        client.add(tmp_path)


def test_the_second_client_has_the_first_one_s_writer_do_it(start, paths, tmp_path):
    with start() as first, start() as second:
        waiting, *_, done = second.index([_QUICK])
        assert waiting == Waiting(find_holder(paths))
        assert done.summary.found == 3
        with pytest.raises(UsageError):
            second.add(tmp_path / "nowhere")
        with pytest.raises(LibraryBusyError):
            list(second.follow())
        first.add(tmp_path)
    assert not list(paths.requests.iterdir())


def test_a_folder_is_named_from_where_the_client_stands(start, tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    with start() as first, start() as second:
        monkeypatch.chdir(tmp_path)
        first.add(Path("here"))
        second.add(Path("here"))


def test_a_request_is_served_while_the_first_follows(start):
    with start() as first, start() as second:
        following = first.follow()
        assert next(following).doing == "watching"
        *_, done = second.index([_QUICK])
        assert done.summary.found == 3
        first.stop()
        assert [event for event in following if isinstance(event, Done)]


def test_when_the_first_goes_the_second_takes_over(start):
    with start() as first, start() as second:
        next(first.index([_SLOW]))
        events = second.index([_QUICK])
        assert isinstance(next(events), Waiting)
        first.close()
        *_, done = events
        assert done.summary.found == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signal")
def test_a_writer_that_is_told_to_end_stops_and_closes_its_library(start, paths, tmp_path):
    with start() as client:
        events = client.index([_SLOW])
        next(events)
        os.kill(find_holder(paths).pid, signal.SIGTERM)
        *_, done = events
        assert done.summary.stopped
        with pytest.raises(WorkerError, match="exit status 143"):
            list(client.index([_QUICK]))
    assert (tmp_path / "closed").exists()


def test_a_stopped_request_is_taken_back(start, paths):
    with start() as first, start() as second:
        next(first.index([_SLOW]))
        events = second.index([_QUICK])
        next(events)
        second.stop()
        *_, done = events
        assert done.summary.stopped
        assert not list(paths.requests.iterdir())


def test_a_program_that_is_no_writer_is_an_error_for_people(paths):
    with pytest.raises(WorkerError, match="exit status 3"):
        WriterClient.start(paths, command=[sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(WorkerError, match="cannot be started"):
        WriterClient.start(paths, command=["/nonexistent/program"])


def test_a_damaged_setting_keeps_no_writer_from_starting(start, paths):
    paths.create()
    paths.settings.write_text("model = 3\n")
    with start() as client:
        *_, done = client.index([_QUICK])
        assert done.summary.found == 3
