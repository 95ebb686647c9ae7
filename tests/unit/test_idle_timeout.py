"""Expiry of what nobody uses, and of nothing else."""

from __future__ import annotations

import threading

from findling.idle_timeout import IdleTimeout
from waiting import wait_until


class Watched:
    """A timeout whose expiries are counted, and whose threads are known."""

    def __init__(self, seconds: float) -> None:
        self.expired = 0
        self.timeout = IdleTimeout(seconds, self._expire)
        self._others = set(threading.enumerate())

    def wait_for_threads(self) -> None:
        wait_until(lambda: set(threading.enumerate()) <= self._others)

    def _expire(self) -> None:
        self.expired += 1


def test_what_rests_expires_once():
    watched = Watched(0.01)
    watched.timeout.end()
    watched.wait_for_threads()
    assert watched.expired == 1


def test_each_rest_expires():
    watched = Watched(0.01)
    for _ in range(3):
        watched.timeout.begin()
        watched.timeout.end()
        watched.wait_for_threads()
    assert watched.expired == 3


def test_what_was_begun_does_not_expire():
    watched = Watched(0.05)
    watched.timeout.end()
    watched.timeout.begin()
    watched.wait_for_threads()
    assert watched.expired == 0


def test_what_ends_again_rests_from_then_on():
    watched = Watched(0.05)
    for _ in range(50):
        watched.timeout.end()
        watched.timeout.begin()
    watched.timeout.end()
    watched.wait_for_threads()
    assert watched.expired == 1
