"""What comes over a connection, all of it until a deadline: who sends a byte now and then holds nobody up for long."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket

    from _typeshed import WriteableBuffer


class RequestBody(io.RawIOBase):
    """The bytes of a connection, one request after another."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        """Begin with the first request.

        Args:
            connection: open.
            seconds: that a request may take to begin and to come, head and body.
        """
        self._connection = connection
        self._seconds = seconds
        self.expect()

    def expect(self) -> None:
        """The next request begins now."""
        self._deadline = time.monotonic() + self._seconds

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Take what is there, or wait for it.

        Raises:
            TimeoutError: the deadline is over.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)
