"""The writer process as its client starts, drives and ends it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from findling.errors import WorkerError
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error
from findling.processes.writer.messages import OpenLibrary, event_from, to_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event

_END_SECONDS = 3.0
_TAIL_BYTES = 2_000


class WriterProcess:
    """A running writer process.

    Raises:
        WorkerError: it cannot be started.
    """

    def __init__(self, command: Sequence[str], paths: LibraryPaths, *, verbose: bool = False) -> None:
        self._log = paths.log
        # A file and not a pipe: it need not be emptied, and the last line is there when it is wanted.
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if verbose else self._errors,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                process_group=None if sys.platform == "win32" else 0,
            )
        except OSError as error:
            self._errors.close()
            raise WorkerError(SystemMessage.WORKER_NOT_STARTED(reason=explain_os_error(error))) from error
        self.send(OpenLibrary(paths, verbose))

    def send(self, command: Command) -> None:
        """Send a command; may be called in a signal handler, since nothing is buffered.

        A process that is gone shows in `receive`.
        """
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            os.write(self._process.stdin.fileno(), to_line(command))

    def receive(self) -> Iterator[Event]:
        """Yield events as they come; raises `WorkerError` at the end of the process."""
        assert self._process.stdout is not None
        while (line := self._process.stdout.readline()).endswith(b"\n"):
            yield event_from(line)
        raise self._explain_end()

    def close(self) -> None:
        """Close the input, on which the process ends; kill it after three seconds."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_END_SECONDS)
        self._process.stdout.close()
        self._errors.close()

    def _explain_end(self) -> WorkerError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)
        how = "; ".join(filter(None, (_describe(self._process.returncode), self._read_last_line())))
        return WorkerError(SystemMessage.WORKER_ENDED_BY(how=how), Remedy.RUN_AGAIN(log=self._log))

    def _read_last_line(self) -> str:
        self._errors.seek(max(0, self._errors.seek(0, os.SEEK_END) - _TAIL_BYTES))
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _describe(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit status {code}"
    return signal.strsignal(-code) or f"signal {-code}"
