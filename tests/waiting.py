"""Waiting for other threads and processes, with one deadline, for tests that hang."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE_SECONDS = 300
"""Deadline of every wait: no test passes or fails by it on a machine that is ten times slower than a quiet one."""

_POLL_SECONDS = 0.01


def wait_until(is_so: Callable[[], object], explain: Callable[[], object] = lambda: "") -> None:
    """Poll until a condition holds.

    Raises:
        AssertionError: it did not within `PATIENCE_SECONDS`; `explain` gives the message.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, explain() or f"not within {PATIENCE_SECONDS} s"
        time.sleep(_POLL_SECONDS)
