"""Descriptions of shapes in Office documents before 2007 ([MS-ODRAW])."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.readers.slide_records import iterate_slide_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from findling.extraction.readers.slide_records import SlideRecord

# 2.2.9 to 2.2.11: tables of a shape's properties.
_TABLES = frozenset({0xF00B, 0xF121, 0xF122})
_PROPERTY = struct.Struct("<HL")
_COMPLEX, _NAME = 0x8000, 0x3FFF
_DESCRIPTION = 0x0381  # 2.3.4.11: wzDescription
# 2.3.6: arrays, of which some programs do not count the bytes of their header.
_ARRAYS = frozenset({0x0145, 0x0146, 0x0151, 0x0152, 0x0155, 0x0156, 0x0157, 0x0197, 0x01CF, 0x0383})
_ARRAY_HEADER = 6
_HALVED = 0xFFF0

# [MS-DOC] 2.9.192, 2.9.193: the header of a picture in the line, with or without a name behind it.
_PICTURE_HEADER = struct.Struct("<LHH")
_SHAPE, _SHAPE_FILE = 0x64, 0x66


def find_descriptions(records: Iterable[SlideRecord]) -> Iterator[str]:
    """Yield what is said of shapes, in the tables of properties that are among these records."""
    for record in records:
        if record.kind in _TABLES and (said := _read_description(record.content, record.instance)):
            yield said


def read_pictures(data: bytes, places: Iterable[int]) -> Iterator[str]:
    """Yield what is said of the pictures in the lines of a Word document, by their places.

    Each lies behind the one before; what is said to begin within another is passed over.
    """
    end = 0
    for place in sorted(set(places)):
        if place < end or place + _PICTURE_HEADER.size > len(data):
            continue
        size, header, form = _PICTURE_HEADER.unpack_from(data, place)
        if form not in (_SHAPE, _SHAPE_FILE):
            continue
        end = place + size
        start = place + header
        start += 1 + data[start] if form == _SHAPE_FILE and start < len(data) else 0
        for record in iterate_slide_records(data[start : place + size]):
            yield from find_descriptions(record.walk())


def read_drawings(drawings: bytes) -> Iterator[str]:
    """Yield what is said of the shapes that float in a Word document ([MS-DOC] 2.9.172)."""
    first = next(iterate_slide_records(drawings), None)
    at = 8 + len(first.content) if first is not None else len(drawings)
    # Each drawing has a byte before it that says of which part of the document it is.
    while at + 1 < len(drawings) and (found := next(iterate_slide_records(drawings, at + 1), None)) is not None:
        yield from find_descriptions(found.walk())
        at += 9 + len(found.content)


def _read_description(table: bytes, count: int) -> str:
    """Return the description in a table of so many properties, whose long values follow it."""
    at = _PROPERTY.size * count
    for number in range(min(count, len(table) // _PROPERTY.size)):
        name, value = _PROPERTY.unpack_from(table, number * _PROPERTY.size)
        if not name & _COMPLEX:
            continue
        if name & _NAME == _DESCRIPTION:
            return read_alternative_text(table[at : at + value].decode("utf-16-le", "replace").rstrip("\0"))
        at += value + (_ARRAY_HEADER if name & _NAME in _ARRAYS and _is_short(table, at, value) else 0)
    return ""


def _is_short(table: bytes, at: int, size: int) -> bool:
    """Return whether the size of an array is that of its elements alone."""
    if at + _ARRAY_HEADER > len(table) or not size:
        return False
    count, _, each = struct.unpack_from("<3H", table, at)
    return bool(count * (4 if each == _HALVED else each) == size)
