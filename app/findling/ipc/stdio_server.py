"""Loop of a process that serves its parent over standard input and output, and ends with it."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
import time
import traceback
from typing import TYPE_CHECKING, BinaryIO, Generic, NoReturn, TypeVar

from findling.ipc.codec import MessageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

_Request = TypeVar("_Request")
_Response = TypeVar("_Response")

_log = logging.getLogger(__name__)


class StdioServer(Generic[_Request, _Response]):
    """Serving end of the two pipes between a process and its parent.

    `decode` raises `MessageError` for a line that is no request; `encode` gives a response as one line.
    """

    def __init__(
        self,
        decode: Callable[[bytes], _Request],
        encode: Callable[[_Response], bytes],
        requests: BinaryIO,
        responses: BinaryIO,
    ) -> None:
        self._decode = decode
        self._encode = encode
        self._requests = requests
        self._responses = responses
        self._sending = threading.Lock()

    @classmethod
    def claim(
        cls,
        decode: Callable[[bytes], _Request],
        encode: Callable[[_Response], bytes],
        open_requests: Callable[[int], BinaryIO] = lambda descriptor: os.fdopen(descriptor, "rb"),
    ) -> Self:
        """Claim the standard streams for messages: nothing else may print to them or read them.

        `open_requests` makes a stream of what was standard input.
        """
        # Ctrl+C in a terminal reaches the whole group: the parent decides what it means.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        requests, responses = os.dup(0), os.dup(1)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        os.dup2(2, 1)
        return cls(decode, encode, open_requests(requests), os.fdopen(responses, "wb"))

    def receive_first(self) -> _Request | None:
        """Wait for the first request; None where something else started this program and sends none."""
        try:
            return self._decode(self._requests.readline())
        except MessageError:
            return None

    def send(self, response: _Response) -> None:
        """Send a response; may be called by any thread."""
        line = self._encode(response)
        # A parent that is gone is noticed where its requests came from.
        with self._sending, contextlib.suppress(OSError):
            self._responses.write(line)
            self._responses.flush()

    def listen(
        self, handle: Callable[[_Request], None], on_close: Callable[[], None] = lambda: None, end_seconds: float = 0.0
    ) -> NoReturn:
        """Handle requests until the parent closes its end, then end the process with its threads.

        Lines that are no requests are logged and skipped.

        Args:
            handle: called with each request, in the order of the lines.
            on_close: called when the parent has closed its end.
            end_seconds: time that the process has after that.
        """

        def handle_all() -> int:
            for line in self._requests:
                try:
                    request = self._decode(line)
                except MessageError:
                    _log.exception("a line that is no request")
                    continue
                handle(request)
            on_close()
            time.sleep(end_seconds)
            return 0

        _end_with(handle_all)

    def work(
        self,
        work: Callable[[], int],
        handle: Callable[[_Request], None],
        on_close: Callable[[], None] = lambda: None,
        end_seconds: float = 0.0,
    ) -> NoReturn:
        """Work on this thread while another listens; the process ends with it or after its parent.

        `work` returns the exit status; the other arguments are as for `listen`.
        """
        threading.Thread(target=self.listen, args=(handle, on_close, end_seconds), name="listen", daemon=True).start()
        _end_with(work)


def _end_with(action: Callable[[], int]) -> NoReturn:
    """Run an action and end the process with its exit status, without waiting for other threads."""
    try:
        status = action()
    except BaseException:  # noqa: BLE001 - the interpreter's own end would wait for those threads
        traceback.print_exc()
        status = 1
    os._exit(status)
