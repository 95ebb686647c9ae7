"""What one file may cost: computing, waiting, silence and memory, measured from outside the process that reads it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.sandbox.parser_protocol import BEAT_SECONDS
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import psutil

_CHECK_SECONDS = 0.05
_LONGEST_STEP = 1.0
_BEATS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Allotment:
    """The limits of one stage of one file, in seconds and bytes.

    Attributes:
        cpu: seconds of computing, user and system.
        wall: seconds of waiting, computing or not.
        silence: seconds with neither a sign of life nor any computing.
        memory: resident bytes of the process.
        cpu_between_beats: seconds of computing from one sign of life to the next; None where the total alone counts.
        if_silent: what silence means at this stage.
    """

    cpu: float
    wall: float
    silence: float
    memory: int
    cpu_between_beats: float | None = None
    if_silent: Reason = Reason.TOOK_TOO_LONG


class Budget:
    """Watches one process during one stage of one file.

    Seconds of computing decide, not those on the wall: on a busy machine a good file waits long for its turn.
    """

    def __init__(self, process: psutil.Process, allotment: Allotment) -> None:
        self._process = process
        self._allotment = allotment
        self._cpu_at_start = self._cpu_at_beat = self._cpu_last = _cpu_seconds(process)
        self._started = self._checked = time.monotonic()
        self._beats = 0
        self._waited = 0.0
        self._silent = 0.0

    def note_beat(self) -> None:
        """Take down a sign of life.

        Raises:
            ExtractionError: `CRASHED` where there are so many that listening to them is all that the parent would do.
        """
        self._beats += 1
        if self._beats > _BEATS_AT_ONCE + 2 * (time.monotonic() - self._started) / BEAT_SECONDS:
            raise ExtractionError(Reason.CRASHED, FileMessage.FLOOD_OF_SIGNS())
        self._silent = 0.0
        self._cpu_at_beat = self._cpu_last

    def check(self) -> None:
        """Measure, not more often than is worth its own cost.

        Raises:
            ExtractionError: `TOOK_TOO_LONG`, `TOO_MUCH_MEMORY`, or what silence means at this stage.
            psutil.NoSuchProcess: the process is gone.
        """
        step = time.monotonic() - self._checked
        if step < _CHECK_SECONDS:
            return
        self._checked += step
        # A machine that slept has not waited for this file.
        step = min(step, _LONGEST_STEP)
        cpu = _cpu_seconds(self._process)
        self._waited += step
        self._silent = 0.0 if cpu > self._cpu_last else self._silent + step
        self._cpu_last = cpu
        self._require_time(cpu)
        self._require_memory()

    def _require_time(self, cpu: float) -> None:
        limits = self._allotment
        _require(cpu - self._cpu_at_start, limits.cpu, FileMessage.SECONDS_COMPUTING)
        if limits.cpu_between_beats is not None:
            _require(cpu - self._cpu_at_beat, limits.cpu_between_beats, FileMessage.SECONDS_ON_ONE_PAGE)
        _require(self._waited, limits.wall, FileMessage.SECONDS_WAITING)
        _require(self._silent, limits.silence, FileMessage.SECONDS_SILENT, limits.if_silent)

    def _require_memory(self) -> None:
        resident = self._process.memory_info().rss
        if resident > self._allotment.memory:
            limit = FileMessage.SIZE_OVER(size=resident, limit=self._allotment.memory)
            raise ExtractionError(Reason.TOO_MUCH_MEMORY, limit)


def _require(spent: float, limit: float, what: FileMessage, otherwise: Reason = Reason.TOOK_TOO_LONG) -> None:
    if spent > limit:
        raise ExtractionError(otherwise, what(seconds=f"{limit:g}"))


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system
