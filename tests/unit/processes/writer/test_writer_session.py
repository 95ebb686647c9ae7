"""A writer whose work waits for mains power says so to others, and leaves nothing of theirs waiting."""

from __future__ import annotations

import time

import pytest

import writerprogram
from findling.domain.library import Progress, Summary
from findling.processes.writer.messages import Add, Done, Index
from findling.processes.writer.request_mailbox import Outbox
from findling.processes.writer.settings_watch import SettingsWatch
from findling.processes.writer.writer_session import WriterSession


class WaitingWriter(writerprogram.Writer):
    """Writer that waits for power in its first run, until it is stopped."""

    def __init__(self):
        self.added = []
        self.runs = 0

    def add(self, folder, exclude):
        self.added.append(folder)

    def index(self, folders, *, report, should_stop, retry=False, arrived):
        self.runs += 1
        report(Progress(doing="waiting" if self.runs == 1 else "indexing"))
        while self.runs == 1 and not should_stop():
            time.sleep(0.01)
        return Summary(stopped=self.runs == 1)


@pytest.fixture
def writer():
    return WaitingWriter()


@pytest.fixture
def noted():
    return []


@pytest.fixture
def session(paths, writer, noted):
    paths.create()
    events = []
    session = WriterSession(
        *(writer, paths, events.append, SettingsWatch(paths.settings)),
        go_on_now=lambda: noted.append("now"),
        note_waiting=noted.append,
    )
    return session, events


def test_what_others_ask_for_is_done_while_the_own_run_waits_for_power(session, paths, writer, noted, tmp_path):
    serving, events = session
    Outbox(paths.requests, Add(tmp_path, None))
    serving.serve(Index(), lambda: False)
    assert writer.added == [tmp_path]
    assert writer.runs == 2
    assert noted == [True, False]
    assert isinstance(events[-1], Done)
    assert not events[-1].summary.stopped


def test_who_asks_for_a_run_now_lifts_what_limits_it(session, noted, writer):
    serving, _ = session
    writer.runs = 1
    serving.serve(Index(now=True), lambda: False)
    assert noted == ["now"]


def test_a_run_that_is_stopped_waits_no_longer(session, noted):
    serving, _ = session
    serving.serve(Index(), lambda: noted == [True])
    assert noted == [True, False]
