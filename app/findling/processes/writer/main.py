"""Main program of the writer process, the only one that writes; it ends with its client."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import signal
import threading
from typing import TYPE_CHECKING

from findling.indexing.work_allowance import WorkAllowance
from findling.ipc.priority import is_unrestricted, lower_priority
from findling.ipc.stdio_server import StdioServer
from findling.log import start_logging
from findling.machine.machine_state import SystemState
from findling.messages.system_templates import SystemMessage, explain_os_error
from findling.processes.writer.crash_record import begin_crash_record
from findling.processes.writer.messages import Advisory, GoOnNow, Hello, OpenLibrary, Stop, command_from, to_line
from findling.processes.writer.request_mailbox import POLL_SECONDS
from findling.processes.writer.settings_watch import SettingsWatch
from findling.processes.writer.team_publisher import TeamPublisher
from findling.processes.writer.writer_lock import WriterLock
from findling.processes.writer.writer_session import WriterSession, attempt
from findling.storage.library_encryption import complete_encryption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event
    from findling.processes.writer.writer_session import Writer
    from findling.settings import Settings

    OpenWriter: TypeAlias = Callable[[LibraryPaths, Settings, WorkAllowance], Writer]

_log = logging.getLogger(__name__)

_NICENESS = 19
_END_SECONDS = 2.0
"""Grace period to stop and close; the database survives an abrupt end as well."""


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - everything comes over the input
    """Run the writer on the standard streams until the input closes.

    Returns:
        The exit status: 0, 1 where the library could not be opened, or 143 where the process was told to end.
    """
    return run(_open_indexer)


def run(open_writer: OpenWriter) -> int:
    """Run with a writer of the caller's choice."""
    server: StdioServer[Command, Event] = StdioServer.claim(command_from, to_line)
    lower_priority(_NICENESS, disk=True)
    opening = server.receive_first()
    if isinstance(opening, OpenLibrary):
        commands = _Commands(server, opening, open_writer)
        signal.signal(signal.SIGTERM, commands.terminate)
        server.work(commands.carry_out, commands.receive, commands.end, _END_SECONDS)
    return 1


def _open_indexer(paths: LibraryPaths, settings: Settings, allowance: WorkAllowance) -> Writer:
    from findling.indexing.indexer import Indexer

    try:
        last = begin_crash_record(paths.crash)
    except OSError:  # the log, beside it, was reported already
        last = ""
    if last:
        _log.error("the last writer crashed:\n%s", last)
    return Indexer.open(paths, settings, allowance, after_crash=bool(last))


class _Commands:
    """Commands on two threads: one listens, so that a stop arrives at once; the other works."""

    def __init__(self, server: StdioServer[Command, Event], opening: OpenLibrary, open_writer: OpenWriter) -> None:
        self._send = server.send
        self._opening = opening
        self._open_writer = open_writer
        self._session: WriterSession | None = None
        self._allowance: WorkAllowance | None = None
        self._waiting: queue.Queue[Command] = queue.Queue()
        self._stopped = threading.Event()
        self._ending = threading.Event()
        self._status = 0

    def receive(self, command: Command) -> None:
        # In the order of the lines: a stop never reaches a command that was given after it.
        if isinstance(command, Stop):
            self._stopped.set()
        elif isinstance(command, GoOnNow):
            if self._allowance:
                self._allowance.go_on_now()
        else:
            self._stopped.clear()
            self._waiting.put(command)

    def end(self) -> None:
        self._ending.set()

    def terminate(self, *_: object) -> None:
        """End as a shell would report it, say at a logout; give back what was begun, blame no file."""
        self._status = 128 + signal.SIGTERM
        self._ending.set()

    def carry_out(self) -> int:
        """Open the library and carry out commands until the end; return the exit status."""
        with contextlib.ExitStack() as held:
            if attempt(lambda: self._open(held), self._send, self._opening.paths.log) and self._session:
                self._serve(self._session)
                return self._status
        return 1

    def _open(self, held: contextlib.ExitStack) -> Hello:
        paths = self._opening.paths
        paths.create()
        lock = WriterLock(paths)
        lock.acquire()
        held.callback(lock.release)
        try:
            start_logging(paths.log, verbose=self._opening.verbose)
        except OSError as error:
            self._send(Advisory(SystemMessage.LOG_UNWRITABLE(file=paths.log, reason=explain_os_error(error))))
        settings = SettingsWatch(paths.settings)
        # Nothing is around a process that is to run as any other does.
        machine = None if is_unrestricted() else SystemState()
        self._allowance = WorkAllowance(settings.settings, machine)
        if paths.key is not None:
            # What was cut off while the library was encrypted.
            complete_encryption(paths)
        writer = self._open_writer(paths, settings.settings, self._allowance)
        held.callback(writer.close)
        publisher = TeamPublisher(paths, lambda notice: self._send(Advisory(notice)))
        publisher.start()
        held.callback(publisher.close)
        self._session = WriterSession(
            *(writer, paths, self._send, settings),
            go_on_now=self._allowance.go_on_now,
            note_waiting=lock.note_waiting,
            note_work=publisher.note_change,
            is_ending=self._ending.is_set,
        )
        self._session.recover()
        return Hello(os.getpid())

    def _serve(self, session: WriterSession) -> None:
        while not self._ending.is_set():
            session.serve_requests(self._ending.is_set)
            with contextlib.suppress(queue.Empty):
                session.serve(self._waiting.get(timeout=POLL_SECONDS), self._should_stop)

    def _should_stop(self) -> bool:
        return self._stopped.is_set() or self._ending.is_set()
