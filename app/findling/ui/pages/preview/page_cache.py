"""Cache of the rendered pages of a document."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from findling.ipc.failures import Failed
from findling.processes.reader.preview_messages import DrawPage, PageDrawn
from findling.processes.reader.superseded_reply import Superseded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from findling.domain.preview import PageMark
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

MARKS_WIDTH = 50
"""Width in pixels of a page requested for its marks only."""
_WIDEST = 3_000
_MOST_PIXELS = 16_000_000
_MOST_BYTES = 64_000_000
_AT_ONCE = 2
_BYTES_PER_PIXEL = 4


class PageCache(QObject):
    """LRU cache of pages as pictures, with the marks of texts.

    At most two requests are pending, so that visible pages do not wait for those scrolled past.
    """

    drawn = Signal(int)
    """The picture or the marks of this page arrived, or it cannot be drawn."""

    def __init__(self, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._path: Path | None = None
        self._needles: tuple[str, ...] = ()
        self._wanted: Mapping[int, int] = {}
        self._pixmaps: OrderedDict[int, QPixmap] = OrderedDict()
        self._marks: dict[int, dict[str, tuple[PageMark, ...]]] = {}
        self._words = ""
        self._word_marks: dict[int, tuple[PageMark, ...]] = {}
        self._undrawable: set[int] = set()
        self._asked: dict[int, int] = {}
        self._bytes = 0

    def open(self, path: Path, needles: tuple[str, ...], words: str = "") -> None:
        """Switch to another document, with texts and the words of a question to mark."""
        self.close()
        self._path = path
        self._needles, self._words = needles, words

    def close(self) -> None:
        """Discard all pages and requests."""
        for number in self._asked.values():
            self._link.forget(number)
        self._path = None
        self._wanted = {}
        self._bytes = 0
        for kept in (self._pixmaps, self._marks, self._word_marks, self._undrawable, self._asked):
            kept.clear()

    def set_needles(self, needles: tuple[str, ...], words: str = "") -> None:
        """Set the texts and the words to mark; pictures and known marks are kept."""
        if words != self._words:
            self._words = words
            self._word_marks.clear()
        self._needles = needles
        for page, known in self._marks.items():
            self._marks[page] = {needle: marks for needle, marks in known.items() if needle in needles}
        self._ask()

    def request(self, widths: Mapping[int, int]) -> None:
        """Request pages in order of priority, each with its width in device pixels."""
        self._wanted = widths
        for page in widths:
            if page in self._pixmaps:
                self._pixmaps.move_to_end(page)
        self._ask()

    def pixmap(self, page: int) -> QPixmap | None:
        """Return the picture of a page in its latest width."""
        return self._pixmaps.get(page)

    def marks(self, page: int) -> tuple[tuple[PageMark, ...], ...]:
        """Return the known marks of each text on a page."""
        known = self._marks.get(page, {})
        return tuple(known.get(needle, ()) for needle in self._needles)

    def word_marks(self, page: int) -> tuple[PageMark, ...]:
        """Return the known marks of the question's words on a page."""
        return self._word_marks.get(page, ())

    def is_undrawable(self, page: int) -> bool:
        """Return whether the page could not be drawn."""
        return page in self._undrawable

    @property
    def size(self) -> int:
        """Size of all pictures, in bytes."""
        return self._bytes

    def _ask(self) -> None:
        if self._path is None:
            return
        for page, width in self._wanted.items():
            if len(self._asked) >= _AT_ONCE:
                return
            if page in self._asked or page in self._undrawable:
                continue
            pixmap = self._pixmaps.get(page)
            known = self._marks.get(page, {})
            unknown = tuple(needle for needle in self._needles if needle not in known)
            words = "" if page in self._word_marks else self._words
            if pixmap is None or pixmap.width() != width:
                self._put(DrawPage(self._path, page, width, unknown, words))
            elif unknown or words:
                self._put(DrawPage(self._path, page, MARKS_WIDTH, unknown, words))

    def _put(self, question: DrawPage) -> None:
        # The answer may come before the number does.
        self._asked[question.page] = -1
        number = self._link.ask(question, lambda reply, _: self._receive(question, reply))
        if question.page in self._asked:
            self._asked[question.page] = number

    def _receive(self, question: DrawPage, reply: Reply) -> None:
        if question.path != self._path:
            return
        self._asked.pop(question.page, None)
        match reply:
            case PageDrawn(image):
                if question.width > MARKS_WIDTH:
                    self._keep(question.page, question.width, image.png)
                found = dict(zip(question.needles, image.marks, strict=False))
                self._marks.setdefault(question.page, {}).update(found)
                if question.words and question.words == self._words:
                    self._word_marks[question.page] = image.word_marks
            case Failed():
                self._undrawable.add(question.page)
            case Superseded():
                return  # another document is on its way
        self.drawn.emit(question.page)
        self._ask()

    def _keep(self, page: int, width: int, png: bytes) -> None:
        pixmap = QPixmap()
        if not pixmap.loadFromData(png):
            self._undrawable.add(page)
            return
        if pixmap.width() != width:
            # Else it would be requested again and again.
            pixmap = pixmap.scaledToWidth(width)
        self._drop(page)
        self._pixmaps[page] = pixmap
        self._bytes += _weigh(pixmap)
        while self._bytes > _MOST_BYTES and len(self._pixmaps) > 1:
            oldest = next((each for each in self._pixmaps if each not in self._wanted), None)
            if oldest is None:
                return
            self._drop(oldest)

    def _drop(self, page: int) -> None:
        pixmap = self._pixmaps.pop(page, None)
        if pixmap is not None:
            self._bytes -= _weigh(pixmap)


def drawable_width(width: float, height: float, ratio: float) -> int:
    """Return the width in device pixels for a page of this size, within the reader's limits."""
    most = math.sqrt(_MOST_PIXELS * width / max(height, 1.0))
    return max(MARKS_WIDTH + 1, min(round(width * ratio), _WIDEST, int(most)))


def _weigh(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * _BYTES_PER_PIXEL
