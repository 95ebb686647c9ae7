"""The worker's program: it alone writes to a library, and ends when the process that started it goes away."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from typing import TYPE_CHECKING

from findling.ipc.stdio_server import StdioServer
from findling.log import start_logging
from findling.messages.system_templates import SystemMessage, explain_os_error
from findling.processes.writer.messages import Hello, OpenLibrary, Stop, Told, command_from, to_line
from findling.processes.writer.priority import lower_priority
from findling.processes.writer.request_mailbox import POLL_SECONDS
from findling.processes.writer.settings_watch import SettingsWatch
from findling.processes.writer.writer_lock import WriterLock
from findling.processes.writer.writer_session import WriterSession, attempt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from findling.paths import LibraryPaths
    from findling.processes.writer.messages import Command, Event
    from findling.processes.writer.writer_session import Writer
    from findling.settings import Settings

    OpenWriter: TypeAlias = Callable[[LibraryPaths, Settings], Writer]

_END_SECONDS = 2.0
"""How long the engine may take to leave off and close; the database survives an end in mid-air as well."""


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - all that the worker is told comes over its input
    """Run the worker on the standard streams until the input closes.

    Returns:
        The exit status: 0, or 1 where the library could not be opened.
    """
    return run(_open_indexer)


def run(open_writer: OpenWriter) -> int:
    """Run the worker with an engine of the caller's choice."""
    server: StdioServer[Command, Event] = StdioServer.claim(command_from, to_line)
    lower_priority()
    opening = server.receive_first()
    if isinstance(opening, OpenLibrary):
        commands = _Commands(server, opening, open_writer)
        server.work(commands.carry_out, commands.hear, commands.leave, _END_SECONDS)
    return 1


def _open_indexer(paths: LibraryPaths, settings: Settings) -> Writer:
    from findling.indexing.indexer import Indexer

    return Indexer.open(paths, settings)


class _Commands:
    """Two threads: one listens, so that a stop is heard at once; the other works."""

    def __init__(self, server: StdioServer[Command, Event], opening: OpenLibrary, open_writer: OpenWriter) -> None:
        self._send = server.send
        self._opening = opening
        self._open_writer = open_writer
        self._waiting: queue.Queue[Command] = queue.Queue()
        self._stopped = threading.Event()
        self._ending = threading.Event()

    def hear(self, command: Command) -> None:
        # In the order of the lines: a stop never reaches a command that was given after it.
        if isinstance(command, Stop):
            self._stopped.set()
        else:
            self._stopped.clear()
            self._waiting.put(command)

    def leave(self) -> None:
        self._ending.set()

    def carry_out(self) -> int:
        """Open the library and carry out commands until the end; gives the exit status."""
        with contextlib.ExitStack() as held:
            if not attempt(lambda: self._open(held), self._send, self._opening.paths.log):
                return 1
            self._serve(self._session)
        return 0

    def _open(self, held: contextlib.ExitStack) -> Hello:
        paths = self._opening.paths
        paths.create()
        lock = WriterLock(paths)
        lock.acquire()
        held.callback(lock.release)
        try:
            start_logging(paths.log, verbose=self._opening.verbose)
        except OSError as error:
            self._send(Told(SystemMessage.LOG_UNWRITABLE(file=paths.log, reason=explain_os_error(error))))
        settings = SettingsWatch(paths.settings)
        writer = self._open_writer(paths, settings.settings)
        held.callback(writer.close)
        self._session = WriterSession(writer, paths, self._send, settings, self._ending.is_set)
        self._session.recover()
        return Hello(os.getpid())

    def _serve(self, session: WriterSession) -> None:
        while not self._ending.is_set():
            session.serve_requests(self._ending.is_set)
            with contextlib.suppress(queue.Empty):
                session.serve(self._waiting.get(timeout=POLL_SECONDS), self._should_stop)

    def _should_stop(self) -> bool:
        return self._stopped.is_set() or self._ending.is_set()
