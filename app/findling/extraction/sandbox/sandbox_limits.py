"""Limits of the parser: on the cost of a file, and on the use of one child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.extraction.sandbox.parser_process import StageLimits

if TYPE_CHECKING:
    from findling.extraction.sandbox.parser_protocol import Opened

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class SandboxLimits:
    """Limits on the cost of a file, and on the use of one child.

    Attributes:
        cpu: seconds of computing for a file, to which `cpu_per_mb` is added for each MB of it.
        cpu_per_page, cpu_paged: seconds of computing for a page and in total, for files with pages of their own (PDF).
        wall_factor: seconds on the wall for each second of computing allowed.
        silence: seconds with neither computing nor a sign of life.
        reading: seconds on the wall for reading a file's bytes.
        showing, drawing: seconds of computing for a preview, and for a page of one.
        recognising: seconds of computing for the text on a page.
        memory: resident bytes.
        idle_memory: resident bytes above which a child is replaced after a file.
        idle: seconds without a file after which a child is ended; the next file starts another.
        start: seconds in which a child must be ready.
    """

    cpu: float = 20.0
    cpu_per_mb: float = 1.0
    cpu_per_page: float = 10.0
    cpu_paged: float = 300.0
    wall_factor: float = 12.0
    silence: float = 60.0
    reading: float = 600.0
    showing: float = 15.0
    drawing: float = 8.0
    recognising: float = 120.0
    memory: int = 1_000 * _MB
    idle_memory: int = 300 * _MB
    idle: float = 30.0
    start: float = 60.0

    def start_limits(self) -> StageLimits:
        """Return the limits for starting a child."""
        return StageLimits(self.start, self.start, self.start, self.memory)

    def reading_limits(self, around: int = 0) -> StageLimits:
        """Return the limits for reading and hashing a file, perhaps inside one of so many bytes."""
        cpu = self.cpu + self.cpu_per_mb * around / _MB
        return StageLimits(cpu, self.reading, self.silence, self.memory, if_silent=Reason.OFFLINE)

    def parsing_limits(self, opened: Opened) -> StageLimits:
        """Return the limits for parsing the opened file."""
        if opened.paged:
            total = self.cpu_paged
            return StageLimits(total, total * self.wall_factor, self.silence, self.memory, self.cpu_per_page)
        total = self.cpu + self.cpu_per_mb * opened.stat.size / _MB
        return StageLimits(total, total * self.wall_factor, self.silence, self.memory)

    def preview_limits(self, computing: float, around: int = 0) -> StageLimits:
        """Return the limits for a preview, for which a user waits, of so many computing seconds."""
        computing += self.cpu_per_mb * around / _MB
        return StageLimits(computing, computing * self.wall_factor / 2, self.silence, self.memory)
