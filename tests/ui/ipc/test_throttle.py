"""Frequent calls happen at once, then once in an interval."""

from __future__ import annotations

from findling.ui.ipc.throttle import Throttle


def test_the_first_is_done_at_once_and_all_that_follow_soon_are_done_as_one(qtbot):
    done: list[int] = []
    throttle = Throttle(lambda: done.append(len(done)), interval_ms=20)
    throttle.ask()
    assert len(done) == 1
    for _ in range(5):
        throttle.ask()
    assert len(done) == 1
    qtbot.waitUntil(lambda: len(done) == 2)


def test_what_is_asked_for_after_a_rest_is_done_at_once(qtbot):
    done: list[int] = []
    throttle = Throttle(lambda: done.append(len(done)), interval_ms=20)
    throttle.ask()
    qtbot.waitUntil(lambda: not throttle.is_waiting)
    throttle.ask()
    assert len(done) == 2
