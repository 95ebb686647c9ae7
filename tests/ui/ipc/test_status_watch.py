"""The status is asked for again and again while the window is visible."""

from __future__ import annotations

import pytest

from findling.domain.library import FolderReport
from findling.processes.reader.library_messages import AskStatus
from findling.ui.ipc.status_watch import StatusWatch


class User:
    """A user who looks, or does not; counts how often that was asked."""

    is_looking = True
    times_asked = 0

    def looks(self) -> bool:
        self.times_asked += 1
        return self.is_looking


@pytest.fixture
def user():
    return User()


@pytest.fixture
def watch(qtbot, link, user):
    watch = StatusWatch(link, user.looks, interval_ms=20)
    yield watch
    watch.deleteLater()


def test_what_others_did_to_the_library_is_noticed(qtbot, watch, link, tmp_path):
    changes = []
    watch.changed.connect(lambda: changes.append(link.status()))
    watch.start()
    qtbot.waitUntil(lambda: link.count(AskStatus) > 3)
    assert changes == []
    link.folders.append(FolderReport(path=tmp_path, files=7, indexed=7))
    qtbot.waitUntil(lambda: len(changes) == 1)


def test_nobody_asks_while_nobody_looks(qtbot, watch, link, user):
    user.is_looking = False
    watch.start()
    qtbot.waitUntil(lambda: user.times_asked > 3)
    assert link.count(AskStatus) == 1


def test_one_question_waits_at_a_time(qtbot, watch, link, user):
    link.waits = True
    watch.start()
    qtbot.waitUntil(lambda: user.times_asked > 3)
    assert link.count(AskStatus) == 1
    link.tell()
    qtbot.waitUntil(lambda: link.count(AskStatus) == 2)


@pytest.fixture
def database(tmp_path):
    database = tmp_path / "library.sqlite"
    database.write_bytes(b"as it was")
    return database


@pytest.fixture
def sparing(qtbot, link, user, database):
    watch = StatusWatch(link, user.looks, files=(database,), interval_ms=20)
    yield watch
    watch.deleteLater()


def test_a_library_whose_files_are_as_they_were_is_seldom_counted_again(qtbot, sparing, link, user):
    sparing.start()
    qtbot.waitUntil(lambda: user.times_asked >= 36)
    assert 2 <= link.count(AskStatus) <= 2 + user.times_asked / 12


def test_a_library_whose_files_changed_is_counted_at_once(qtbot, sparing, link, user, database):
    sparing.start()
    asked = link.count(AskStatus)
    database.write_bytes(b"as it is now")
    before = user.times_asked
    qtbot.waitUntil(lambda: user.times_asked > before)
    assert link.count(AskStatus) == asked + 1
