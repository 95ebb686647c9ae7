"""The parser process: parses one untrusted file at a time for a parent that may kill it at any moment."""

from __future__ import annotations

import os
import queue
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.file_nest import FileNest
from findling.extraction.file_reading import FileBytes, allow
from findling.extraction.inventory import describe_reading
from findling.extraction.parsing import parse
from findling.extraction.previews.viewer import Viewer, allow_shown
from findling.extraction.sandbox.parser_protocol import (
    BEAT_SECONDS,
    LINE_LIMIT,
    Beat,
    Decide,
    Draw,
    Drawn,
    Listed,
    ListInside,
    Open,
    Opened,
    Parsed,
    Ready,
    Refused,
    Show,
    Shown,
    Take,
    decode_request,
    to_line,
)
from findling.extraction.secret_files import refuse_secret_content, refuse_secret_place
from findling.extraction.source import Source
from findling.ipc.codec import MessageError
from findling.ipc.priority import lower_priority
from findling.ipc.stdio_server import StdioServer
from findling.messages.file_templates import FileMessage
from findling.processes.parser import confinement

if TYPE_CHECKING:
    from findling.extraction.sandbox.parser_protocol import Answer, Request

_NICENESS = 10


class Channel:
    """Requests from the parent, and answers to it.

    The working thread decodes the lines: a malformed one ends the process, for the parent waits for an answer.
    """

    def __init__(self, server: StdioServer[bytes, Answer]) -> None:
        self._server = server
        self._inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._beats = 0
        self._last_beat = 0.0

    def put_line(self, line: bytes) -> None:
        """Queue a line of the parent."""
        self._inbox.put(line)

    def receive(self) -> Request:
        """Wait for the next request."""
        return decode_request(self._inbox.get())

    def send(self, answer: Answer) -> None:
        """Send an answer."""
        self._server.send(answer)

    def beat(self) -> None:
        """Send a heartbeat, ten times a second at most."""
        now = time.monotonic()
        if now - self._last_beat >= BEAT_SECONDS:
            self._last_beat = now
            self._beats += 1
            self.send(Beat(self._beats))


def main() -> NoReturn:
    """Serve the parent until it closes its pipe."""
    sys.dont_write_bytecode = True
    # One thread is enough, and each takes its share of the address space that is allowed.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    server: StdioServer[bytes, Answer] = StdioServer.claim(lambda line: line, _encode)
    lower_priority(_NICENESS)
    offline = confinement.leave_network()
    bounded = confinement.bound_resources()
    channel = Channel(server)
    channel.send(Ready(bounded, offline))
    server.work(lambda: _serve_forever(channel), channel.put_line)


def _encode(answer: Answer) -> bytes:
    """Encode an answer, or a refusal in place of one that is too long."""
    line = to_line(answer)
    if len(line) <= LINE_LIMIT:
        return line
    return to_line(Refused(Reason.TOO_MANY_PARTS, FileMessage.TOO_LONG_TO_TELL(limit=LINE_LIMIT)))


def _serve_forever(channel: Channel) -> NoReturn:
    nest = FileNest(allow, channel.beat)
    viewer = Viewer(FileNest(allow_shown, channel.beat), channel.beat)
    while True:
        request = channel.receive()
        if isinstance(request, Decide):
            raise MessageError("nothing is open")
        confinement.allow_cpu()
        _serve(channel, nest, viewer, request)


def _serve(channel: Channel, nest: FileNest, viewer: Viewer, request: Open | ListInside | Take | Show | Draw) -> None:
    path = Path(os.fsdecode(request.path))
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        match request:
            case Show():
                channel.send(Shown(viewer.show(request, name)))
            case Draw():
                channel.send(Drawn(viewer.draw(request, name)))
            case Open():
                viewer.clear()
                _read(channel, nest, request, path)
            case ListInside():
                channel.send(Listed(nest.list_opened(path)))
            case Take():
                channel.send(viewer.take(path, request.start))
    except ExtractionError as error:
        channel.send(Refused(Reason(error.reason), error.detail))
    except MemoryError:
        viewer.clear()
        nest.clear()
        channel.send(Refused(Reason.TOO_MUCH_MEMORY))


def _read(channel: Channel, nest: FileNest, request: Open, path: Path) -> None:
    name = os.fsencode(path.name).decode("utf-8", "replace")
    if not request.secrets:
        refuse_secret_place(request.path)
    file = nest.open(path)
    if not request.secrets:
        # Before the parent is asked: it may know the content from a folder where it is let in.
        refuse_secret_content(file.data, name)
    channel.send(Opened(file.content_hash, file.stat, b"%PDF-" in file.data[:1024], nest.count_kept(path)))
    decision = channel.receive()
    if not isinstance(decision, Decide):
        raise MessageError("a file is open")
    if not decision.go:
        nest.release()
        return
    parsed = _parse(Source(file.data, name, channel.beat), file)
    if not parsed.extraction.holds_files:
        nest.release()
    channel.send(parsed)


def _parse(source: Source, file: FileBytes) -> Parsed:
    """Parse; the result says so if only the beginning of the file was read."""
    seen = FileMessage.BEGINNING_READ(read=len(file.data), all=file.stat.size)
    try:
        extraction = parse(source)
    except ExtractionError as error:
        if file.cut and error.reason == Reason.DAMAGED:
            raise ExtractionError(Reason.TOO_LARGE, seen) from error
        raise
    if file.cut and not extraction.is_cut:
        extraction = replace(extraction, reason=Reason.TEXT_CUT, detail=seen)
        unread = describe_reading(extraction, set(extraction.wholeness.unread)).unread
        extraction = replace(extraction, wholeness=replace(extraction.wholeness, unread=unread))
    return Parsed(extraction)
