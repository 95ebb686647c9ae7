"""The searching process answers, or its successor does."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys

import pytest

from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import AskStatus
from findling.processes.reader.search_messages import SearchRequest, SearchResponse
from findling.ui.i18n.notices import describe
from findling.ui.ipc.reader_link import ReaderLink
from findling.ui.ipc.writer_activity import Activity
from findling.ui.ipc.writer_link import WriterLink


@pytest.fixture
def too_new(paths):
    """A library that a Findling of the future has written."""
    with sqlite3.connect(paths.database) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    return paths


def ask(link, question):
    replies = []
    link.ask(question, lambda reply, _: replies.append(reply))
    return replies


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped by a signal")
def test_a_process_that_hangs_is_replaced_and_the_search_answered(qtbot, paths):
    link = ReaderLink(paths, timeout_ms=20_000)
    link.start()
    try:
        known = ask(link, AskStatus())
        qtbot.waitUntil(lambda: bool(known))
        hanging = link.pid
        os.kill(hanging, signal.SIGSTOP)
        found = ask(link, SearchRequest("boiler"))
        qtbot.waitUntil(lambda: bool(found))
        assert isinstance(found[-1], SearchResponse)
        assert link.pid != hanging
    finally:
        link.stop()
        link.wait()


def test_a_library_of_a_newer_findling_is_said_in_words_for_the_window(qtbot, too_new):
    link = ReaderLink(too_new)
    try:
        # Parts of the window ask while they are first shown, and the first paint is to wait for no process.
        replies = ask(link, AskStatus())
        assert not link.pid
        link.start()
        qtbot.waitUntil(lambda: bool(replies))
        assert isinstance(replies[0], Failed)
        said = describe(replies[0].notice)
        assert "newer Findling" in said
        assert "schema" not in said
        assert "--library" not in said
    finally:
        link.stop()
        link.wait()


def test_a_writer_that_cannot_open_the_library_goes_on_saying_so(qtbot, too_new):
    link = WriterLink(too_new, delays=[0])
    states, pids = [], set()
    link.state_changed.connect(states.append)
    link.start()
    try:
        qtbot.waitUntil(lambda: link.state.activity is Activity.FAILED)
        failed_at = states.index(link.state)

        def has_tried_again() -> bool:
            pids.add(link.pid)
            return len(pids - {0}) > 3

        qtbot.waitUntil(has_tried_again)
        assert states[failed_at + 1 :] == []
        assert "newer Findling" in link.state.words
        assert "--library" not in link.state.words
    finally:
        link.stop()
        link.wait()
