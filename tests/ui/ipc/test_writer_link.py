"""The client of the writer, with real writers on real files."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import threading

import psutil
import pytest
from PySide6.QtCore import QTimer

from findling.domain.files import FileStatus
from findling.domain.library import Summary
from findling.errors import DiskFullError
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.processes.writer.messages import Add, Done, Hello, Index, Offline, Remove, to_line
from findling.processes.writer.writer_client import WriterClient
from findling.ui.i18n.notices import describe
from findling.ui.ipc.writer_activity import Activity, WriterState
from findling.ui.ipc.writer_link import WriterLink
from workspace import Workspace


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace.at(tmp_path)
    for number in range(12):
        workspace.write(f"note {number}.txt", f"Note {number} is about the harbour, the boats and {number} gulls.")
    workspace.paths.create()
    return workspace


@pytest.fixture
def link(qtbot, workspace):
    link = WriterLink(workspace.paths)
    yield link
    link.stop()
    link.wait()


def kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def indexed(workspace: Workspace) -> int:
    with workspace.reading() as library:
        return library.status().indexed


def wait_until_following(qtbot, link):
    qtbot.waitUntil(lambda: link.state.activity is Activity.FOLLOWING)


def test_left_alone_it_follows_the_library(qtbot, link):
    link.start()
    wait_until_following(qtbot, link)


def test_a_folder_that_is_added_becomes_searchable_and_is_followed(qtbot, workspace, link):
    done = []
    link.finished.connect(lambda command, _: done.append(type(command)))
    link.start()
    link.add(workspace.folder)
    qtbot.waitUntil(lambda: Index in done)
    wait_until_following(qtbot, link)
    assert indexed(workspace) == 12
    with qtbot.waitSignal(link.library_changed):
        workspace.write("new.txt", "A new note about lighthouses.")
    qtbot.waitUntil(lambda: workspace.files().get("new.txt") == (FileStatus.INDEXED, None))


def test_a_folder_that_is_removed_is_forgotten_while_it_is_followed(qtbot, workspace, link):
    workspace.index()
    link.start()
    wait_until_following(qtbot, link)
    with qtbot.waitSignal(link.finished, check_params_cb=lambda command, _: isinstance(command, Remove)):
        link.remove(workspace.folder)
    assert indexed(workspace) == 0


def test_what_cannot_be_covered_is_refused_in_words(qtbot, workspace, link):
    link.start()
    with qtbot.waitSignal(link.refused) as refusal:
        link.add(workspace.folder / "nowhere")
    command, notice = refusal.args
    assert isinstance(command, Add)
    assert "nowhere" in describe(notice)
    wait_until_following(qtbot, link)


def test_paused_it_leaves_off_but_still_takes_folders_and_goes_on_when_resumed(qtbot, workspace, link):
    link.pause()
    link.start()
    qtbot.waitUntil(lambda: link.state.activity is Activity.PAUSED)
    with qtbot.waitSignal(link.finished):
        link.add(workspace.folder)
    qtbot.waitUntil(lambda: link.state.activity is Activity.PAUSED)
    assert indexed(workspace) == 0
    link.resume()
    qtbot.waitUntil(lambda: indexed(workspace) == 12)


def test_a_library_that_another_process_writes_is_waited_for(qtbot, workspace, link):
    from findling.processes.writer.writer_lock import WriterLock

    lock = WriterLock(workspace.paths)
    lock.acquire()
    try:
        link.start()
        qtbot.waitUntil(lambda: link.state.activity is Activity.BUSY_ELSEWHERE)
        assert link.state.words
    finally:
        lock.release()
    wait_until_following(qtbot, link)


def test_killed_twenty_times_at_random_moments_it_comes_back_and_the_index_is_whole(qtbot, workspace):
    from findling.diagnostics.doctor import examine

    seeded = random.Random(3)
    link = WriterLink(workspace.paths, delays=[0])
    link.start()
    link.add(workspace.folder)
    for number in range(20):
        qtbot.waitUntil(lambda: link.pid > 0)
        workspace.write(f"more {number}.txt", f"The {number}th thing that came to mind between two deaths.")
        doomed = link.pid
        QTimer.singleShot(seeded.randrange(0, 900), link, lambda doomed=doomed: kill(doomed))
        qtbot.waitUntil(lambda doomed=doomed: link.pid != doomed)
    qtbot.waitUntil(lambda: link.state.activity is Activity.FOLLOWING)
    link.index(retry=True)
    qtbot.waitUntil(lambda: indexed(workspace) == 32)
    link.stop()
    link.wait()
    assert {check.name for check in examine(workspace.paths, workspace.settings) if not check.ok} <= {"disk", "watcher"}


def test_closing_ends_the_writer_in_the_middle_of_its_work(qtbot, workspace, link):
    for number in range(300):
        workspace.write(f"long {number}.txt", f"{number} words. " * 800)
    link.start()
    link.add(workspace.folder)
    with qtbot.waitSignal(link.progressed, check_params_cb=lambda p: p.doing == "indexing"):
        pass
    pid = link.pid
    link.stop()
    link.wait()
    assert not psutil.pid_exists(pid)
    assert indexed(workspace) < 300, "it was left off, not awaited"


def test_what_another_process_asks_for_is_shown_and_over_when_it_is_done(qtbot, workspace, link, tmp_path):
    workspace.index()
    other = tmp_path / "other"
    other.mkdir()
    for number in range(20):
        (other / f"paper {number}.txt").write_text(f"Paper {number} is about bridges, towers and {number} gates. " * 20)
    activities = []
    link.state_changed.connect(lambda state: activities.append(state.activity))
    link.start()
    wait_until_following(qtbot, link)
    activities.clear()
    asked = threading.Thread(target=lambda: _index_by_request(workspace.paths, other))
    with qtbot.waitSignal(link.library_changed):
        asked.start()
    qtbot.waitUntil(lambda: Activity.WORKING in activities)
    qtbot.waitUntil(lambda: not asked.is_alive())
    wait_until_following(qtbot, link)
    assert indexed(workspace) == 32


def _index_by_request(paths, folder):
    with WriterClient.start(paths) as client:
        assert any(isinstance(event, Done) for event in client.index([folder]))


def test_a_folder_that_is_moved_away_is_told_of_and_keeps_its_files_until_it_is_back(qtbot, workspace, link):
    workspace.index()
    notes = []
    link.offline_changed.connect(notes.append)
    link.start()
    wait_until_following(qtbot, link)
    qtbot.waitUntil(lambda: notes == [()])
    away = workspace.folder.with_name("away")
    workspace.folder.rename(away)
    qtbot.waitUntil(lambda: len(notes) == 2)
    assert notes[-1][0].fact("folder") == workspace.folder
    assert "findling remove" not in describe(notes[-1][0])
    assert link.state.words
    assert indexed(workspace) == 12
    away.rename(workspace.folder)
    qtbot.waitUntil(lambda: notes[-1] == ())
    assert link.state == WriterState(Activity.FOLLOWING)
    assert indexed(workspace) == 12


UNWATCHING = """
import sys

hello, done, offline = sys.argv[1:]
sys.stdin.readline()
print(hello, flush=True)
for line in sys.stdin:
    print(offline if '"follow"' in line else done, flush=True)
"""


def test_folders_that_cannot_be_watched_are_not_called_disconnected(qtbot, workspace):
    events = [to_line(event).decode().strip() for event in (Hello(1), Done(Summary()))]
    offline = to_line(Offline((LibraryMessage.UNWATCHED(),))).decode().strip()
    link = WriterLink(workspace.paths, command=[sys.executable, "-c", UNWATCHING, *events, offline])
    notes = []
    link.offline_changed.connect(notes.append)
    link.start()
    try:
        qtbot.waitUntil(lambda: notes == [(LibraryMessage.UNWATCHED(),)])
        assert link.state == WriterState(Activity.FOLLOWING, "Changes are noticed only every few minutes")
    finally:
        link.stop()
        link.wait()


FULL_DISK = """
import sys
from pathlib import Path

freed, said, hello, done, full = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
sys.stdin.readline()
print(hello, flush=True)
for line in sys.stdin:
    if '"index"' in line:
        with said.open("a") as file:
            file.write("x")
        print(done if freed.exists() else full, flush=True)
"""


FULL = DiskFullError.needing().notice


@pytest.fixture
def full_disk(tmp_path):
    """A writer whose disk is full until there is a file; that file; and one with a letter for each try."""
    freed, said = tmp_path / "freed", tmp_path / "said"
    full = Failed(FULL)
    events = [to_line(event).decode().strip() for event in (Hello(1), Done(), full)]
    return [sys.executable, "-c", FULL_DISK, str(freed), str(said), *events], freed, said


def test_a_full_disk_is_said_once_and_work_goes_on_by_itself_when_there_is_room(qtbot, workspace, full_disk):
    command, freed, said = full_disk
    link = WriterLink(workspace.paths, command=command, retry_ms=300)
    refused = []
    link.refused.connect(lambda *what: refused.append(what))
    link.start()
    try:
        qtbot.waitUntil(lambda: link.state == WriterState(Activity.FAILED, describe(FULL), FULL))
        qtbot.waitUntil(lambda: said.read_text().count("x") >= 3)
        assert refused == []
        freed.touch()
        qtbot.waitUntil(lambda: link.state.activity is not Activity.FAILED)
    finally:
        link.stop()
        link.wait()


def test_on_a_full_disk_the_user_may_have_it_tried_at_once(qtbot, workspace, full_disk):
    command, freed, _ = full_disk
    link = WriterLink(workspace.paths, command=command)
    link.start()
    try:
        qtbot.waitUntil(lambda: link.state.activity is Activity.FAILED)
        freed.touch()
        with qtbot.waitSignal(link.finished):
            link.index()
    finally:
        link.stop()
        link.wait()


def test_other_settings_tear_no_writer_out_of_what_it_does(qtbot, link):
    link.start()
    wait_until_following(qtbot, link)
    before = link.pid
    link.restart()
    assert link.pid == before
    assert link.state.activity is Activity.FOLLOWING


def test_other_settings_help_a_writer_that_came_to_nothing(qtbot, workspace):
    workspace.paths.settings.write_text('model = "nowhere"\n', "utf-8")
    link = WriterLink(workspace.paths, delays=[600_000])
    link.start()
    qtbot.waitUntil(lambda: link.state.activity is Activity.FAILED)
    workspace.paths.settings.write_text("", "utf-8")
    link.restart()
    wait_until_following(qtbot, link)
    link.stop()
    link.wait()
