"""Garbage is collected between events, and only there."""

from __future__ import annotations

import gc
import weakref

import pytest

from findling.ui.app.garbage_collector import GarbageCollector, collect_due


class Cycle:
    """Something that only the collector of garbage frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def often():
    """Thresholds that are passed soon, all of them restored."""
    before = gc.get_threshold()
    gc.collect()
    gc.set_threshold(100, 1, 1)
    yield
    gc.set_threshold(*before)


def allocate() -> list[list[int]]:
    return [[] for _ in range(1_000)]


def test_garbage_stays_while_an_event_is_served_and_goes_after_it(qtbot, often):
    with GarbageCollector():
        cycle = weakref.ref(Cycle())
        kept = allocate()
        assert cycle() is not None
        qtbot.waitUntil(lambda: cycle() is None)
    assert len(kept) == 1_000


def test_afterwards_python_collects_by_itself_again(qapp, often):
    with GarbageCollector():
        pass
    cycle = weakref.ref(Cycle())
    allocate()
    assert cycle() is None


def test_nothing_is_collected_before_it_is_due(often):
    gc.disable()
    gc.collect()
    assert not collect_due()


def test_what_is_due_is_collected(often):
    gc.disable()
    cycle = weakref.ref(Cycle())
    kept = allocate()
    assert collect_due()
    assert cycle() is None
    assert len(kept) == 1_000
