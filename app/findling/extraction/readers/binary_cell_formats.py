"""Formats of binary workbooks' cells, [MS-XLS] and [MS-XLSB], by sheets, in cells' order."""

from __future__ import annotations

import io
import posixpath
import struct
from functools import partial
from typing import TYPE_CHECKING

from findling.extraction import limits, package
from findling.extraction.readers.number_formats import NumberFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.extraction.readers.cell_formats import FormattedRow, Show

# [MS-XLS] 2.3.1: kinds of records.
_BOUND_SHEET, _FORMAT, _XF, _END, _BEGIN = 0x0085, 0x041E, 0x00E0, 0x000A, 0x0809
_NUMBER, _RK, _MULTIPLE_RK, _FORMULA = 0x0203, 0x027E, 0x00BD, 0x0006
_RECORD = struct.Struct("<2H")
_CELL_HEAD = struct.Struct("<3H")
_BIFF8 = 0x0600

BOOK = "xl/workbook.bin"
_STYLES = "xl/styles.bin"
_RELATIONS = "xl/_rels/workbook.bin.rels"
# [MS-XLSB] 2.3: numbers of records.
_ROW_HEAD, _CELL_RK, _CELL_REAL, _CELL_FORMULA = 0, 2, 5, 9
_BUNDLE, _BINARY_FORMAT, _BINARY_XF, _BEGIN_XFS, _END_XFS = 156, 44, 47, 617, 618


def find_old_formats(data: bytes) -> list[Callable[[], Iterator[FormattedRow]]]:
    """Return for each sheet of an .xls file a function that goes through its formatted rows."""
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            name = next(filter(compound.exists, ("Workbook", "Book")), None)
            stream = compound.openstream(name).read() if name else b""
        return _find_in_stream(stream)
    except (OSError, ValueError, IndexError, TypeError, struct.error):
        return []


def _find_in_stream(stream: bytes) -> list[Callable[[], Iterator[FormattedRow]]]:
    codes: dict[int, str] = {}
    numbers: list[int] = []
    starts: list[int] = []
    is_new = True
    for kind, body in _records(stream, 0):
        if kind == _BEGIN:
            is_new = int.from_bytes(body[:2], "little") >= _BIFF8
        elif kind == _BOUND_SHEET:
            starts.append(int.from_bytes(body[:4], "little"))
        elif kind == _FORMAT:
            codes[int.from_bytes(body[:2], "little")] = _read_code(body[2:], is_new=is_new)
        elif kind == _XF:
            numbers.append(int.from_bytes(body[2:4], "little"))
    made = {number: NumberFormat.find(number, codes.get(number)) for number in set(numbers)}
    formats = [made[number] for number in numbers]
    return [partial(_go_through_old, stream, start, formats) for start in starts]


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and body of the records up to the end of a substream."""
    while at + _RECORD.size <= len(stream):
        kind, length = _RECORD.unpack_from(stream, at)
        at += _RECORD.size
        if kind == _END:
            return
        yield kind, stream[at : at + length]
        at += length


def _read_code(body: bytes, *, is_new: bool) -> str:
    """Return the code of a Format record ([MS-XLS] 2.4.126, 2.5.294)."""
    if not is_new:
        return body[1 : 1 + body[0]].decode("cp1252", "replace") if body else ""
    if len(body) < 3:
        return ""
    length = int.from_bytes(body[:2], "little")
    if body[2] & 1:
        return body[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return body[3 : 3 + length].decode("latin-1")


def _go_through_old(stream: bytes, start: int, formats: list[NumberFormat | None]) -> Iterator[FormattedRow]:
    row = -1
    shows: dict[int, Show] = {}
    for kind, body in _records(stream, start):
        if kind not in (_NUMBER, _RK, _MULTIPLE_RK, _FORMULA) or len(body) < _CELL_HEAD.size:
            continue
        number, column, style = _CELL_HEAD.unpack_from(body)
        if number != row:
            if shows:
                yield row, shows
            row, shows = number, {}
        # [MS-XLS] 2.4.175: a style and four bytes of a number for each cell, then the last column.
        styles = [style] if kind != _MULTIPLE_RK else [
            int.from_bytes(body[at : at + 2], "little") for at in range(4, len(body) - 2, 6)
        ]  # fmt: skip
        for offset, each in enumerate(styles):
            if each < len(formats) and (format_ := formats[each]):
                shows[column + offset] = format_.describe
    if shows:
        yield row, shows


def find_binary_formats(data: bytes) -> list[Callable[[], Iterator[FormattedRow]]]:
    """Return for each sheet of an .xlsb file a function that goes through its formatted rows."""
    with limits.open_zip(data) as archive:
        names = archive.namelist()
        if _STYLES not in names or _RELATIONS not in names:
            return []
        formats = _read_binary_styles(limits.read_member(archive, _STYLES))
        relations = package.parse_part(limits.read_member(archive, _RELATIONS))
        targets = {str(each.get("Id")): str(each.get("Target", "")) for each in relations.iter("{*}Relationship")}
        book = limits.read_member(archive, BOOK)
    parts = [
        posixpath.normpath(posixpath.join("/xl", targets.get(_read_wide(body[8:]), ""))).lstrip("/")
        for kind, body in _binary_records(book)
        if kind == _BUNDLE
    ]
    return [partial(_go_through_binary, data, part, formats) for part in parts]


def _read_binary_styles(markup: bytes) -> list[NumberFormat | None]:
    codes: dict[int, str] = {}
    numbers: list[int] = []
    is_cells = False
    for kind, body in _binary_records(markup):
        if kind == _BINARY_FORMAT:
            codes[int.from_bytes(body[:2], "little")] = _read_wide(body[2:])
        elif kind in (_BEGIN_XFS, _END_XFS):
            is_cells = kind == _BEGIN_XFS
        elif kind == _BINARY_XF and is_cells:
            numbers.append(int.from_bytes(body[2:4], "little"))
    made = {number: NumberFormat.find(number, codes.get(number)) for number in set(numbers)}
    return [made[number] for number in numbers]


def _read_wide(body: bytes) -> str:
    """Return an XLWideString ([MS-XLSB] 2.5.168)."""
    length = int.from_bytes(body[:4], "little")
    return body[4 : 4 + 2 * length].decode("utf-16-le", "replace")


def _binary_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield records' numbers and bodies; number and length take 7 bits a byte ([MS-XLSB] 2.1.4)."""
    at = 0
    while at < len(data):
        kind, at = _read_sevens(data, at, 2)
        length, at = _read_sevens(data, at, 4)
        yield kind, data[at : at + length]
        at += length


def _read_sevens(data: bytes, at: int, most: int) -> tuple[int, int]:
    number = 0
    for place in range(most):
        byte = data[at] if at < len(data) else 0
        at += 1
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return number, at


def _go_through_binary(data: bytes, part: str, formats: list[NumberFormat | None]) -> Iterator[FormattedRow]:
    with limits.open_zip(data) as archive:
        content = limits.read_member(archive, part) if part in archive.namelist() else b""
    row = -1
    shows: dict[int, Show] = {}
    for kind, body in _binary_records(content):
        if kind == _ROW_HEAD:
            if shows:
                yield row, shows
            row, shows = int.from_bytes(body[:4], "little"), {}
        elif kind in (_CELL_RK, _CELL_REAL, _CELL_FORMULA):
            style = int.from_bytes(body[4:7], "little")
            if style < len(formats) and (format_ := formats[style]):
                shows[int.from_bytes(body[:4], "little")] = format_.describe
    if shows:
        yield row, shows
