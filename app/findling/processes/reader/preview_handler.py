"""Answers previews: what a confined child makes of documents and pages, the latest of them kept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.errors import ExtractionError
from findling.ipc.failures import Failed
from findling.messages.library_templates import SearchMessage
from findling.processes.reader.lru_byte_cache import LruByteCache
from findling.processes.reader.messages import DocumentShown, DrawPage, PageDrawn, ShowDocument, Superseded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext

_KEPT_BYTES = 32_000_000
_PATIENCE_SECONDS = 0.5
"""A file that takes longer is given up for one that is wanted now: starting a fresh child costs about as much."""


class PreviewHandler:
    """Answers `ShowDocument` and `DrawPage`.

    Args:
        sandbox: opens the files; ended with the process.
    """

    questions = (ShowDocument, DrawPage)

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._recent: LruByteCache[DocumentShown | PageDrawn] = LruByteCache(_KEPT_BYTES)

    def prepare(self) -> Iterator[None]:
        """Start the child, which takes some tenths of a second."""
        self._sandbox.start()
        yield

    def answer(self, turn: RequestContext) -> Reply:
        """Make a preview, or take it from those that were made a moment ago.

        Raises:
            WorkerError: no child can be started.
        """
        question = turn.question
        if not isinstance(question, ShowDocument | DrawPage):
            raise TypeError(f"{type(question).__name__} is no preview")
        key = (question, _sign(question.path))
        reply = self._recent.get(key)
        if reply is not None:
            return reply
        try:
            reply = self._make_twice(question, _impatient(turn.is_overtaken))
        except ExtractionError as error:
            return Superseded() if error.reason == Reason.INTERRUPTED else _refuse(error)
        self._recent.put(key, reply, _weigh(reply))
        return reply

    def _make_twice(
        self, question: ShowDocument | DrawPage, should_stop: Callable[[], bool]
    ) -> DocumentShown | PageDrawn:
        """Make a preview, in a fresh child where the first died: not of this file, if the system had killed it before.

        Raises:
            ExtractionError: it cannot be made.
        """
        try:
            return self._make(question, should_stop)
        except ExtractionError as error:
            if error.reason != Reason.CRASHED:
                raise
        return self._make(question, should_stop)

    def _make(self, question: ShowDocument | DrawPage, should_stop: Callable[[], bool]) -> DocumentShown | PageDrawn:
        if isinstance(question, ShowDocument):
            return DocumentShown(self._sandbox.show(question.path, should_stop))
        image = self._sandbox.draw(question.path, question.page, question.width, question.needles, should_stop)
        return PageDrawn(image)


def _impatient(is_overtaken: Callable[[], bool]) -> Callable[[], bool]:
    until = time.monotonic() + _PATIENCE_SECONDS
    return lambda: time.monotonic() > until and is_overtaken()


def _sign(path: Path) -> tuple[int, int] | None:
    """What differs when a file was written anew; None where it cannot be told, which its reader explains."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _refuse(error: ExtractionError) -> Failed:
    reason = Reason(error.reason)
    advice = explain(reason)
    notice = SearchMessage.NO_PREVIEW(reason=advice.message())
    return Failed(notice.advising(*advice.notice.remedies), reason=reason)


def _weigh(reply: DocumentShown | PageDrawn) -> int:
    """About how many bytes of memory an answer takes."""
    if isinstance(reply, PageDrawn):
        return len(reply.image.png)
    preview = reply.preview
    cells = sum(len(cell) + 60 for sheet in preview.sheets for row in sheet.rows for cell in row)
    return 1_000 + 2 * len(preview.text) + 100 * len(preview.sizes) + cells
