"""The worker as its client holds it: started, spoken to over pipes, and ended with whatever it was doing."""

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
    """One running worker.

    Raises:
        WorkerError: it cannot be started.
    """

    def __init__(self, command: Sequence[str], paths: LibraryPaths, *, verbose: bool = False) -> None:
        self._log = paths.log
        # A file and not a pipe: nobody has to empty it, and what was last said is there when it is wanted.
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if verbose else self._words,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                process_group=None if sys.platform == "win32" else 0,
            )
        except OSError as error:
            self._words.close()
            raise WorkerError(SystemMessage.WORKER_NOT_STARTED(reason=explain_os_error(error))) from error
        self.send(OpenLibrary(paths, verbose))

    def send(self, command: Command) -> None:
        """Say something to the worker; may be called in a signal handler, since nothing is buffered.

        A worker that is gone says so itself, by saying nothing: see `receive`.
        """
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):
            os.write(self._process.stdin.fileno(), to_line(command))

    def receive(self) -> Iterator[Event]:
        """What the worker says, as it says it.

        Raises:
            WorkerError: it ended.
        """
        assert self._process.stdout is not None
        while (line := self._process.stdout.readline()).endswith(b"\n"):
            yield event_from(line)
        raise self._mourn()

    def close(self) -> None:
        """Close its input, on which it ends; by force after three seconds."""
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
        self._words.close()

    def _mourn(self) -> WorkerError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_SECONDS)
        how = "; ".join(filter(None, (_describe(self._process.returncode), self._last_words())))
        return WorkerError(SystemMessage.WORKER_ENDED_BY(how=how), Remedy.RUN_AGAIN(log=self._log))

    def _last_words(self) -> str:
        self._words.seek(max(0, self._words.seek(0, os.SEEK_END) - _TAIL_BYTES))
        lines = self._words.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _describe(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit status {code}"
    return signal.strsignal(-code) or f"signal {-code}"
