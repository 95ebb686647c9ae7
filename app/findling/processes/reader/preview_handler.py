"""Handler of previews, which the sandboxed parser makes and a cache keeps."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from findling.domain.files import Reason
from findling.domain.reasons import explain
from findling.errors import ExtractionError, LibraryError
from findling.ipc.failures import Failed
from findling.messages.library_templates import SearchMessage
from findling.paths import find_outermost
from findling.processes.reader.library_messages import AskConfinement
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, PageDrawn, ShowDocument
from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.superseded_reply import Superseded
from findling.search.line_marks import mark_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

    from findling.domain.confinement_report import ConfinementReport
    from findling.domain.preview import PageImage
    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection

_T = TypeVar("_T")

_KEPT_BYTES = 32_000_000
_PATIENCE_SECONDS = 0.5
"""A file that takes longer is given up for one that is wanted now: starting a fresh parser costs about as much."""


class LruByteCache(Generic[_T]):
    """Cache of at most so many bytes, from which the least recently used values go first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._entries: OrderedDict[Hashable, tuple[_T, int]] = OrderedDict()

    def get(self, key: Hashable) -> _T | None:
        """Return the value of a key."""
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key][0]

    def put(self, key: Hashable, value: _T, size: int) -> None:
        """Keep a value of so many bytes, unless it is larger than the limit."""
        self._bytes += size - self._entries.pop(key, (value, 0))[1]
        self._entries[key] = (value, size)
        while self._bytes > self._limit:
            _, (_, freed) = self._entries.popitem(last=False)
            self._bytes -= freed


class PreviewHandler(RequestHandler):
    """Handler of previews.

    Args:
        sandbox: opens the files; ended with the process.
        connection: knows what was recognised on scans and pictures.
    """

    questions = (ShowDocument, DrawPage, AskConfinement)

    def __init__(self, sandbox: Sandbox, connection: LibraryConnection) -> None:
        self._sandbox = sandbox
        self._connection = connection
        self._confinement: ConfinementReport | None = None
        self._cache: LruByteCache[DocumentShown | PageDrawn] = LruByteCache(_KEPT_BYTES)

    def prepare(self) -> Iterator[None]:
        """Start the parser, which takes some tenths of a second."""
        self._confinement = self._sandbox.start().confinement
        yield

    def answer(self, context: RequestContext) -> Reply:
        """Make a preview, or take it from the cache; or tell of the sandbox itself."""
        question = context.question
        if isinstance(question, AskConfinement):
            self._confinement = self._confinement or self._sandbox.start().confinement
            return self._confinement
        if not isinstance(question, ShowDocument | DrawPage):
            raise TypeError(f"{type(question).__name__} is no preview")
        key = (question, _read_version(question.path))
        reply = self._cache.get(key)
        if reply is not None:
            return reply
        try:
            reply = self._make_or_retry(question, _after_patience(context.is_superseded))
        except ExtractionError as error:
            return Superseded() if error.reason == Reason.INTERRUPTED else _refuse(error)
        self._cache.put(key, reply, _count_bytes(reply))
        return reply

    def _make_or_retry(
        self, question: ShowDocument | DrawPage, should_stop: Callable[[], bool]
    ) -> DocumentShown | PageDrawn:
        """Make a preview, with a fresh parser where the first crashed or was killed."""
        try:
            return self._make(question, should_stop)
        except ExtractionError as error:
            if error.reason not in (Reason.CRASHED, Reason.STOPPED):
                raise
        return self._make(question, should_stop)

    def _make(self, question: ShowDocument | DrawPage, should_stop: Callable[[], bool]) -> DocumentShown | PageDrawn:
        if isinstance(question, ShowDocument):
            return DocumentShown(self._sandbox.show(question.path, should_stop, secrets=question.secrets))
        image = self._sandbox.draw(
            question.path, question.page, question.width, question.needles, should_stop, words=question.words
        )
        return PageDrawn(self._mark_recognised(question, image))

    def _mark_recognised(self, question: DrawPage, image: PageImage) -> PageImage:
        """Mark texts in what was recognised on a page, where its own text has none of them."""
        if not question.needles or any(image.marks):
            return image
        try:
            with self._connection.library() as library:
                page = library.recognised_page(question.path, question.page) if library else None
        except LibraryError:
            return image  # a page without marks is better than none; the search says what is wrong
        return replace(image, marks=mark_lines(page, question.needles)) if page else image


def _after_patience(is_superseded: Callable[[], bool]) -> Callable[[], bool]:
    until = time.monotonic() + _PATIENCE_SECONDS
    return lambda: time.monotonic() > until and is_superseded()


def _read_version(path: Path) -> tuple[int, int] | None:
    """Return time and size, which change when the file is rewritten; None if unreadable."""
    try:
        found = find_outermost(path)[0].stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _refuse(error: ExtractionError) -> Failed:
    reason = Reason(error.reason)
    advice = explain(reason)
    notice = SearchMessage.NO_PREVIEW(reason=advice.message())
    return Failed(notice.advising(*advice.notice.remedies), reason=reason)


def _count_bytes(reply: DocumentShown | PageDrawn) -> int:
    """Estimate the memory that a reply takes."""
    if isinstance(reply, PageDrawn):
        return len(reply.image.png)
    preview = reply.preview
    cells = sum(len(cell) + 60 for sheet in preview.sheets for row in sheet.rows for cell in row)
    slides = sum(len(slide.text) + len(slide.notes) for slide in preview.slides)
    return 1_000 + 2 * (len(preview.text) + slides) + 100 * len(preview.sizes) + cells
