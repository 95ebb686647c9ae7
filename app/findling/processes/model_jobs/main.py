"""Program of a process that does one job on models, until it is done or cancelled."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.ipc.failures import Failed
from findling.ipc.stdio_server import StdioServer
from findling.log import start_logging
from findling.messages.remedy_templates import Remedy
from findling.processes.model_jobs.messages import Cancel, Start, from_window, to_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.job_progress import BuildStep, Transfer, TrialProgress
    from findling.processes.model_jobs.messages import FromModelJob, Outcome, ToModelJob

_END_SECONDS = 2.0
"""Seconds that a job may take to stop; what is unfinished by then lies beside the models, and is none of them."""
_REPORT_SECONDS = 0.2

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - everything comes over standard input
    """Do the job that comes over standard input.

    Returns:
        The exit status: 0, or 1 where the input does not begin as the window's does.
    """
    server: StdioServer[ToModelJob, FromModelJob] = StdioServer.claim(from_window, to_line)
    start = server.receive_first()
    if isinstance(start, Start):
        job = _Job(server, start)
        server.work(job.do, job.receive, job.stop, _END_SECONDS)
    return 1


class _Job:
    """One thread does the job; another listens, so that it can be cancelled at once."""

    def __init__(self, server: StdioServer[ToModelJob, FromModelJob], start: Start) -> None:
        self._send = server.send
        self._start = start
        self._stopped = threading.Event()
        self._reported = 0.0

    def receive(self, message: ToModelJob) -> None:
        if isinstance(message, Cancel):
            self.stop()

    def stop(self) -> None:
        self._stopped.set()

    def do(self) -> int:
        """Do the job and say what came of it; gives the exit status."""
        self._send(self._run(self._start))
        return 0

    def _run(self, start: Start) -> Outcome:
        log = start.paths.logs / "models.log"
        try:
            start.paths.create()
            # Without a log there are still models.
            with contextlib.suppress(OSError):
                start_logging(log)
            from findling.processes.model_jobs.job_runner import ModelJobRunner

            return ModelJobRunner(start.paths, self._report, self._stopped.is_set).run(start.job)
        except FindlingError as error:
            return Failed.of(error)
        except Exception as error:  # noqa: BLE001 - bugs become messages here
            _log.exception("a job could not be done")
            return Failed.of_bug(error, Remedy.REPORT(file=log))

    def _report(self, progress: Transfer | BuildStep | TrialProgress) -> None:
        now = time.monotonic()
        if now - self._reported >= _REPORT_SECONDS:
            self._reported = now
            self._send(progress)
