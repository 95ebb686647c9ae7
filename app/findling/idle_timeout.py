"""Timeout that expires when something has not been used for a while."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class IdleTimeout:
    """Calls `expire` in its own thread when nothing began for some seconds after the last end.

    One thread sleeps for each idle spell, and not one for each use, since uses may be thousands a second.
    """

    def __init__(self, seconds: float, expire: Callable[[], None]) -> None:
        """Create a timeout that is not counting."""
        self._seconds = seconds
        self._expire = expire
        self._state = threading.Condition()
        self._idle_since: float | None = None
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Count no more; waits for an expiry that goes on."""
        with self._state:
            self._idle_since = None

    def end(self) -> None:
        """Count from now."""
        with self._state:
            self._idle_since = time.monotonic()
            if self._thread is None:
                self._thread = threading.Thread(target=self._wait, name="idle", daemon=True)
                self._thread.start()

    def _wait(self) -> None:
        with self._state:
            while self._idle_since is not None:
                left = self._idle_since + self._seconds - time.monotonic()
                if left <= 0:
                    self._idle_since = None
                    self._expire()
                else:
                    # Whoever begins meanwhile wakes nobody: this looks again when the time is up.
                    self._state.wait(left)
            self._thread = None
