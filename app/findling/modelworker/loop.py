"""The program of a process that works on models: one job, which ends when the window goes away or says so."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, BinaryIO

from findling.errors import FindlingError
from findling.log import start_logging
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.modelworker.messages import Cancel, Failed, Start, from_window, to_line
from findling.wire import MessageError, claim_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.models import BuildStep, Transfer
    from findling.modelworker.messages import FromModelWorker, Outcome

_END_SECONDS = 2.0
"""How long a job may take to leave off; what is unfinished by then lies beside the models, and is none of them."""
_REPORT_SECONDS = 0.2

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - all that this process is told comes over its input
    """Do the job that comes over standard input.

    Returns:
        The exit status: 0, or 1 where the input does not begin as the window's does.
    """
    # An interrupt from the keyboard reaches the whole group: the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return _Loop(claim_output()).run(sys.stdin.buffer)


class _Loop:
    """Two threads: this one works; the other listens, so that a word to stop is heard at once."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._stopped = threading.Event()
        self._told = 0.0

    def run(self, lines: BinaryIO) -> int:
        try:
            start = from_window(lines.readline())
        except MessageError:  # whoever started this program does not speak to it
            return 1
        if not isinstance(start, Start):
            return 1
        threading.Thread(target=self._listen, args=(lines,), name="listen", daemon=True).start()
        self._send(self._do(start))
        # The listening thread cannot be woken.
        os._exit(0)

    def _listen(self, lines: BinaryIO) -> None:
        for line in lines:
            if isinstance(from_window(line), Cancel):
                break
        self._stopped.set()
        time.sleep(_END_SECONDS)
        os._exit(0)

    def _do(self, start: Start) -> Outcome:
        log = start.paths.logs / "models.log"
        try:
            start.paths.create()
            # Without a log there are still models.
            with contextlib.suppress(OSError):
                start_logging(log)
            from findling.modelworker.smith import Smith

            return Smith(start.paths, self._report, self._stopped.is_set).do(start.job)
        except FindlingError as error:
            return Failed(error.notice)
        except Exception as error:  # noqa: BLE001 - the door at which bugs become messages
            _log.exception("a job could not be done")
            bug = SystemMessage.BUG(error=f"{type(error).__name__}: {error}")
            return Failed(bug.advising(Remedy.REPORT(file=log)))

    def _report(self, progress: Transfer | BuildStep) -> None:
        now = time.monotonic()
        if now - self._told >= _REPORT_SECONDS:
            self._told = now
            self._send(progress)

    def _send(self, message: FromModelWorker) -> None:
        # A window that is gone is noticed where its words came from.
        with contextlib.suppress(OSError):
            self._output.write(to_line(message))
            self._output.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
