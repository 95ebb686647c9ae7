"""Pages of a PDF, drawn by PDFium with forms and annotations, and places of texts on them."""

from __future__ import annotations

import ctypes
import math
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from findling.domain.files import Reason
from findling.domain.preview import PageMark
from findling.errors import ExtractionError
from findling.extraction.answer_spans import find_query_words
from findling.extraction.document import normalise
from findling.extraction.passage_locator import Span, locate
from findling.extraction.previews import images
from findling.extraction.previews.preview_protocol import MARK_LIMIT, PAGE_LIMIT, PIXEL_LIMIT
from findling.extraction.readers.annotations import prepare_forms
from findling.extraction.readers.pdf import open_document, read_title
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from findling.domain.preview import PageImage

_LETTER_PAPER = (612.0, 792.0)
"""Size that other programs take for a page without one."""
_BEAT_PAGES = 200
_TITLE_LENGTH = 300
_SIDE_LIMIT = 30_000

_GRID = 1_000_000
"""Pixels across and down, in whole numbers of which PDFium gives a place on the rotated page."""

_WORD_GAP = 1.5
"""Letters further apart than this many of their own heights are not marked as one."""


class PdfDocument:
    """An open PDF.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED`, or `TOO_MANY_PARTS`.
    """

    def __init__(self, data: bytes) -> None:
        self._document = open_document(data)
        prepare_forms(self._document)

    @property
    def title(self) -> str:
        """Title of the document, or ""."""
        return normalise(read_title(self._document))[:_TITLE_LENGTH]

    def sizes(self, beat: Callable[[], None]) -> tuple[tuple[float, float], ...]:
        """Return width and height of each page in points, after rotation."""
        sizes = []
        for index in range(min(len(self._document), PAGE_LIMIT)):
            if index % _BEAT_PAGES == 0:
                beat()
            sizes.append(self._size(index))
        return tuple(sizes)

    def draw(self, path: Path, number: int, width: int, needles: tuple[str, ...], words: str = "") -> PageImage:
        """Draw a page, counted from 1, and find texts and the words of a question on it.

        Raises:
            ExtractionError: `UNSUPPORTED` where there is no such page, `DAMAGED` where it cannot be loaded.
        """
        if not 1 <= number <= len(self._document):
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=number))
        try:
            with closing(self._document.get_page(number - 1)) as page, closing(_render(page, width)) as bitmap:
                image = images.encode(bitmap.to_pil(), path, number)
                marks, word_marks = find_marks(page, needles, words)
                return replace(image, marks=marks, word_marks=word_marks)
        except pdfium.PdfiumError as error:
            raise ExtractionError(Reason.DAMAGED, FileMessage.PAGE_DAMAGED(number=number, error=str(error))) from error

    def close(self) -> None:
        """Close the document."""
        self._document.close()

    def _size(self, index: int) -> tuple[float, float]:
        try:
            width, height = self._document.get_page_size(index)
        except pdfium.PdfiumError:
            return _LETTER_PAPER
        return (width, height) if width > 0 and height > 0 else _LETTER_PAPER


def _render(page: pdfium.PdfPage, width: int) -> pdfium.PdfBitmap:
    across, down = page.get_width(), page.get_height()
    if not (across > 0 and down > 0):
        raise ExtractionError(Reason.DAMAGED, FileMessage.PAGE_WITHOUT_SIZE())
    # PDFium's sides are rounded up.
    largest = math.sqrt((PIXEL_LIMIT - 2 * _SIDE_LIMIT) / (across * down))
    scale = min(width / across, largest, (_SIDE_LIMIT - 1) / max(across, down))
    return page.render(scale=scale, fill_color=(255, 255, 255, 255))


@dataclass(frozen=True, slots=True)
class _Box:
    """A rectangle, in points from the upper left corner of the rotated page."""

    left: float
    top: float
    right: float
    bottom: float

    def continues(self, other: _Box) -> bool:
        """Return whether it directly follows another in a line or, in vertical text, a column."""
        height = max(other.bottom - other.top, other.right - other.left)
        across = min(self.bottom, other.bottom) - max(self.top, other.top)
        down = min(self.right, other.right) - max(self.left, other.left)
        beside = across >= min(self.bottom - self.top, other.bottom - other.top) / 2 and -down <= _WORD_GAP * height
        below = down >= min(self.right - self.left, other.right - other.left) / 2 and abs(across) <= height / 2
        return beside or below

    def around(self, other: _Box) -> _Box:
        """Return the bounding box of both."""
        return _Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def find_marks(
    page: pdfium.PdfPage, needles: tuple[str, ...], words: str
) -> tuple[tuple[tuple[PageMark, ...], ...], tuple[PageMark, ...]]:
    """Return the marks of each text on the page, perhaps none, and those of a question's words."""
    if not needles and not words:
        return (), ()
    with closing(page.get_textpage()) as textpage:
        text = textpage.get_text_range()
        letters = _Letters(page, textpage, text)
        marks = tuple(tuple(letters.marks(locate(needle, text)))[:MARK_LIMIT] for needle in needles)
        found = (Span(*span) for span in find_query_words(text, words, MARK_LIMIT))
        return marks, tuple(letters.marks(found))[:MARK_LIMIT]


class _Letters:
    """Text of a page with the boxes of its characters."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, text: str) -> None:
        self._page = page
        self._textpage = textpage
        self._text = text
        self._width, self._height = page.get_width(), page.get_height()
        # PDFium counts characters beyond U+FFFF twice.
        self._is_narrow = text.isascii() or max(text) <= "\uffff"

    def marks(self, spans: Iterable[Span]) -> Iterator[PageMark]:
        """Yield a mark for each line of each stretch."""
        for span in spans:
            for box in _lines(self._boxes(span)):
                yield from self._fractions(box)

    def _boxes(self, span: Span) -> Iterator[_Box]:
        units = span.start if self._is_narrow else len(self._text[: span.start].encode("utf-16-le")) // 2
        for character in self._text[span.start : span.end]:
            if not character.isspace() and (box := self._box(units)) is not None:
                yield box
            units += 1 if character <= "\uffff" else 2

    def _box(self, unit: int) -> _Box | None:
        """Return the box of a character, as high as its font; None for one that PDFium generated."""
        index = pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._textpage, unit)
        try:
            left, bottom, right, top = self._textpage.get_charbox(index, loose=True)
        except pdfium.PdfiumError:
            return None
        (x, y), (other_x, other_y) = self._seen(left, top), self._seen(right, bottom)
        box = _Box(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
        return box if box.right > box.left and box.bottom > box.top else None

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """Convert a place to the rotated page."""
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDF_PageToDevice(self._page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
        return across.value / _GRID * self._width, down.value / _GRID * self._height

    def _fractions(self, box: _Box) -> Iterator[PageMark]:
        left, right = (min(max(x / self._width, 0.0), 1.0) for x in (box.left, box.right))
        top, bottom = (min(max(y / self._height, 0.0), 1.0) for y in (box.top, box.bottom))
        if right > left and bottom > top:
            yield PageMark(left, top, right - left, bottom - top)


def _lines(boxes: Iterable[_Box]) -> Iterator[_Box]:
    line = last = None
    for box in boxes:
        if line is not None and last is not None and box.continues(last):
            line = line.around(box)
        else:
            if line is not None:
                yield line
            line = box
        last = box
    if line is not None:
        yield line
