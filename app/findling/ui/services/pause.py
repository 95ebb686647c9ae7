"""Pausing of indexing, on request or for a while.

Without mains power the writer rests by itself.
"""

from __future__ import annotations

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from findling.machine.power_source import has_mains_power

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from findling.domain.library import Progress

HOUR_SECONDS = 3_600
_LOOK_MS = 15_000


class Rest(StrEnum):
    """Reason and duration of a pause; BATTERY is the writer's own."""

    NOT = "not"
    HOUR = "hour"
    MAINS = "mains"
    RESUMED = "resumed"
    BATTERY = "battery"


class Pausable(Protocol):
    """Interface of a process that can be paused."""

    def pause(self) -> None:
        """Pause."""

    def resume(self) -> None:
        """Resume."""

    def go_on_now(self) -> None:
        """Go on without mains power."""


class Pause(QObject):
    """Pause of the writer by the user, which outlives the window, or without mains power."""

    changed = Signal()

    def __init__(
        self,
        writer: Pausable,
        memory: QSettings,
        *,
        on_mains: Callable[[], bool] = has_mains_power,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """Restore the pause of the last session, if it is not over."""
        super().__init__(parent)
        self._writer = writer
        self._memory = memory
        self._on_mains = on_mains
        self._now = now
        self._chosen, self._until = _recall(memory, now())
        self._waits = False
        self._rest = Rest.NOT
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def rest(self) -> Rest:
        """Return the reason for the current pause."""
        return self._rest

    @property
    def until(self) -> float:
        """Return the end of a one-hour pause as a POSIX timestamp in seconds."""
        return self._until

    def start(self) -> None:
        """Check now and every few seconds."""
        self.look()
        self._timer.start()

    def rest_for(self, rest: Rest) -> None:
        """Pause on the user's request."""
        self._choose(rest)

    def go_on(self) -> None:
        """Resume, without mains power too."""
        self._waits = False
        self._choose(Rest.NOT)
        if not self._on_mains():
            self._writer.go_on_now()

    def note_progress(self, progress: Progress) -> None:
        """Note whether the writer waits for mains power."""
        self._waits = progress.doing == "waiting"
        self._apply()

    def toggle(self) -> None:
        """Pause until resumed, or resume."""
        if self._rest is Rest.NOT:
            self.rest_for(Rest.RESUMED)
        else:
            self.go_on()

    def look(self) -> None:
        """Check whether the pause is over."""
        is_over = self._now() >= self._until if self._chosen is Rest.HOUR else self._on_mains()
        if self._chosen in (Rest.HOUR, Rest.MAINS) and is_over:
            self._choose(Rest.NOT)
        self._apply()

    def _choose(self, rest: Rest) -> None:
        self._chosen = rest
        self._until = self._now() + HOUR_SECONDS if rest is Rest.HOUR else 0.0
        self._memory.setValue("pause/kind", str(rest))
        self._memory.setValue("pause/until", self._until)
        self._apply()

    def _apply(self) -> None:
        """Pause or resume the writer, and tell of it, where something has changed."""
        before = self._rest
        self._rest = Rest.BATTERY if self._waits and self._chosen is Rest.NOT else self._chosen
        if before is self._rest:
            return
        was_paused, is_paused = (rest not in (Rest.NOT, Rest.BATTERY) for rest in (before, self._rest))
        if was_paused and not is_paused:
            self._writer.resume()
        elif is_paused and not was_paused:
            self._writer.pause()
        self.changed.emit()


def _recall(memory: QSettings, now: float) -> tuple[Rest, float]:
    """Return the stored pause; none if the stored values are invalid."""
    try:
        rest = Rest(str(memory.value("pause/kind", Rest.NOT)))
        until = float(str(memory.value("pause/until", 0.0)))
    except ValueError:
        return Rest.NOT, 0.0
    # A pause of an hour that ends later than in an hour was written by another clock, or by hand.
    if rest is Rest.HOUR and not until <= now + HOUR_SECONDS:
        return Rest.NOT, 0.0
    return rest, until
