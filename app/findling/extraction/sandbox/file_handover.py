"""Pipe of requests to the parser child, in which an open file goes beside its request.

The child needs no right to open anything: on POSIX a descriptor goes along with the line over a local socket
(`SCM_RIGHTS`, unix(7)); on Windows the parent puts a handle into the child and names it in the request.
"""

from __future__ import annotations

import io
import os
import queue
import socket
import stat
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from findling.extraction.sandbox.parser_protocol import FileRequest, to_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import WriteableBuffer

    from findling.extraction.sandbox.parser_protocol import Request

_FILES_AT_ONCE = 8


class RequestSender:
    """Parent's end.

    Attributes:
        process: the child, started with this pipe as its standard input, and pipes for what it writes.
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start the child.

        Raises:
            OSError: it cannot be started.
        """
        self._socket: socket.socket | None = None
        theirs: socket.socket | None = None
        if sys.platform != "win32":
            self._socket, theirs = socket.socketpair()
        try:
            self.process = subprocess.Popen(  # noqa: S603 - our own program, without a shell
                command,
                stdin=subprocess.PIPE if theirs is None else theirs.fileno(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except BaseException:
            self.close()
            raise
        finally:
            if theirs is not None:
                theirs.close()

    def send(self, request: Request, descriptor: int | None = None) -> None:
        """Send a request, with the file that it is about.

        Raises:
            OSError: the child's end is closed.
        """
        if self._socket is not None:
            line = to_line(request)
            sent = socket.send_fds(self._socket, [line], [] if descriptor is None else [descriptor])
            self._socket.sendall(line[sent:])
            return
        assert self.process.stdin is not None
        if sys.platform == "win32" and descriptor is not None and isinstance(request, FileRequest):
            import _winapi
            import msvcrt

            source, target = _winapi.GetCurrentProcess(), int(self.process._handle)
            handle = _winapi.DuplicateHandle(
                source, msvcrt.get_osfhandle(descriptor), target, 0, False, _winapi.DUPLICATE_SAME_ACCESS
            )
            request = replace(request, handle=handle)
        self.process.stdin.write(to_line(request))
        self.process.stdin.flush()

    def close(self) -> None:
        """Close the pipe.

        Raises:
            OSError: what was not sent yet cannot be sent.
        """
        if self._socket is not None:
            self._socket.close()
        elif self.process.stdin is not None:
            self.process.stdin.close()


class FileReceiver:
    """Child's end: the files that came, in the order of their requests."""

    def __init__(self) -> None:
        self._files: queue.SimpleQueue[int] = queue.SimpleQueue()

    def open_requests(self, descriptor: int) -> BinaryIO:
        """Return the stream of requests, whose files are kept for `take`."""
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return os.fdopen(descriptor, "rb")
        return io.BufferedReader(_Stream(socket.socket(fileno=descriptor), self._files))

    def take(self, request: FileRequest) -> int:
        """Return the descriptor of the file that came with a request; the caller closes it."""
        if sys.platform == "win32":
            import msvcrt

            return msvcrt.open_osfhandle(request.handle, os.O_RDONLY | os.O_BINARY)
        # It came before the end of its line did.
        return self._files.get_nowait()


class _Stream(io.RawIOBase):
    """Bytes of a local socket, with the descriptors that came between them put aside."""

    def __init__(self, source: socket.socket, files: queue.SimpleQueue[int]) -> None:
        super().__init__()
        self._source = source
        self._files = files

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        data, files, _, _ = socket.recv_fds(self._source, len(memoryview(buffer)), _FILES_AT_ONCE)
        for file in files:
            self._files.put(file)
        memoryview(buffer)[: len(data)] = data
        return len(data)
