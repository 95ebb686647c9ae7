"""The searching process's program: it reads a library for the window, and ends when the window goes away."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO

from findling.errors import FindlingError
from findling.log import start_logging
from findling.searcher.messages import Answered, Asked, Begin, Ready, Refused, from_window, to_line
from findling.settings import read_settings
from findling.wire import MessageError, claim_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from findling.searcher.messages import FromSearcher, FromWindow

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] = ()) -> int:  # noqa: ARG001 - all that this process is told comes over its input
    """Answer on the standard streams; ends the process when the input closes, whatever goes on by then.

    Returns:
        The exit status, 1, where the input does not begin as the window's does.
    """
    # An interrupt from the keyboard reaches the whole group: the window decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return _Loop(claim_output()).run(sys.stdin.buffer)


class _Loop:
    """Listens on the thread that calls; the answers come from threads of their own."""

    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self._speaking = threading.Lock()

    def run(self, lines: BinaryIO) -> int:
        messages = _read(lines)
        begin = next(messages, None)
        if not isinstance(begin, Begin):  # whoever started this program does not speak to it
            return 1
        self._send(Ready(os.getpid()))
        ask = self._open(begin)
        for message in messages:
            if isinstance(message, Asked):
                ask(message)
        # Threads may be deep in a search or a survey, and nothing that they do has to be finished.
        os._exit(0)

    def _open(self, begin: Begin) -> Callable[[Asked], None]:
        """Open the lanes; where the settings cannot be read, every question is refused for that reason."""
        from findling.searcher.lanes import Lanes

        log = begin.paths.logs / "searcher.log"
        # Without a log there is still a search.
        with contextlib.suppress(OSError, FindlingError):
            begin.paths.create()
            start_logging(log, verbose=begin.verbose)
        try:
            return Lanes(begin.paths, read_settings(begin.paths.settings), self._send, log).ask
        except FindlingError as error:
            refused = Refused(error.notice)
            return lambda asked: self._send(Answered(asked.number, refused))

    def _send(self, message: FromSearcher) -> None:
        line = to_line(message)
        # A window that is gone is noticed where its questions came from.
        with self._speaking, contextlib.suppress(OSError):
            self._output.write(line)
            self._output.flush()


def _read(lines: BinaryIO) -> Iterator[FromWindow | None]:
    """What the window says; None for what it cannot have said."""
    for line in lines:
        try:
            yield from_window(line)
        except MessageError:
            _log.exception("the window said something odd")
            yield None
