"""The window's line to the worker, with real workers on real files."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from desk import Desk
from findling.types import FileStatus
from findling.ui.bridge.worker import Activity, WorkerLink
from findling.worker.messages import Add, Index, Remove


@pytest.fixture
def desk(tmp_path):
    desk = Desk.at(tmp_path)
    for number in range(12):
        desk.write(f"note {number}.txt", f"Note {number} is about the harbour, the boats and {number} gulls.")
    desk.paths.create()
    return desk


@pytest.fixture
def link(qtbot, desk):
    link = WorkerLink(desk.paths)
    yield link
    link.stop()
    link.wait()


def indexed(desk: Desk) -> int:
    with desk.reading() as library:
        return library.status().indexed


def wait_until_following(qtbot, link, timeout=60_000):
    qtbot.waitUntil(lambda: link.state.activity is Activity.FOLLOWING, timeout=timeout)


def test_left_alone_it_follows_the_library(qtbot, link):
    link.start()
    wait_until_following(qtbot, link)


def test_a_folder_that_is_added_becomes_searchable_and_is_followed(qtbot, desk, link):
    done = []
    link.finished.connect(lambda command, _: done.append(type(command)))
    link.start()
    link.add(desk.folder)
    qtbot.waitUntil(lambda: Index in done, timeout=60_000)
    wait_until_following(qtbot, link)
    assert indexed(desk) == 12
    with qtbot.waitSignal(link.library_changed, timeout=30_000):
        desk.write("new.txt", "A new note about lighthouses.")
    qtbot.waitUntil(lambda: desk.files().get("new.txt") == (FileStatus.INDEXED, None), timeout=30_000)


def test_a_folder_that_is_removed_is_forgotten_while_it_is_followed(qtbot, desk, link):
    desk.index()
    link.start()
    wait_until_following(qtbot, link)
    with qtbot.waitSignal(
        link.finished, check_params_cb=lambda command, _: isinstance(command, Remove), timeout=30_000
    ):
        link.remove(desk.folder)
    assert indexed(desk) == 0


def test_what_cannot_be_covered_is_refused_in_words(qtbot, desk, link):
    link.start()
    with qtbot.waitSignal(link.refused, timeout=30_000) as refusal:
        link.add(desk.folder / "nowhere")
    command, message, _ = refusal.args
    assert isinstance(command, Add)
    assert "nowhere" in message
    wait_until_following(qtbot, link)


def test_paused_it_leaves_off_but_still_takes_folders_and_goes_on_when_resumed(qtbot, desk, link):
    link.pause()
    link.start()
    qtbot.waitUntil(lambda: link.state.activity is Activity.PAUSED, timeout=30_000)
    with qtbot.waitSignal(link.finished, timeout=30_000):
        link.add(desk.folder)
    qtbot.waitUntil(lambda: link.state.activity is Activity.PAUSED, timeout=30_000)
    assert indexed(desk) == 0
    link.resume()
    qtbot.waitUntil(lambda: indexed(desk) == 12, timeout=60_000)


def test_a_library_that_another_process_writes_is_waited_for(qtbot, desk, link):
    from findling.worker.lock import WriterLock

    lock = WriterLock(desk.paths)
    lock.acquire()
    try:
        link.start()
        qtbot.waitUntil(lambda: link.state.activity is Activity.BUSY_ELSEWHERE, timeout=30_000)
        assert link.state.words
    finally:
        lock.release()
    wait_until_following(qtbot, link)


def test_killed_twenty_times_at_random_moments_it_comes_back_and_the_index_is_whole(qtbot, desk):
    from findling.engine.doctor import examine

    seeded = random.Random(3)
    link = WorkerLink(desk.paths, delays=[0])
    link.start()
    link.add(desk.folder)
    for number in range(20):
        qtbot.waitUntil(lambda: link.pid > 0, timeout=40_000)
        desk.write(f"more {number}.txt", f"The {number}th thing that came to mind between two deaths.")
        qtbot.wait(seeded.randrange(0, 900))
        if link.pid:
            os.kill(link.pid, signal.SIGKILL)
        qtbot.wait(50)
    qtbot.waitUntil(lambda: link.state.activity is Activity.FOLLOWING, timeout=60_000)
    link.index(retry=True)
    qtbot.waitUntil(lambda: indexed(desk) == 32, timeout=60_000)
    link.stop()
    link.wait()
    assert {check.name for check in examine(desk.paths, desk.settings) if not check.ok} <= {"disk", "watcher"}


def test_closing_takes_less_than_three_seconds_while_it_works(qtbot, desk, link):
    for number in range(300):
        desk.write(f"long {number}.txt", f"{number} words. " * 800)
    link.start()
    link.add(desk.folder)
    with qtbot.waitSignal(link.progressed, check_params_cb=lambda p: p.doing == "indexing", timeout=60_000):
        pass
    started = time.monotonic()
    link.stop()
    link.wait()
    assert time.monotonic() - started < 3
