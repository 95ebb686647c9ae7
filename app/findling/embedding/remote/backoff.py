"""Waits between the tries at a busy server."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import SystemRandom
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANCE = SystemRandom()


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential backoff with jitter, in seconds.

    As in Brooker, "Exponential Backoff And Jitter", 2015.

    Attributes:
        first: the longest first wait; each later one may be twice as long.
        longest: of one wait.
        total: counted from the first try, after which there is no other.
    """

    first: float = 0.5
    longest: float = 20.0
    total: float = 90.0

    def waits(self) -> Iterator[float]:
        """Yield the wait after each failure, until `total` is over."""
        deadline = time.monotonic() + self.total
        ceiling = self.first
        while (left := deadline - time.monotonic()) > 0:
            yield min(_CHANCE.uniform(ceiling / 2, ceiling), left)
            ceiling = min(2 * ceiling, self.longest)


ONE_TRY = Backoff(total=0.0)
"""Backoff while a user waits."""


def read_retry_after(value: str) -> float:
    """Return the seconds that a `Retry-After` header asks for; 0 where it says nothing."""
    try:
        return max(float(value), 0.0) if value.strip().isdigit() else _seconds_until(parsedate_to_datetime(value))
    except ValueError:
        return 0.0


def _seconds_until(moment: datetime) -> float:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((aware - datetime.now(UTC)).total_seconds(), 0.0)
