"""Child process with a line protocol, restarted when it exits."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from findling.ui.ipc.standard_error import StandardError

if TYPE_CHECKING:
    from collections.abc import Sequence

_END_MS = 2_500
RESTART_MS = (0, 200, 1_000, 2_000, 5_000)
"""Delay before a restart, by the number of exits; the last holds for all later ones."""

_STEADY_MS = 60_000

_log = logging.getLogger(__name__)


class JsonLineProcess(QObject):
    """Child process that is kept running.

    A process that dies is started again: at once, then ever later while it goes on dying. One that has run for a minute
    counts as steady.
    """

    started = Signal()
    """A fresh process runs, without the state of its predecessor."""

    line_received = Signal(bytes)
    """Line of its output."""

    exited = Signal(int)
    """Exit by itself, for the nth time running, after which it is restarted."""

    def __init__(
        self, command: Sequence[str], *, delays: Sequence[int] = RESTART_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._delays = delays
        self._deaths = 0
        self._wanted = False
        self._rest = b""
        self._errors: StandardError | None = None
        self._process: QProcess | None = None
        self._exiting: list[QProcess] = []
        self._restart = QTimer(self, singleShot=True)
        self._restart.timeout.connect(self._start)
        self._steady = QTimer(self, singleShot=True, interval=_STEADY_MS)
        self._steady.timeout.connect(self._reset_deaths)

    @property
    def pid(self) -> int:
        """Return the process id; 0 while none runs."""
        return int(self._process.processId()) if self._process else 0

    def start(self) -> None:
        """Start the process and keep it running."""
        self._wanted = True
        if self._process is None:
            self._start()

    def send(self, line: bytes) -> None:
        """Send a line; it is lost if no process runs."""
        if self._process is not None:
            self._process.write(line)

    def restart(self) -> None:
        """Kill the process and start a fresh one."""
        self._detach()
        self._start()

    def stop(self) -> None:
        """Close the input, which ends the process, without waiting."""
        self._wanted = False
        self._restart.stop()
        if self._process is not None:
            self._process.closeWriteChannel()

    def wait(self) -> None:
        """Wait after `stop` for all processes to end, killing those that take too long."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            if process.state() is not QProcess.ProcessState.NotRunning and not process.waitForFinished(_END_MS):
                process.kill()
                process.waitForFinished(_END_MS)
        for each in list(self._exiting):
            each.waitForFinished(_END_MS)

    def _start(self) -> None:
        process = QProcess(self)
        self._errors = StandardError(process)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fail)
        self._rest = b""
        self._process = process
        process.start(self._command[0], self._command[1:])
        self._steady.start()
        self.started.emit()

    def _read(self) -> None:
        assert self._process is not None
        lines = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        self._rest = lines.pop()
        for line in lines:
            self.line_received.emit(line)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finish()

    def _finish(self) -> None:
        assert self._process is not None
        assert self._errors is not None
        status, errors = self._process.exitCode(), self._errors.take()
        self._detach()
        if not self._wanted:
            return
        self._deaths += 1
        _log.warning(
            "process ended unasked, for the %d. time, with status %d: %s\n%s",
            self._deaths,
            status,
            " ".join(self._command),
            errors,
        )
        self._restart.start(self._delays[min(self._deaths, len(self._delays)) - 1])
        self.exited.emit(self._deaths)

    def _reset_deaths(self) -> None:
        self._deaths = 0

    def _detach(self) -> None:
        process, self._process = self._process, None
        self._steady.stop()
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._finish)
            process.errorOccurred.disconnect(self._fail)
            self._kill(process)

    def _kill(self, process: QProcess) -> None:
        """Kill a process, and keep its QProcess until the system is done with it."""
        if process.state() is QProcess.ProcessState.NotRunning:
            # Not yet: it may be the one whose signal is being served.
            process.deleteLater()
            return
        self._exiting.append(process)
        process.finished.connect(lambda: self._dispose(process))
        process.kill()

    def _dispose(self, process: QProcess) -> None:
        self._exiting.remove(process)
        process.deleteLater()
