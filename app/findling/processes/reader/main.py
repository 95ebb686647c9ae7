"""The searching process's program: it reads a library for the window, and ends when the window goes away."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.ipc.failures import Failed
from findling.ipc.stdio_server import StdioServer
from findling.log import start_logging
from findling.processes.reader.messages import Init, Request, Response, Started, from_window, to_line
from findling.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.processes.reader.messages import FromSearcher, FromWindow


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - all that this process is told comes over its input
    """Answer on the standard streams; ends the process when the input closes, whatever goes on by then.

    Returns:
        The exit status, 1, where the input does not begin as the window's does.
    """
    server: StdioServer[FromWindow, FromSearcher] = StdioServer.claim(from_window, to_line)
    begin = server.receive_first()
    if isinstance(begin, Init):
        server.send(Started(os.getpid()))
        ask = _open(begin, server.send)
        # Threads may be deep in a search or a survey, and nothing that they do has to be finished.
        server.listen(lambda message: ask(message) if isinstance(message, Request) else None)
    return 1


def _open(begin: Init, send: Callable[[FromSearcher], None]) -> Callable[[Request], None]:
    """Open the lanes; where the settings cannot be read, every question is refused for that reason."""
    from findling.processes.reader.router import Router

    log = begin.paths.logs / "searcher.log"
    # Without a log there is still a search.
    with contextlib.suppress(OSError, FindlingError):
        begin.paths.create()
        start_logging(log, verbose=begin.verbose)
    try:
        return Router(begin.paths, read_settings(begin.paths.settings), send, log).ask
    except FindlingError as error:
        refused = Failed.of(error)
        return lambda asked: send(Response(asked.number, refused))
