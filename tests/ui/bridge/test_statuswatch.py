"""How the library stands is asked for again and again, as long as anybody looks."""

from __future__ import annotations

import pytest

from findling.reports import FolderReport
from findling.searcher.messages import AskStatus
from findling.ui.bridge.statuswatch import StatusWatch


@pytest.fixture
def seen():
    """Whether anybody looks: as long as there is something in it."""
    return [True]


@pytest.fixture
def watch(qtbot, link, seen):
    watch = StatusWatch(link, lambda: bool(seen), again_ms=20)
    yield watch
    watch.deleteLater()


def test_what_others_did_to_the_library_is_noticed(qtbot, watch, link, tmp_path):
    changes = []
    watch.changed.connect(lambda: changes.append(link.status()))
    watch.start()
    qtbot.waitUntil(lambda: link.count(AskStatus) > 3, timeout=3_000)
    assert changes == []
    link.folders.append(FolderReport(tmp_path, 7, 7, 0, 0, ()))
    qtbot.waitUntil(lambda: len(changes) == 1, timeout=3_000)


def test_nobody_asks_while_nobody_looks(qtbot, watch, link, seen):
    seen.clear()
    watch.start()
    qtbot.wait(100)
    assert link.count(AskStatus) == 1


def test_one_question_waits_at_a_time(qtbot, watch, link):
    link.waits = True
    watch.start()
    qtbot.wait(100)
    assert link.count(AskStatus) == 1
    link.tell()
    qtbot.waitUntil(lambda: link.count(AskStatus) == 2, timeout=3_000)
