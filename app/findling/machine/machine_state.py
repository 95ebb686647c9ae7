"""State of the computer that indexing heeds: mains power, and a user at work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from findling.machine.power_source import has_mains_power
from findling.machine.processor_use import ProcessorUse
from findling.machine.user_presence import Presence, find_presence

if TYPE_CHECKING:
    from collections.abc import Callable

_PRESENCE_SECONDS = 15.0
"""Time for which an answer on the user holds: on Linux it takes two processes."""
_BUSY_SHARE = 0.25
"""Use of the processors by other programs that tells of a user where nothing else does."""


class MachineState(Protocol):
    """State of the computer, which is asked several times a second."""

    def has_mains_power(self) -> bool:
        """Return whether the computer is plugged in."""

    def is_in_use(self) -> bool:
        """Return whether somebody uses the computer."""


class SystemState:
    """State of the computer as the system knows it.

    Args:
        mains: whether the computer is plugged in.
        presence: of the user.
        use: measures what other programs use; asked where the presence is unknown.
        clock: in seconds.
    """

    def __init__(
        self,
        mains: Callable[[], bool] = has_mains_power,
        presence: Callable[[], Presence] = find_presence,
        use: Callable[[], float] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._mains = mains
        self._presence = presence
        self._use = use or ProcessorUse().measure_others
        self._clock = clock
        self._looked: float | None = None
        self._is_in_use = True

    def has_mains_power(self) -> bool:
        """Return whether the computer is plugged in."""
        return self._mains()

    def is_in_use(self) -> bool:
        """Return whether somebody uses the computer; if unknown, whether other programs compute."""
        now = self._clock()
        if self._looked is None or now - self._looked >= _PRESENCE_SECONDS:
            self._looked = now
            presence, use = self._presence(), self._use()
            self._is_in_use = presence is Presence.THERE or (presence is Presence.UNKNOWN and use > _BUSY_SHARE)
        return self._is_in_use
