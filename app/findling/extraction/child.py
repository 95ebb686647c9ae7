"""The program that opens strangers' files: one at a time, on behalf of a parent that may kill it at any moment."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from findling.errors import ExtractionError
from findling.extraction import confinement
from findling.extraction.allowance import allow
from findling.extraction.language import detect
from findling.extraction.parsing import parse
from findling.extraction.previewing.viewer import Viewer
from findling.extraction.protocol import (
    BEAT_SECONDS,
    LINE_LIMIT,
    Beat,
    Decide,
    Draw,
    Drawn,
    Open,
    Opened,
    Parsed,
    Ready,
    Refused,
    Show,
    Shown,
    decode_request,
    to_line,
)
from findling.extraction.reading import FileBytes, read_whole
from findling.extraction.source import Source
from findling.messages.file_templates import FileMessage
from findling.types import Reason
from findling.wire import MessageError

if TYPE_CHECKING:
    from findling.extraction.protocol import Answer, Request

_SAMPLE = "Any sentence of more than sixty letters makes the detector unpack and load its model."


class Channel:
    """The two pipes to the parent; the process ends the moment that the parent's end is closed."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        self._answers = answers
        self._inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._beats = 0
        self._last_beat = 0.0
        threading.Thread(target=self._listen, args=(requests,), daemon=True).start()

    def _listen(self, requests: BinaryIO) -> None:
        for line in requests:
            self._inbox.put(line)
        # A parser may be in the middle of something that nobody waits for any more.
        os._exit(0)

    def receive(self) -> Request:
        """Wait for what the parent says next."""
        return decode_request(self._inbox.get())

    def send(self, answer: Answer) -> None:
        """Answer the parent; what would be too long to say is refused in its stead."""
        line = to_line(answer)
        if len(line) > LINE_LIMIT:
            line = to_line(Refused(Reason.TOO_MANY_PARTS, FileMessage.TOO_LONG_TO_TELL(limit=LINE_LIMIT)))
        self._answers.write(line)
        self._answers.flush()

    def beat(self) -> None:
        """Say that work goes on, ten times a second at most."""
        now = time.monotonic()
        if now - self._last_beat >= BEAT_SECONDS:
            self._last_beat = now
            self._beats += 1
            self.send(Beat(self._beats))


def main() -> int:
    """Serve the parent until it closes its end."""
    # Ctrl+C in a terminal reaches the whole group; it is the parent that decides what becomes of this file.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.dont_write_bytecode = True
    requests, answers = _claim_streams()
    confinement.lower_priority()
    offline = confinement.leave_network()
    # Unpacking the model needs a temporary file, which is not to be had any more once the resources are bound.
    detect(_SAMPLE)
    bounded = confinement.bound_resources()
    channel = Channel(requests, answers)
    channel.send(Ready(bounded, offline))
    viewer = Viewer(channel.beat)
    while True:
        request = channel.receive()
        if isinstance(request, Decide):
            raise MessageError("nothing is open")
        confinement.allow_cpu()
        _serve(channel, viewer, request)


def _claim_streams() -> tuple[BinaryIO, BinaryIO]:
    """Take the pipes for ourselves: a library that prints, or reads standard input, must not speak to the parent."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _serve(channel: Channel, viewer: Viewer, request: Open | Show | Draw) -> None:
    name = os.fsencode(PurePath(os.fsdecode(request.path)).name).decode("utf-8", "replace")
    try:
        match request:
            case Show():
                channel.send(Shown(viewer.show(request, name)))
            case Draw():
                channel.send(Drawn(viewer.draw(request, name)))
            case Open():
                viewer.clear()
                _read(channel, request.path, name)
    except ExtractionError as error:
        channel.send(Refused(Reason(error.reason), error.detail))
    except MemoryError:
        viewer.clear()
        channel.send(Refused(Reason.TOO_MUCH_MEMORY))


def _read(channel: Channel, path: bytes, name: str) -> None:
    file = read_whole(path, lambda head: allow(head, name), channel.beat)
    channel.send(Opened(file.content_hash, file.stat, paged=b"%PDF-" in file.data[:1024]))
    decision = channel.receive()
    if not isinstance(decision, Decide):
        raise MessageError("a file is open")
    if decision.go:
        channel.send(_parse(Source(file.data, name, channel.beat), file))


def _parse(source: Source, file: FileBytes) -> Parsed:
    """Parse, and say so where only the beginning of the file was there to be parsed."""
    seen = FileMessage.BEGINNING_READ(read=len(file.data), all=file.stat.size)
    try:
        extraction = parse(source)
    except ExtractionError as error:
        if file.cut and error.reason == Reason.DAMAGED:
            raise ExtractionError(Reason.TOO_LARGE, seen) from error
        raise
    if file.cut and extraction.reason is None:
        extraction = replace(extraction, reason=Reason.TEXT_CUT, detail=seen)
    return Parsed(extraction)


if __name__ == "__main__":
    sys.exit(main())
