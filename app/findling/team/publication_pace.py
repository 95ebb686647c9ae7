"""Pace of automatic publishing: once changes are at rest, and ever more rarely on failure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class PublicationPace:
    """Pace at which a library publishes; times are in seconds, of any one clock.

    Attributes:
        rest: without a change before what changed is published.
        most: after a change, at rest or not, as in a first run that takes hours.
        first_wait: after a failure; each further one in a row doubles it.
        longest_wait: between two tries.
        worked_share: the most of a processor that publishing may take.
    """

    rest: float = 2.0
    most: float = 60.0
    first_wait: float = 5.0
    longest_wait: float = 600.0
    worked_share: float = 0.02
    _first_change: float | None = None
    _last_change: float = 0.0
    _failures: int = 0
    _not_before: float = float("-inf")

    def note_change(self, now: float) -> None:
        """Take in that there may be something to publish."""
        self._last_change = now
        if self._first_change is None:
            self._first_change = now

    def begin_anew(self, now: float) -> None:
        """Note that the user changed shares or the server's address: what failed is tried again."""
        self._failures, self._not_before = 0, float("-inf")
        self.note_change(now)

    def due_in(self, now: float) -> float | None:
        """Return in how many seconds to publish, 0 for now; None where nothing has changed."""
        if self._first_change is None:
            return None
        due = min(self._last_change + self.rest, self._first_change + self.most)
        return max(due - now, self._not_before - now, 0.0)

    def begin(self) -> None:
        """Take in that what changed until now is being published."""
        self._first_change = None

    def note_done(self, now: float, took: float) -> None:
        """Take in that all was published, which took so many seconds of a processor."""
        self._failures = 0
        self._not_before = now + took * (1 / self.worked_share - 1)

    def note_failure(self, now: float) -> None:
        """Take in that not all was published."""
        # The exponent has a bound, since a float has.
        wait = min(self.first_wait * 2 ** min(self._failures, 32), self.longest_wait)
        self._failures += 1
        self._not_before = now + wait
        self.note_change(now)
