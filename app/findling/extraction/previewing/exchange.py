"""What the parser child and its parent say to each other of previews: two questions, two answers, all mistrusted."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from findling.previews import Mark, PageImage, Preview
from findling.wire import Codec, MessageError

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_LIMIT = 2_000_000
"""Characters of a document that are shown, in all of its sheets together; nobody scrolls through a thousand pages."""

MARKUP_ROOM = 4_000_000
"""Characters of HTML after which no more of a document is written: tags may be far more than text."""

TABLE_ROWS = 100
"""A longer table of HTML is cut into several: for ten times the rows Qt takes a hundred times as long."""

CELL_LIMIT = 200_000
SHEET_LIMIT = 50
PAGE_LIMIT = 20_000
HEADER_LIMIT = 100
NEEDLE_LIMIT = 100
MARK_LIMIT = 10_000
"""Marks on one page, of one needle."""

WIDTHS = range(50, 3_001)
"""Pixels that a drawn page may be wide."""

PIXEL_LIMIT = 16_000_000
PNG_LIMIT = 64 * 2**20
_SIZE_LIMIT = 1e9
# What is written last may have five characters for each ampersand, and two parts may be put together.
_MARKUP_LIMIT = 2 * (MARKUP_ROOM + 5 * TEXT_LIMIT)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# https://www.w3.org/TR/png-3/#5DataRep: the signature, then the header's length and name, width and height.
_PNG_HEAD = struct.Struct(">16s2I")
_PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"


@dataclass(frozen=True, slots=True)
class Show:
    """Parent: make a preview of this file, whose path is given as the bytes of the file system."""

    path: bytes

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _REQUESTS.to_line(self)


@dataclass(frozen=True, slots=True)
class Draw:
    """Parent: draw a page.

    Attributes:
        page: counted from 1.
        width: pixels.
        needles: texts to be marked.
    """

    path: bytes
    page: int
    width: int
    needles: tuple[str, ...]

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _REQUESTS.to_line(self)


@dataclass(frozen=True, slots=True)
class Shown:
    """Child: the document, ready to be shown; which file it was, the parent knows better."""

    preview: Preview

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _ANSWERS.to_line(replace(self.preview, path=Path()))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Child: the drawn page."""

    image: PageImage

    def to_json(self) -> bytes:
        """One line, with its line end."""
        return _ANSWERS.to_line(replace(self.image, path=Path()))


_REQUESTS = Codec(Show, Draw)
_ANSWERS = Codec(Preview, PageImage)


def decode_request(line: bytes) -> Show | Draw:
    """Read what the parent asks.

    Raises:
        MessageError: it is neither question.
    """
    request = _REQUESTS.from_line(line)
    assert isinstance(request, Show | Draw)
    return request


def decode_answer(line: bytes) -> Shown | Drawn:
    """Read what the child answers, and believe none of it: sizes, ranges and the picture's own claim are checked.

    Raises:
        MessageError: it is neither answer, or passes a limit.
    """
    answer = _ANSWERS.from_line(line)
    if isinstance(answer, Preview):
        _check_preview(answer)
        return Shown(replace(answer, path=Path()))
    assert isinstance(answer, PageImage)
    _check_image(answer)
    return Drawn(replace(answer, path=Path()))


def _check_preview(preview: Preview) -> None:
    _require(len(preview.text) <= _MARKUP_LIMIT, "too long a text")
    _require(len(preview.sheets) <= SHEET_LIMIT, "too many sheets")
    _require(sum(len(row) for sheet in preview.sheets for row in sheet.rows) <= CELL_LIMIT, "too many cells")
    _require(len(preview.headers) <= HEADER_LIMIT, "too many headers")
    _require(len(preview.sizes) <= PAGE_LIMIT, "too many pages")
    _require(all(0 < side <= _SIZE_LIMIT for size in preview.sizes for side in size), "a page without a size")
    _require(not any(map(_LONE_SURROGATE.search, _texts(preview))), "something that is no text")


def _texts(preview: Preview) -> Iterator[str]:
    yield from (preview.title, preview.text, preview.lexer)
    yield from chain.from_iterable(preview.headers)
    for sheet in preview.sheets:
        yield sheet.name
        yield from chain.from_iterable(sheet.rows)


def _check_image(image: PageImage) -> None:
    _require(image.page >= 1, "a page before the first")
    _require(image.width > 0 < image.height and image.width * image.height <= PIXEL_LIMIT, "too large a picture")
    _require(_PNG_HEAD.size < len(image.png) <= PNG_LIMIT, "too large a file of a picture, or none")
    _require(
        _PNG_HEAD.unpack_from(image.png) == (_PNG_START, image.width, image.height), "a picture that is another's size"
    )
    _require(len(image.marks) <= NEEDLE_LIMIT and all(len(marks) <= MARK_LIMIT for marks in image.marks), "marks")
    _require(all(_is_within(mark) for marks in image.marks for mark in marks), "a mark outside its page")


def _is_within(mark: Mark) -> bool:
    # Written so that what is no number is not within.
    spans = ((mark.left, mark.width), (mark.top, mark.height))
    return all(0 <= start <= 1 and 0 <= length <= 1 and start + length <= 1.000_001 for start, length in spans)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise MessageError(otherwise)
