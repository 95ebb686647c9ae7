"""Tables of Numbers, Pages and Keynote since 2013: cells in rows, from a package's objects.

Apple has published none of it; the numbers of kinds and fields, and how cells are stored, are those that numbers-parser
(cells since 2018, "version 5") and SheetJS (those before) go by.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from findling.extraction.readers.apple_archives import STORAGE, decode_text, read_archive_fields, read_stored_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from findling.extraction.readers.apple_archives import ArchivedObject

    _Values = Mapping[int, list[int | bytes]]

# Kinds of objects: a document and a sheet of Numbers, what shows a table, the table, a tile of its rows, a list of
# what cells hold, a text with looks.
_BOOK, _SHEET, _SHOWN, _MODEL, _TILE, _LIST, _RICH = 1, 2, 6000, 6001, 6002, 6005, 6218
KINDS = frozenset({STORAGE, _BOOK, _SHEET, _SHOWN, _MODEL, _TILE, _LIST, _RICH})
"""Kinds of objects that are needed."""

_STRINGS = 1
_CELL_LIMIT = 2_000_000
_TILE_ROWS = 256
_NO_CELL = 0xFFFF
_EPOCH = datetime(2001, 1, 1)  # noqa: DTZ001 - of no zone
# Kinds of cells, as they are stored.
_NUMBER, _TEXT, _DATE, _TRUTH, _SPAN, _LOOKS, _MONEY = 2, 3, 5, 6, 7, 9, 10
_BIAS = 0x1820


@dataclass(frozen=True, slots=True)
class AppleTable:
    """Table as it was read.

    Attributes:
        sheet, name: of the sheet that it stands on, "" where there is none, and its own.
        rows: cells as text, empty ones among them.
    """

    sheet: str
    name: str
    rows: list[list[str]]


@dataclass(slots=True)
class AppleTables:
    """Tables of a document.

    Attributes:
        tables: in their order.
        used: the objects whose texts stand in cells.
        others: strings of cells that are in no table, as of one that could not be read.
        is_damaged: there is such a table.
    """

    tables: list[AppleTable] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    others: list[str] = field(default_factory=list)
    is_damaged: bool = False


def read_cell_tables(objects: Mapping[int, ArchivedObject]) -> AppleTables:
    """Put the cells of all tables into their rows.

    Raises:
        ValueError, IndexError: a list of strings or a sheet is damaged.
    """
    found = AppleTables()
    shown: set[str] = set()
    sheet_of = _find_sheets(objects)
    models = [number for number, each in objects.items() if each.kind == _MODEL]
    order = {number: at for at, number in enumerate(sheet_of)}
    for number in sorted(models, key=lambda number: order.get(number, len(order))):
        try:
            values = _values(objects[number].message)
            store = _values(_bytes(values, 4))
            held = _HeldTexts(objects, store)
            rows = [list(map(held.show, cells)) for cells in _rows(objects, store)]
        except (ValueError, IndexError, struct.error):
            found.is_damaged = True
            continue
        found.used |= held.used
        if any(map(any, rows)):
            found.tables.append(AppleTable(sheet_of.get(number, ""), decode_text(_bytes(values, 8)), rows))
            shown.update(cell for row in rows for cell in row)
    for each in objects.values():
        if each.kind == _LIST:
            found.others += (text for text in _strings(each.message).values() if " ".join(text.split()) not in shown)
    return found


def _find_sheets(objects: Mapping[int, ArchivedObject]) -> dict[int, str]:
    """Return the name of the sheet that each table stands on, in their order."""
    sheet_of: dict[int, str] = {}
    books = (each for each in objects.values() if each.kind == _BOOK)
    listed = [_refer(reference) for book in books for reference in _values(book.message)[1]]
    for each in (*filter(None, map(objects.get, listed)), *objects.values()):
        if each.kind == _SHEET:
            values = _values(each.message)
            for reference in values[2]:
                drawn = objects.get(_refer(reference))
                if drawn is not None and drawn.kind == _SHOWN:
                    sheet_of.setdefault(_refer(_bytes(_values(drawn.message), 2)), decode_text(_bytes(values, 1)))
    return sheet_of


@dataclass(frozen=True, slots=True)
class _StoredCell:
    """Cell as it is stored, as far as it counts."""

    kind: int = 0
    number: float = 0.0
    seconds: float = 0.0
    string: int = -1
    rich: int = -1


class _HeldTexts:
    """Texts that a table's cells refer to by number; `used` are the objects shown."""

    def __init__(self, objects: Mapping[int, ArchivedObject], store: _Values) -> None:
        self.used: set[int] = set()
        self._objects = objects
        strings = objects.get(_refer(_bytes(store, 4)))
        self._strings = _strings(strings.message) if strings is not None else {}
        rich = objects.get(_refer(_bytes(store, 17)))
        self._payloads = _references(rich.message) if rich is not None else {}

    def show(self, cell: _StoredCell) -> str:
        """Return a value as a spreadsheet writes it without a form of its own."""
        match cell.kind:
            case _ if cell.kind in (_NUMBER, _MONEY):
                return f"{cell.number:.15g}"
            case _ if cell.kind == _TEXT:
                return " ".join(self._strings.get(cell.string, "").split())
            case _ if cell.kind == _DATE:
                return _show_moment(cell.seconds)
            case _ if cell.kind == _TRUTH:
                return "TRUE" if cell.number > 0 else "FALSE"
            case _ if cell.kind == _SPAN and abs(cell.number) < timedelta.max.total_seconds():
                return str(timedelta(seconds=cell.number))
            case _ if cell.kind == _LOOKS:
                return self._read_rich(cell)
        return ""

    def _read_rich(self, cell: _StoredCell) -> str:
        payload = self._objects.get(self._payloads.get(cell.rich, -1))
        number = _refer(_bytes(_values(payload.message), 1)) if payload is not None else -1
        storage = self._objects.get(number)
        if storage is None or storage.kind != STORAGE:
            return " ".join(self._strings.get(cell.string, "").split())
        self.used.add(number)
        return " ".join(" ".join(read_stored_text(storage.message)).split())


def _show_moment(seconds: float) -> str:
    try:
        return (_EPOCH + timedelta(seconds=seconds)).isoformat(" ", "seconds").removesuffix(" 00:00:00")
    except (OverflowError, ValueError):
        return ""


def _rows(objects: Mapping[int, ArchivedObject], store: _Values) -> Iterator[list[_StoredCell]]:
    """Yield the rows of a table from the first on that has a cell, without those that have none."""
    tiles = _values(_bytes(store, 3))
    height = tiles[2][0] if tiles[2] else _TILE_ROWS
    listed = []
    for tile in tiles[1]:
        values = _values(tile)
        rows = objects.get(_refer(_bytes(values, 2)))
        first = _int(values, 1) * (height if isinstance(height, int) else _TILE_ROWS)
        if rows is not None and rows.kind == _TILE:
            listed += [(first + _int(row, 1), row) for row in map(_values, _values(rows.message)[5])]
    cells = 0
    for _, row in sorted(listed, key=lambda pair: pair[0]):
        stored = list(_cells(row))
        cells += len(stored)
        if cells > _CELL_LIMIT:
            return
        yield stored


def _cells(row: _Values) -> Iterator[_StoredCell]:
    """Yield the cells of a row, up to its last."""
    is_new = bool(row[6] and row[6][0])
    buffer, places = (_bytes(row, 6), _bytes(row, 7)) if is_new else (_bytes(row, 3), _bytes(row, 4))
    width = 4 if is_new and _int(row, 8) else 1
    offsets = struct.unpack(f"<{len(places) // 2}H", places[: len(places) // 2 * 2])
    last = next((at for at in range(len(offsets), 0, -1) if offsets[at - 1] != _NO_CELL), 0)
    for offset in offsets[:last]:
        yield _StoredCell() if offset == _NO_CELL else _read_cell(buffer, offset * width)


def _read_cell(buffer: bytes, at: int) -> _StoredCell:
    return _read_new(buffer, at) if buffer[at] >= 5 else _read_old(buffer, at, buffer[at])


def _read_new(buffer: bytes, at: int) -> _StoredCell:
    kind, (flags,) = buffer[at + 1], struct.unpack_from("<I", buffer, at + 8)
    at += 12
    number = seconds = 0.0
    string = rich = -1
    if flags & 0x1:
        number = _read_decimal(buffer[at : at + 16])
        at += 16
    if flags & 0x2:
        (number,) = struct.unpack_from("<d", buffer, at)
        at += 8
    if flags & 0x4:
        (seconds,) = struct.unpack_from("<d", buffer, at)
        at += 8
    if flags & 0x8:
        (string,) = struct.unpack_from("<I", buffer, at)
        at += 4
    if flags & 0x10:
        (rich,) = struct.unpack_from("<I", buffer, at)
    return _StoredCell(kind, number, seconds, string, rich)


def _read_old(buffer: bytes, at: int, version: int) -> _StoredCell:
    kind, (flags,) = buffer[at + (1 if version >= 4 else 2)], struct.unpack_from("<I", buffer, at + 4)
    is_late = version > 1
    number = seconds = 0.0
    string = rich = -1
    at += (12 if is_late else 8) + 4 * (flags & (0x0D8E if is_late else 0x018E)).bit_count()
    if flags & 0x200:
        (rich,) = struct.unpack_from("<I", buffer, at)
        at += 4
    at += 4 * (flags & (0x3000 if is_late else 0x1000)).bit_count()
    if flags & 0x10:
        (string,) = struct.unpack_from("<I", buffer, at)
        at += 4
    if flags & 0x20:
        (number,) = struct.unpack_from("<d", buffer, at)
        at += 8
    if flags & 0x40:
        (seconds,) = struct.unpack_from("<d", buffer, at)
    return _StoredCell(kind, number, seconds, string, rich)


def _read_decimal(data: bytes) -> float:
    """Read a decimal of 128 bits: IEEE 754-2008, 3.5.2, with a binary integer as significand."""
    exponent = ((data[15] & 0x7F) << 7 | data[14] >> 1) - _BIAS
    significand = (data[14] & 1) << 112 | int.from_bytes(data[:14], "little")
    sign = "-" if data[15] & 0x80 else ""
    return float(f"{sign}{significand}e{exponent}")


def _strings(message: bytes) -> dict[int, str]:
    """Return the strings of a list by their keys; nothing where it holds something else."""
    values = _values(message)
    if _int(values, 1) != _STRINGS:
        return {}
    entries = map(_values, values[3])
    return {_int(entry, 1, -1 - at): decode_text(_bytes(entry, 3)) for at, entry in enumerate(entries)}


def _references(message: bytes) -> dict[int, int]:
    return {_int(entry, 1): _refer(_bytes(entry, 9)) for entry in map(_values, _values(message)[3]) if entry[9]}


def _values(message: int | bytes) -> _Values:
    values: defaultdict[int, list[int | bytes]] = defaultdict(list)
    for number, value in read_archive_fields(message if isinstance(message, bytes) else b""):
        values[number].append(value)
    return values


def _bytes(values: _Values, number: int) -> bytes:
    value = values[number][-1] if values[number] else b""
    return value if isinstance(value, bytes) else b""


def _int(values: _Values, number: int, default: int = 0) -> int:
    value = values[number][-1] if values[number] else default
    return value if isinstance(value, int) else default


def _refer(reference: int | bytes) -> int:
    """Return the number of the object that a reference names; -1 where it names none."""
    return _int(_values(reference), 1, -1)
