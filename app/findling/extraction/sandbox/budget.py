"""Limits on time, silence and memory for one file, measured from outside the process that reads it."""

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
class StageLimits:
    """Limits of one stage of one file, in seconds and bytes.

    Attributes:
        cpu: seconds of computing, user and system.
        wall: seconds of waiting, computing or not.
        silence: seconds with neither a heartbeat nor any computing.
        memory: resident bytes of the process.
        cpu_between_beats: seconds of computing between two heartbeats; None for no limit.
        if_silent: the reason that silence stands for.
    """

    cpu: float
    wall: float
    silence: float
    memory: int
    cpu_between_beats: float | None = None
    if_silent: Reason = Reason.TOOK_TOO_LONG


class Budget:
    """Watches one process during one stage of one file.

    CPU time decides rather than wall time: on a busy machine a good file waits long for its turn.
    """

    def __init__(self, process: psutil.Process, limits: StageLimits) -> None:
        self._process = process
        self._limits = limits
        self._cpu_at_start = self._cpu_at_beat = self._cpu_last = _cpu_seconds(process)
        self._started = self._checked = time.monotonic()
        self._beats = 0
        self._waited = 0.0
        self._silent = 0.0

    def note_beat(self) -> None:
        """Count a heartbeat.

        Raises:
            ExtractionError: `CRASHED` where they come too fast for the parent.
        """
        self._beats += 1
        if self._beats > _BEATS_AT_ONCE + 2 * (time.monotonic() - self._started) / BEAT_SECONDS:
            raise ExtractionError(Reason.CRASHED, FileMessage.FLOOD_OF_SIGNS())
        self._silent = 0.0
        self._cpu_at_beat = self._cpu_last

    def check(self) -> None:
        """Measure, if the last measurement is old enough, and enforce the limits.

        Raises:
            ExtractionError: `TOOK_TOO_LONG`, `TOO_MUCH_MEMORY`, or the reason that silence stands for.
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
        limits = self._limits
        _require(cpu - self._cpu_at_start, limits.cpu, FileMessage.SECONDS_COMPUTING)
        if limits.cpu_between_beats is not None:
            _require(cpu - self._cpu_at_beat, limits.cpu_between_beats, FileMessage.SECONDS_ON_ONE_PAGE)
        _require(self._waited, limits.wall, FileMessage.SECONDS_WAITING)
        _require(self._silent, limits.silence, FileMessage.SECONDS_SILENT, limits.if_silent)

    def _require_memory(self) -> None:
        resident = self._process.memory_info().rss
        if resident > self._limits.memory:
            limit = FileMessage.SIZE_OVER(size=resident, limit=self._limits.memory)
            raise ExtractionError(Reason.TOO_MUCH_MEMORY, limit)


def _require(spent: float, limit: float, what: FileMessage, otherwise: Reason = Reason.TOOK_TOO_LONG) -> None:
    if spent > limit:
        raise ExtractionError(otherwise, what(seconds=f"{limit:g}"))


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system
