"""Allowance of indexing: how much of the computer it may use, by user, power and settings."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from findling.settings import OnBattery, WhileInUse

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.machine.machine_state import MachineState
    from findling.settings import Settings

_LOOK_SECONDS = 3.0


class WorkAllowance:
    """Number of threads that may compute now, or none; decided again every few seconds.

    Used by the thread that indexes; `go_on_now` by any.

    Args:
        settings: what the user wishes.
        machine: state of the computer; without any nothing limits the work.
        clock: in seconds.
    """

    def __init__(
        self, settings: Settings, machine: MachineState | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._settings = settings
        self._machine = machine
        self._clock = clock
        self._looked: float | None = None
        self._is_forced = False
        self._has_mains = True
        self._is_in_use = False

    def adopt(self, settings: Settings) -> None:
        """Follow other settings."""
        self._settings = settings
        self._looked = None

    def go_on_now(self) -> None:
        """Limit nothing until there is mains power and nothing left to do: somebody waits for it."""
        self._is_forced = True

    def note_rest(self) -> None:
        """Note that nothing is left to do."""
        self._look()
        if self._has_mains:
            self._is_forced = False

    @property
    def waits_for_power(self) -> bool:
        """True while nothing is to be computed, for the computer runs on its battery."""
        if self._is_forced or self._settings.on_battery is OnBattery.GO_ON:
            return False
        self._look()
        return not self._has_mains

    @property
    def threads(self) -> int:
        """Number of threads that may compute."""
        threads = self._settings.indexing_threads
        if self._is_forced or threads == 1 or self._settings.while_in_use is WhileInUse.ALL_CORES:
            return threads
        self._look()
        return 1 if self._is_in_use else threads

    def _look(self) -> None:
        now = self._clock()
        if self._machine is None or (self._looked is not None and now - self._looked < _LOOK_SECONDS):
            return
        self._looked = now
        self._has_mains = self._machine.has_mains_power()
        self._is_in_use = self._machine.is_in_use()
