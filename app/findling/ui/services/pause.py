"""Pausing of indexing: on request, for a while, or without mains power."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from findling.settings import OnBattery

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from findling.ui.services.preferences import Preferences

HOUR_SECONDS = 3_600
_LOOK_MS = 15_000


class Rest(StrEnum):
    """Reason and duration of a pause."""

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


class Pause(QObject):
    """Pauses and resumes the writer; a pause outlives the window."""

    changed = Signal()

    def __init__(
        self,
        writer: Pausable,
        preferences: Preferences,
        memory: QSettings,
        *,
        on_mains: Callable[[], bool] | None = None,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """Restore the pause of the last session, if it is not over."""
        super().__init__(parent)
        self._writer = writer
        self._preferences = preferences
        self._memory = memory
        self._on_mains = on_mains or has_mains_power
        self._now = now
        self._chosen, self._until = _recall(memory, now())
        self._forced = False
        self._rest = Rest.NOT
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        preferences.changed.connect(self.look)

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
        self._forced = False
        self._choose(rest)

    def go_on(self) -> None:
        """Resume, even without mains power until there was some."""
        self._forced = not self._on_mains()
        self._choose(Rest.NOT)

    def toggle(self) -> None:
        """Pause until resumed, or resume."""
        if self._rest is Rest.NOT:
            self.rest_for(Rest.RESUMED)
        else:
            self.go_on()

    def look(self, *_: object) -> None:
        """Check whether the pause is over, and whether there is mains power."""
        mains = self._on_mains()
        self._forced = self._forced and not mains
        if (self._chosen is Rest.HOUR and self._now() >= self._until) or (self._chosen is Rest.MAINS and mains):
            self._choose(Rest.NOT)
        saves_battery = self._preferences.settings.on_battery is OnBattery.PAUSE and not mains and not self._forced
        self._apply(self._chosen if self._chosen is not Rest.NOT else Rest.BATTERY if saves_battery else Rest.NOT)

    def _choose(self, rest: Rest) -> None:
        self._chosen = rest
        self._until = self._now() + HOUR_SECONDS if rest is Rest.HOUR else 0.0
        self._memory.setValue("pause/kind", str(rest))
        self._memory.setValue("pause/until", self._until)
        self._apply(rest)

    def _apply(self, rest: Rest) -> None:
        before, self._rest = self._rest, rest
        if before is rest:
            return
        if rest is Rest.NOT:
            self._writer.resume()
        elif before is Rest.NOT:
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


def has_mains_power() -> bool:
    """Return whether the machine is plugged in, or has no battery."""
    import psutil

    battery = psutil.sensors_battery()
    return battery is None or bool(battery.power_plugged)
