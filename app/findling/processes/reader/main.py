"""Main program of the reader process, which answers the window and ends with it."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.ipc.stdio_server import StdioServer
from findling.log import start_logging
from findling.processes.reader.messages import Init, Request, Started, from_window, to_line
from findling.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.processes.reader.messages import FromReader, ToReader


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - all that this process is told comes over its input
    """Answer on the standard streams; end the process when the input closes.

    Returns:
        The exit status, 1, where the input does not begin with `Init`.
    """
    server: StdioServer[ToReader, FromReader] = StdioServer.claim(from_window, to_line)
    init = server.receive_first()
    if isinstance(init, Init):
        server.send(Started(os.getpid()))
        ask = _start(init, server.send)
        # Threads may be deep in a search or a survey, and nothing that they do has to be finished.
        server.listen(lambda message: ask(message) if isinstance(message, Request) else None)
    return 1


def _start(init: Init, send: Callable[[FromReader], None]) -> Callable[[Request], None]:
    """Start the threads that answer."""
    from findling.processes.reader.router import Router

    log = init.paths.logs / "reader.log"
    # Without a log there is still a search.
    with contextlib.suppress(OSError, FindlingError):
        init.paths.create()
        start_logging(log, verbose=init.verbose)
    return Router(init.paths, load_settings(init.paths.settings).settings, send, log).ask
