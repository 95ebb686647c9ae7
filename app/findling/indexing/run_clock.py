"""Clock of one run of indexing, which reports how it goes."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.library import Progress

_REPORT_SECONDS = 0.1


class RunClock:
    """Clock of one run that limits its progress reports to ten a second.

    Attributes:
        doing: what goes on, as `Progress.doing` has it.
    """

    def __init__(self, report: Callable[[Progress], None], doing: str = "indexing") -> None:
        self._report = report
        self.doing = doing
        self._started = time.monotonic()
        self._reported_at = 0.0
        self._reported_doing = ""

    @property
    def seconds(self) -> float:
        """Seconds since the run began."""
        return time.monotonic() - self._started

    def offer(self, doing: str, measure: Callable[[], Progress]) -> None:
        """Report what `measure` gives, unless a report was just made of the same activity."""
        if doing != self._reported_doing or time.monotonic() - self._reported_at >= _REPORT_SECONDS:
            self.report(measure())

    def report(self, progress: Progress) -> None:
        """Report however short the last report was ago, as at an end."""
        self._reported_at, self._reported_doing = time.monotonic(), progress.doing
        self._report(replace(progress, seconds=self.seconds))
