"""Estimates of a run's work before its files are read, and of its remaining time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import exp

_RECENT_SECONDS = 60.0
_LEAST_SECONDS = 5.0
_CALM_SECONDS = 20.0
"""How long it takes until two thirds of a new estimate are believed."""
_DOUBT = 0.25
"""Share of the whole that has to be done until what its files turned out to be counts half."""
_STRAY = 4.0
"""How many times more, or less, than expected the files that are left may be taken for."""


@dataclass(frozen=True, slots=True)
class RunProgress:
    """Progress of a run in one unit of work.

    Attributes:
        expected: what the files that are done were expected to be.
        done: what they were.
        begun: what is done of files that are not.
    """

    expected: float
    done: float
    begun: float


class TimeEstimate:
    """Remaining time of one run, from the pace of its last minute.

    Args:
        expected: what all of its files are expected to be.
        seconds: when it begins, by the clock that `look` is told of.
    """

    def __init__(self, expected: float, seconds: float) -> None:
        self._expected = expected
        self._began = seconds
        self._looks: deque[tuple[float, float]] = deque([(seconds, 0.0)])
        self._told: float | None = None
        self._told_at = seconds

    def look(self, seconds: float, standing: RunProgress) -> float | None:
        """Return the smoothed remaining seconds; None while too little is done.

        What is told goes down with the clock, and moves towards each new estimate by and by.
        """
        self._looks.append((seconds, standing.done + standing.begun))
        while len(self._looks) > 2 and self._looks[1][0] <= seconds - _RECENT_SECONDS:
            self._looks.popleft()
        (since, before), (now, done) = self._looks[0], self._looks[-1]
        if seconds - self._began < _LEAST_SECONDS or done <= before:
            return self._told
        left = self._left(standing) * (now - since) / (done - before)
        if self._told is None:
            self._told = left
        else:
            passed = seconds - self._told_at
            told = max(self._told - passed, 0.0)
            self._told = told + (left - told) * (1 - exp(-passed / _CALM_SECONDS))
        self._told_at = seconds
        return self._told

    def _left(self, standing: RunProgress) -> float:
        """Extrapolate the remaining work from how far the finished files deviated."""
        doubt = _DOUBT * self._expected
        stray = (standing.done + doubt) / (standing.expected + doubt) if doubt else 1.0
        left = max(self._expected - standing.expected, 0.0) * min(max(stray, 1 / _STRAY), _STRAY)
        return max(left - standing.begun, 0.0)
