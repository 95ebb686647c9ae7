"""Client of the processes that work on models, one for each job."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from findling.domain.job_progress import BuildStep, Transfer, TrialProgress
from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.ipc.failures import Failed
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.processes.model_jobs.messages import (
    Cancel,
    CompareModels,
    Examine,
    ForgetServer,
    Measure,
    Start,
    TryServer,
    from_model_job,
    to_line,
)
from findling.ui.ipc.standard_error import StandardError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.paths import LibraryPaths
    from findling.processes.model_jobs.messages import FromModelJob, Job

_END_MS = 3_000
_MEASURING, _EXAMINING, _SERVER, _TRIAL = "/machine", "/folder", "/server", "/trial"
"""No model has such a name."""

_log = logging.getLogger(__name__)


class ModelJobClient(QObject):
    """Runs jobs on models, one for each model at a time."""

    progressed = Signal(object, object)
    """A job, and its `Transfer`, `BuildStep` or `TrialProgress`."""
    done = Signal(object, object)
    """A job, and its result."""
    refused = Signal(object, object)
    """A job that failed, and the `Notice` of why."""
    stopped = Signal(object)
    """A job that the user cancelled."""

    def __init__(self, paths: LibraryPaths, *, command: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._command = list(command or build_command(ProcessRole.MODEL_JOB))
        self._running: dict[str, _Process] = {}
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(self.leave)

    def is_busy(self, model: str) -> bool:
        """Return whether a job of a model runs."""
        return model in self._running

    def start(self, job: Job) -> None:
        """Start a job, unless one of that model runs."""
        if _key(job) in self._running:
            return
        process = _Process(job, self)
        process.received.connect(self._receive)
        process.ended.connect(self._end)
        self._running[_key(job)] = process
        process.start(self._command, self._paths)

    def stop(self, model: str) -> None:
        """Cancel the job of a model; downloaded parts are kept for the next time."""
        if model in self._running:
            self._running[model].stop()

    def stop_measuring(self) -> None:
        """Cancel the benchmark of this machine."""
        self.stop(_MEASURING)

    def stop_examining(self) -> None:
        """Cancel the examination of a folder."""
        self.stop(_EXAMINING)

    def stop_trying(self) -> None:
        """Cancel the test of a server."""
        self.stop(_SERVER)

    def stop_comparing(self) -> None:
        """Cancel the comparison of models; what was computed is kept."""
        self.stop(_TRIAL)

    def leave(self) -> None:
        """Kill all jobs; finished work is not lost."""
        self._running.clear()
        # Those too that have said their last word and are about to end.
        for process in self.findChildren(_Process):
            process.end()

    def _receive(self, process: _Process, message: FromModelJob) -> None:
        match message:
            case Transfer() | BuildStep() | TrialProgress():
                self.progressed.emit(process.job, message)
            case Failed(notice):
                self._forget(process)
                if process.is_stopping:
                    self.stopped.emit(process.job)
                else:
                    self.refused.emit(process.job, notice)
            case _:
                self._forget(process)
                self.done.emit(process.job, message)

    def _end(self, process: _Process) -> None:
        if self._running.get(_key(process.job)) is not process:
            return
        self._forget(process)
        if process.is_stopping:
            self.stopped.emit(process.job)
        else:
            self.refused.emit(process.job, SystemMessage.MODEL_WORK_ENDED().advising(Remedy.TRY_ONCE_MORE()))

    def _forget(self, process: _Process) -> None:
        if self._running.get(_key(process.job)) is process:
            del self._running[_key(process.job)]


def _key(job: Job) -> str:
    """Return a key that is equal for jobs which exclude each other.

    Measuring a machine keeps nobody from working on the model that it is measured with.
    """
    match job:
        case Measure():
            return _MEASURING
        case Examine():
            return _EXAMINING
        case TryServer() | ForgetServer():
            return _SERVER
        case CompareModels():
            return _TRIAL
    return job.model


class _Process(QObject):
    """Child process of one job."""

    received = Signal(object, object)
    ended = Signal(object)

    def __init__(self, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self.job = job
        self.is_stopping = False
        self._rest = b""
        self._process = QProcess(self)
        self._errors = StandardError(self._process)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)

    def start(self, command: Sequence[str], paths: LibraryPaths) -> None:
        """Start the process and send the job."""
        self._process.start(command[0], command[1:])
        self._process.write(to_line(Start(paths, self.job)))

    def stop(self) -> None:
        """Ask the process to cancel, and kill it if that takes too long."""
        self.is_stopping = True
        self._process.write(to_line(Cancel()))
        timer = QTimer(self._process, singleShot=True, interval=_END_MS)
        timer.timeout.connect(self._process.kill)
        timer.start()

    def end(self) -> None:
        """Kill the process."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(_END_MS)

    def _read(self) -> None:
        lines = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        self._rest = lines.pop()
        for line in lines:
            try:
                message = from_model_job(line)
            except MessageError:
                _log.exception("a process that works on models said something odd")
                continue
            self.received.emit(self, message)

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finish()

    def _finish(self) -> None:
        self._read()
        if self._process.exitCode() and not self.is_stopping:
            _log.warning(
                "a process that works on models ended with status %d:\n%s",
                self._process.exitCode(),
                self._errors.take(),
            )
        self.ended.emit(self)
        self.deleteLater()
