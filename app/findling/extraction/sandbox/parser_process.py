"""The running parser child, with its pipes, and the limits on its time, silence and memory."""

from __future__ import annotations

import contextlib
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.sandbox.file_handover import RequestSender
from findling.extraction.sandbox.parser_protocol import BEAT_SECONDS, LINE_LIMIT, Refused, decode_answer
from findling.messages.file_templates import FileMessage
from findling.messages.system_templates import SystemMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.extraction.sandbox.parser_protocol import Answer, Request
    from findling.messages.notice import Notice

_CHECK_SECONDS = 0.05
_LONGEST_STEP = 1.0
_BEATS_AT_ONCE = 100

_TAIL_LINES = 20
_TAIL_LINE_BYTES = 1_000
_ANSWERS_HELD = 4
_END_SECONDS = 0.5

# Messages of Rust, C++ and Python on standard error when they are out of memory.
_OUT_OF_MEMORY = re.compile(r"memory allocation of \d+ bytes failed|std::bad_alloc|MemoryError")


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


_OUTSIDE = tuple(
    -getattr(signal, name) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name)
)
"""Exit statuses of a child that somebody ended: the user, a logout, the system when memory runs out.

Windows knows no difference: who ends a process there chooses its exit status.
"""


class ChildEndedError(Exception):
    """The child has ended, or closed its pipes."""


class ParserProcess:
    """One running child, used by one thread.

    Attributes:
        usage: gives its CPU time and memory.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._requests = RequestSender(command)
        self._process = self._requests.process
        self.usage = psutil.Process(self._process.pid)
        # Few, so that a child that floods its pipe is held up by the pipe.
        self._answers: queue.Queue[bytes] = queue.Queue(_ANSWERS_HELD)
        self._tail: deque[bytes] = deque(maxlen=_TAIL_LINES)
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._listen, self._drain)]
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        """True while the process runs."""
        return self._process.poll() is None

    def send(self, request: Request, descriptor: int | None = None) -> None:
        """Send a request to the child, with the open file that it is about.

        Raises:
            ChildEndedError: its pipe is closed.
        """
        try:
            self._requests.send(request, descriptor)
        except OSError as error:
            raise ChildEndedError from error

    def receive(self, timeout: float) -> Answer | None:
        """Wait for the child's next answer; None after so many seconds.

        Raises:
            ChildEndedError: its pipe is closed.
            MessageError: the answer is malformed.
        """
        try:
            line = self._answers.get(timeout=timeout)
        except queue.Empty:
            return None
        if not line:
            raise ChildEndedError
        return decode_answer(line)

    def end(self) -> None:
        """Close the pipes and wait for the process to end; kill it after half a second."""
        self._close_input()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._release()

    def kill(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._close_input()
        self._release()

    def post_mortem(self) -> Refused:
        """Return why a child ended, by its exit status and its last lines on standard error.

        The reason is `STOPPED` where somebody else ended it.
        """
        code = self._process.returncode
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return Refused(Reason.TOOK_TOO_LONG)
        if code in _OUTSIDE:
            return Refused(Reason.STOPPED, _describe(code))
        words = [line.decode("utf-8", "replace").strip() for line in self._tail]
        if any(_OUT_OF_MEMORY.search(line) for line in words):
            return Refused(Reason.TOO_MUCH_MEMORY)
        last = next((line for line in reversed(words) if line), "")
        how = _describe(code)
        if last:
            how = FileMessage.ENDED_SAYING(how=how, line=last) if how else SystemMessage.PLAIN(text=last)
        return Refused(Reason.CRASHED, how)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while (line := stream.readline(LINE_LIMIT + 1)).endswith(b"\n"):
                self._answers.put(line)
        # What is left is half a line of a child that died, or more than a line may have.
        if len(line) > LINE_LIMIT:
            self._answers.put(line)
        self._answers.put(b"")

    def _drain(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            while line := stream.readline(_TAIL_LINE_BYTES):
                self._tail.append(line)

    def _close_input(self) -> None:
        with contextlib.suppress(OSError):
            self._requests.close()

    def _release(self) -> None:
        """Reap the process and the threads that listened to it."""
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            # In the middle of a call to a dead drive it outlives even a kill: only a thread has time to wait for it.
            threading.Thread(target=self._process.wait, daemon=True).start()
        until = time.monotonic() + _END_SECONDS
        while any(thread.is_alive() for thread in self._threads) and time.monotonic() < until:
            with contextlib.suppress(queue.Empty):
                self._answers.get(timeout=0.005)


def _describe(code: int | None) -> Notice | None:
    if code is None:
        return None
    if code >= 0:  # Windows tells an exception by a large number that is known in hexadecimal
        return FileMessage.EXIT_STATUS(status=str(code) if code < 256 else hex(code))
    try:
        return SystemMessage.PLAIN(text=signal.Signals(-code).name)
    except ValueError:
        return FileMessage.SIGNAL(number=-code)
