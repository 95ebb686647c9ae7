"""Places for connections, of which one that keeps us waiting gives way to one that comes."""

from __future__ import annotations

import contextlib
import socket
import threading
import time


class ConnectionSlots:
    """Places of a server's connections; used by all of their threads.

    Where all are taken, the connection whose request has been outstanding for the longest is closed: who sends a byte
    now and then, or nothing, holds up nobody. None that is being answered is closed.

    Args:
        limit: how many connections there may be at once.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._held: set[socket.socket] = set()
        self._waiting: dict[socket.socket, float] = {}

    def take(self, connection: socket.socket) -> bool:
        """Give a connection a place, if need be that of another; False where all others are being answered."""
        with self._lock:
            if len(self._held) >= self._limit and not self._make_room():
                return False
            self._held.add(connection)
            self._waiting[connection] = time.monotonic()
            return True

    def begin_waiting(self, connection: socket.socket) -> None:
        """Note that the other side is to send a request, or to take an answer."""
        with self._lock:
            if connection in self._held:
                self._waiting[connection] = time.monotonic()

    def begin_answering(self, connection: socket.socket) -> None:
        """Note that all of a request is there."""
        with self._lock:
            self._waiting.pop(connection, None)

    def release(self, connection: socket.socket) -> None:
        """Give a place back."""
        with self._lock:
            self._held.discard(connection)
            self._waiting.pop(connection, None)

    def _make_room(self) -> bool:
        if not self._waiting:
            return False
        slowest = min(self._waiting, key=self._waiting.__getitem__)
        self._held.discard(slowest)
        del self._waiting[slowest]
        # Its own thread finds it at its end, and closes it. Not by the method of an encrypted connection, which is that
        # thread's alone.
        with contextlib.suppress(OSError):
            socket.socket.shutdown(slowest, socket.SHUT_RDWR)
        return True
