"""The parser process: parses one untrusted file at a time; its parent may kill it any time."""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn, Protocol

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.document import NoTextError
from findling.extraction.embedded.file_nest import FileNest, HandedFile
from findling.extraction.inventory import describe_reading
from findling.extraction.parsing import parse
from findling.extraction.previews.viewer import Viewer
from findling.extraction.sandbox.file_handover import FileReceiver
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
    Recognise,
    Refused,
    Show,
    Shown,
    Take,
    decode_request,
    to_line,
)
from findling.extraction.secret_files import refuse_secret_content
from findling.extraction.source import Source
from findling.ipc.codec import MessageError
from findling.ipc.priority import lower_priority
from findling.ipc.stdio_server import StdioServer
from findling.messages.file_templates import FileMessage
from findling.processes.parser import confinement
from findling.processes.parser.self_test import try_accesses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.extraction.file_reading import FileBytes
    from findling.extraction.sandbox.parser_protocol import Answer, FileRequest, Recognised, Request

_NICENESS = 10


class Recogniser(Protocol):
    """Text recognition with its networks loaded, in a child that is for that."""

    def recognise(self, handed: HandedFile, page: int) -> Recognised:
        """Read a page, counted from 1, of a file; raises `ExtractionError`."""

    def clear(self) -> None:
        """Free the memory of the open file."""


class Channel:
    """Requests from the parent, and answers to it.

    The working thread decodes the lines: a malformed one ends the process, for the parent waits for an answer.
    """

    def __init__(self, server: StdioServer[bytes, Answer], files: FileReceiver) -> None:
        self._server = server
        self._files = files
        self._inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._beats = 0
        self._last_beat = 0.0

    def put_line(self, line: bytes) -> None:
        """Queue a line of the parent."""
        self._inbox.put(line)

    def receive(self) -> Request:
        """Wait for the next request."""
        return decode_request(self._inbox.get())

    @contextlib.contextmanager
    def take_file(self, request: FileRequest) -> Iterator[int]:
        """Take the open file that came with a request, and close it afterwards."""
        descriptor = self._files.take(request)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

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


def main(load: Callable[[Callable[[], None]], Recogniser] | None = None) -> NoReturn:
    """Serve the parent until it closes its pipe.

    Args:
        load: returns what recognises text, given the heartbeat, in a child that is for that.
    """
    sys.dont_write_bytecode = True
    # One thread is enough, and each takes its share of the address space that is allowed.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    files = FileReceiver()
    server: StdioServer[bytes, Answer] = StdioServer.claim(lambda line: line, _encode, files.open_requests)
    lower_priority(_NICENESS)
    bounded = confinement.bound_resources()
    confinement.confine()
    channel = Channel(server, files)
    # After that, since what threads the networks bring would else keep their rights.
    recogniser = load(channel.beat) if load is not None else None
    channel.send(Ready(bounded, try_accesses()))
    server.work(lambda: _serve_forever(channel, recogniser), channel.put_line)


def _encode(answer: Answer) -> bytes:
    """Encode an answer, or a refusal in place of one that is too long."""
    line = to_line(answer)
    if len(line) <= LINE_LIMIT:
        return line
    return to_line(Refused(Reason.TOO_MANY_PARTS, FileMessage.TOO_LONG_TO_TELL(limit=LINE_LIMIT)))


def _serve_forever(channel: Channel, recogniser: Recogniser | None) -> NoReturn:
    nest = FileNest(channel.beat)
    viewer = Viewer(channel.beat)
    while True:
        request = channel.receive()
        if isinstance(request, Decide):
            raise MessageError("nothing is open")
        confinement.allow_cpu()
        try:
            if isinstance(request, ListInside):
                _list(channel, nest)
            else:
                _serve(channel, nest, viewer, recogniser, request)
        except NoTextError as error:
            channel.send(Refused(Reason(error.reason), error.detail, error.pictured, error.origins))
        except ExtractionError as error:
            channel.send(Refused(Reason(error.reason), error.detail))
        except MemoryError:
            viewer.clear()
            nest.clear()
            if recogniser is not None:
                recogniser.clear()
            channel.send(Refused(Reason.TOO_MUCH_MEMORY))


def _serve(
    channel: Channel,
    nest: FileNest,
    viewer: Viewer,
    recogniser: Recogniser | None,
    request: Open | Take | Show | Draw | Recognise,
) -> None:
    with channel.take_file(request) as descriptor:
        inner = tuple(os.fsdecode(request.inner).split("/")) if request.inner else ()
        handed = HandedFile(descriptor, request.name.decode("utf-8", "replace"), inner)
        match request:
            case Show():
                channel.send(Shown(viewer.show(handed, request)))
            case Draw():
                channel.send(Drawn(viewer.draw(handed, request)))
            case Take():
                channel.send(viewer.take(handed, request.start))
            case Recognise():
                if recogniser is None:
                    raise MessageError("nothing is loaded that recognises text")
                channel.send(recogniser.recognise(handed, request.page))
            case Open():
                viewer.clear()
                _read(channel, nest, handed, secrets=request.secrets)


def _list(channel: Channel, nest: FileNest) -> None:
    if not nest.has_opened:
        raise MessageError("nothing is open")
    channel.send(Listed(nest.list_opened()))


def _read(channel: Channel, nest: FileNest, handed: HandedFile, *, secrets: bool) -> None:
    file = nest.open(handed)
    if not secrets:
        # Before the parent is asked: it may know the content from a folder where it is let in.
        refuse_secret_content(file.data, handed.name)
    channel.send(Opened(file.content_hash, file.stat, b"%PDF-" in file.data[:1024], nest.count_kept()))
    decision = channel.receive()
    if not isinstance(decision, Decide):
        raise MessageError("a file is open")
    if not decision.go:
        nest.release()
        return
    parsed = _parse(Source(file.data, handed.name, channel.beat), file)
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
