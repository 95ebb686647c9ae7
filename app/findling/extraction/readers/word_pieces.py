"""Text of Word 97-2003 documents: its pieces, and formats of paragraphs and characters.

After [MS-DOC] 2.3.1, 2.4.1 and 2.8.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.encoding import decode
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

# 2.5.2: marks of Word 97 and later, and of Word 6 and 95.
_MARKS, _OLD_MARKS = (0xA5EC,), (0xA5DC, 0xA5DB, 0xA697, 0xA698, 0xA699)
_FLAGS, _ENCRYPTED, _TABLE_1, _COMPLEX = 0x0A, 0x0100, 0x0200, 0x0004
# 2.5.4: counts of characters of each part of the text, which follow each other.
_COUNTS = 0x4C
_COUNTED = "<3L4x4L"
_OLD_COUNTS = 0x34
# 2.5.6: where the pieces, and the pages of formatting, are found in the table.
_CHARACTERS, _PARAGRAPHS, _PIECES, _DRAWINGS = 0xFA, 0x102, 0x1A2, 0x22A
_OLD_TEXT = 0x18
_LANGUAGE = 0x06
_PAGE = 512
# 2.9.73: the text is in Windows-1252, at half the offset.
_NARROW = 0x4000_0000
# 2.6.1, 2.6.2: properties of characters and paragraphs.
_DELETED, _ROW_END = 0x0800, 0x2417
_PICTURE = 0x6A03
_HEADINGS = range(1, 10)
_LONG_TABLE = 0xD608
# 2.2.5.1: bytes of an operand by the highest three bits of the property; 0 where its first byte says.
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)
_PARAGRAPH_ENDS = re.compile("[\r\7\f]")
_LARGEST_TEXT = 64_000_000
_FEWEST_FIB = 0x1AA


@dataclass(frozen=True, slots=True)
class TextParts:
    """Lengths of a document's parts in characters, in the order in which they follow."""

    body: int
    footnotes: int
    headers: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Formatting between two offsets in the stream."""

    start: int
    end: int
    level: int = 0
    is_row_end: bool = False
    is_deleted: bool = False
    picture: int | None = None


@dataclass(slots=True)
class WordBinaryText:
    """Text of a document with all its signs.

    Attributes:
        text: of all parts; deleted text is not in it, and U+0000 in its place.
        levels: of the headings, by the place of the sign that ends their paragraph.
        row_ends: places of the signs that end rows of tables.
        is_whole: all pieces were where they should be.
        pictures: places of those in the lines, in the stream `Data`.
        drawings: records of the shapes that float.
    """

    text: str
    parts: TextParts
    levels: dict[int, int] = field(default_factory=dict)
    row_ends: set[int] = field(default_factory=set)
    is_whole: bool = True
    pictures: tuple[int, ...] = ()
    drawings: bytes = b""


def read_text(document: bytes, tables: tuple[bytes, bytes]) -> WordBinaryText:
    """Return the text of a document.

    Args:
        document: its main stream.
        tables: streams `0Table` and `1Table`.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED` or `LEGACY`.
    """
    if len(document) < _FEWEST_FIB:
        raise ExtractionError(Reason.DAMAGED)
    mark, flags = _word(document, 0), _word(document, _FLAGS)
    if flags & _ENCRYPTED:
        raise ExtractionError(Reason.ENCRYPTED)
    if mark in _OLD_MARKS:
        return _read_old(document, flags)
    if mark not in _MARKS:
        raise ExtractionError(Reason.DAMAGED)
    table = tables[bool(flags & _TABLE_1)] or tables[not flags & _TABLE_1]
    return _join(document, table, TextParts(*_clip(struct.unpack_from(_COUNTED, document, _COUNTS))))


def _read_old(document: bytes, flags: int) -> WordBinaryText:
    """Read a document of Word 6 or 95 that was not saved fast, whose text lies in one piece."""
    if flags & _COMPLEX:
        raise ExtractionError(Reason.LEGACY, FileMessage.SAVED_FAST())
    start, end = struct.unpack_from("<2L", document, _OLD_TEXT)
    counts = _clip(struct.unpack_from("<3L4x4L", document, _OLD_COUNTS))
    data = document[start:end]
    text = decode(data, "cp1252").text if data.isascii() or _is_western(document) else decode(data).text
    return WordBinaryText(text, TextParts(*counts), is_whole=bool(text))


def _is_western(document: bytes) -> bool:
    # Languages of Windows whose code page is 1252, by the lowest ten bits of their numbers ([MS-LCID]).
    return _word(document, _LANGUAGE) & 0x3FF in {
        0x03,
        0x06,
        0x07,
        0x09,
        0x0A,
        0x0B,
        0x0C,
        0x10,
        0x13,
        0x14,
        0x16,
        0x1D,
    }


def _clip(counts: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(min(count, _LARGEST_TEXT) for count in counts)


def _join(document: bytes, table: bytes, parts: TextParts) -> WordBinaryText:
    paragraphs = sorted(_read_pages(document, table, _PARAGRAPHS), key=_end_of)
    formatted = sorted(_read_pages(document, table, _CHARACTERS), key=_end_of)
    characters = [run for run in formatted if run.is_deleted]
    pictures = tuple(run.picture for run in formatted if run.picture is not None and not run.is_deleted)
    found = WordBinaryText("", parts, pictures=pictures, drawings=_read_drawings(document, table))
    pieces: list[str] = []
    length = 0
    for count, start, is_narrow in _read_pieces(document, table):
        size = count * (1 if is_narrow else 2)
        data = document[start : start + size]
        found.is_whole &= len(data) == size
        piece = data.decode("cp1252" if is_narrow else "utf-16-le", "replace")
        width = 1 if is_narrow else 2
        piece = _blank_deleted(piece, start, width, characters)
        _note_paragraphs(found, piece, (start, length, width), paragraphs)
        pieces.append(piece)
        length += len(piece)
        if length > _LARGEST_TEXT:
            break
    found.text = "".join(pieces)
    if not found.text:
        raise ExtractionError(Reason.DAMAGED)
    return found


def _read_drawings(document: bytes, table: bytes) -> bytes:
    if len(document) < _DRAWINGS + 8:
        return b""
    at, size = struct.unpack_from("<2L", document, _DRAWINGS)
    return table[at : at + size]


def _end_of(run: _Run) -> int:
    return run.end


def _read_pieces(document: bytes, table: bytes) -> Iterator[tuple[int, int, bool]]:
    """Yield each piece's length, offset, and whether its characters are single bytes (2.9.38)."""
    at, size = struct.unpack_from("<2L", document, _PIECES)
    clx = table[at : at + size]
    at = 0
    while clx[at : at + 1] == b"\1" and at + 3 <= len(clx):
        at += 3 + _word(clx, at + 1)
    if clx[at : at + 1] != b"\2":
        raise ExtractionError(Reason.DAMAGED)
    places = clx[at + 5 :]
    count = (len(places) - 4) // 12
    for number in range(count):
        first, last = struct.unpack_from("<2L", places, 4 * number)
        (offset,) = struct.unpack_from("<L", places, 4 * (count + 1) + 8 * number + 2)
        is_narrow = bool(offset & _NARROW)
        start = (offset & ~_NARROW) // 2 if is_narrow else offset
        if first < last <= _LARGEST_TEXT:
            yield last - first, start, is_narrow


def _blank_deleted(piece: str, start: int, width: int, deleted: list[_Run]) -> str:
    """Put U+0000 in place of text that was deleted with changes tracked."""
    parts: list[str] = []
    at = 0
    for number in range(bisect_right(deleted, start, key=_end_of), len(deleted)):
        first, last = (max(each - start, 0) // width for each in (deleted[number].start, deleted[number].end))
        if first >= len(piece):
            break
        first, last = max(first, at), min(last, len(piece))
        parts += (piece[at:first], "\0" * (last - first))
        at = max(last, at)
    return "".join(parts) + piece[at:]


def _note_paragraphs(found: WordBinaryText, piece: str, place: tuple[int, int, int], runs: list[_Run]) -> None:
    start, length, width = place
    for at in (sign.start() for sign in _PARAGRAPH_ENDS.finditer(piece)):
        number = bisect_right(runs, start + at * width, key=_end_of)
        if number < len(runs):
            if runs[number].level:
                found.levels[length + at] = runs[number].level
            if runs[number].is_row_end:
                found.row_ends.add(length + at)


def _read_pages(document: bytes, table: bytes, which: int) -> Iterator[_Run]:
    """Yield the runs of formatted paragraphs or characters, by their pages (2.9.55, 2.9.168)."""
    at, size = struct.unpack_from("<2L", document, which)
    places = table[at : at + size]
    count = max((len(places) - 4) // 8, 0)
    for number in range(count):
        (page,) = struct.unpack_from("<L", places, 4 * (count + 1) + 4 * number)
        data = document[(page & 0x3F_FFFF) * _PAGE :][:_PAGE]
        if len(data) == _PAGE:
            yield from _read_page(data, is_paragraph=which == _PARAGRAPHS)


def _read_page(page: bytes, *, is_paragraph: bool) -> Iterator[_Run]:
    count, width = page[-1], 13 if is_paragraph else 1
    if 4 * (count + 1) + width * count > _PAGE - 1:
        return
    offsets = struct.unpack_from(f"<{count + 1}L", page)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + width * number]
        start, end = offsets[number], offsets[number + 1]
        if is_paragraph:
            yield _describe_paragraph(page, at, start, end)
        elif at:
            told = dict(_properties(page[at + 1 : at + 1 + page[at]]))
            picture = int.from_bytes(told[_PICTURE], "little") if _PICTURE in told else None
            if picture is not None or _DELETED in told:
                yield _Run(start, end, is_deleted=told.get(_DELETED) == b"\1", picture=picture)


def _describe_paragraph(page: bytes, at: int, start: int, end: int) -> _Run:
    if not at or at + 3 > _PAGE:
        return _Run(start, end)
    # 2.9.178: half of the bytes that follow, less one; where that is 0, the next byte has half of them.
    begin, size = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
    data = page[begin : begin + size]
    style = _word(data, 0)
    is_row_end = dict(_properties(data[2:])).get(_ROW_END) == b"\1"
    return _Run(start, end, level=min(style, 6) if style in _HEADINGS else 0, is_row_end=is_row_end)


def _properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the properties that differ from those of the style (2.2.5)."""
    at = 0
    while at + 2 < len(data):
        name = _word(data, at)
        at += 2
        size = _OPERANDS[name >> 13]
        if not size:
            at += 1
            size = data[at - 1]
            if name == _LONG_TABLE:
                size = size + (data[at] << 8 if at < len(data) else 0) - 1
                at += 1
        yield name, data[at : at + size]
        at += max(size, 0)


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")
