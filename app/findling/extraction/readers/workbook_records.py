"""Records of an .xls workbook ([MS-XLS] 2.1.4), and what calamine has to be kept from."""

from __future__ import annotations

import struct
from contextlib import ExitStack
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.compound_streams import open_compound, read_stream_of
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from olefile import OleFileIO

RECORD = struct.Struct("<2H")
"""Beginning of each record: its kind, and the length of the rest."""

STREAMS = ("Workbook", "Book")
"""Names of the stream of records: since Excel 97, and before."""

FILE_PASS = 0x002F
"""Kind of the record from which on a stream is encrypted."""

_CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
"""Kinds that begin with row and column of a cell: Formula, MulRk, MulBlank, RString, LabelSst, Blank, Number, ..."""
_SEVERAL = frozenset({0x00BD, 0x00BE})
"""Records of several cells, which end with the last column."""
_LAST_COLUMN = 255
"""Last column of a sheet, by [MS-XLS] 2.5.51 (Col)."""


def iterate_records(records: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of each record, up to the first that is cut off."""
    at = 0
    while at + RECORD.size <= len(records):
        kind, length = RECORD.unpack_from(records, at)
        at += RECORD.size
        if at + length > len(records):
            return
        yield kind, records[at : at + length]
        at += length


def require_possible_cells(data: bytes) -> None:
    """Refuse a workbook with an impossible cell: calamine would lay out all cells up to it.

    One whose sectors follow each other in a circle is refused as well: calamine would follow them until memory ends.
    What is encrypted may look like any cell, and is left to calamine.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    for name, records in _read_streams(data):
        for kind, content in iterate_records(records):
            if kind == FILE_PASS:
                return
            if kind in _CELLS and len(content) >= RECORD.size:
                first = int.from_bytes(content[2:4], "little")
                column = max(first, int.from_bytes(content[-2:], "little") if kind in _SEVERAL else 0)
                if column > _LAST_COLUMN:
                    raise ExtractionError(
                        Reason.DAMAGED,
                        FileMessage.PART_DAMAGED(name=name, error=FileMessage.COLUMN_TOO_FAR(number=column)),
                    )


def _read_streams(data: bytes) -> list[tuple[str, bytes]]:
    """Return the streams of cells by name; none for faults told when the workbook is opened.

    Raises:
        ExtractionError: `DAMAGED` where sectors follow each other in a circle.
    """
    with ExitStack() as opened:
        try:
            compound = opened.enter_context(open_compound(data))
            streams = [(name, read_stream_of(compound, name)) for name in STREAMS]
        except ExtractionError:
            return []
        if any(map(_is_circular, *zip(*_find_chains(compound), strict=True))):
            raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=FileMessage.ENDLESS_CHAIN()))
        return streams


def _find_chains(compound: OleFileIO[bytes]) -> Iterator[tuple[Sequence[int], int]]:
    """Yield the table of each chain of sectors ([MS-CFB] 2.1), and where in it the chain begins."""
    tables = (compound.fat or (), compound.minifat or ())
    yield tables[0], compound.first_dir_sector
    yield tables[0], compound.first_mini_fat_sector
    for entry in filter(None, compound.direntries):
        yield tables[0], entry.isectStart
        yield tables[1], entry.isectStart


def _is_circular(table: Sequence[int], start: int) -> bool:
    """Return whether a chain comes back to where it was; a number beyond the table ends it."""
    at = start
    for _ in range(len(table) + 1):
        if not 0 <= at < len(table):
            return False
        at = table[at]
    return True
