"""How many requests are computed at once, how many may wait, and that no more than that are taken."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.processes.http_api.http_refusal import HttpRefusal

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNNING = 2
WAITING = 30


class WorkQueue:
    """Gives turns at the model."""

    def __init__(self, running: int = RUNNING, waiting: int = WAITING) -> None:
        """Set the limits.

        Args:
            running: requests that are computed at once.
            waiting: requests that may wait beside them.
        """
        self._places = threading.BoundedSemaphore(running + waiting)
        self._running = threading.BoundedSemaphore(running)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn; inside, it is held.

        Raises:
            Refusal: too many wait already.
        """
        if not self._places.acquire(blocking=False):
            raise HttpRefusal(
                429, "Overloaded", "too many requests wait already; try again later", {"Retry-After": "1"}
            )
        try:
            with self._running:
                yield
        finally:
            self._places.release()
