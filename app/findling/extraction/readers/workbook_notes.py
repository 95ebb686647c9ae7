"""Texts of .xls files in no cell: comments, text boxes, labels of shapes ([MS-XLS] 2.4.329)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import ExtractionError
from findling.extraction.compound_streams import open_compound, read_stream_of
from findling.extraction.readers.workbook_records import iterate_records

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT, _CONTINUED = 0x01B6, 0x003C
_LENGTH_AT = 10
_BOOK = "Workbook"


def find_notes(data: bytes) -> tuple[str, ...]:
    """Return each text of an Excel 97-2003 workbook in no cell, once; none of a damaged one."""
    try:
        with open_compound(data) as compound:
            records = read_stream_of(compound, _BOOK)
    except ExtractionError:
        return ()
    return tuple(dict.fromkeys(filter(None, map(str.strip, _read_notes(records)))))


def _read_notes(records: bytes) -> Iterator[str]:
    """Yield the texts, each as long as its record says, in the records that go on from it."""
    if _TEXT.to_bytes(2, "little") not in records:
        return  # no need to go through millions of cells
    wanted = 0
    parts: list[str] = []
    for kind, content in iterate_records(records):
        if kind == _CONTINUED and wanted > 0:
            # 2.5.293: the first byte says whether each character has one byte or two.
            is_wide = bool(content[:1] and content[0] & 1)
            part = content[1:].decode("utf-16-le" if is_wide else "latin-1", "replace")[:wanted]
            parts.append(part)
            wanted = wanted - len(part) if part else 0
            continue
        if parts:
            yield "".join(parts)
        parts.clear()
        wanted = int.from_bytes(content[_LENGTH_AT : _LENGTH_AT + 2], "little") if kind == _TEXT else 0
    if parts:
        yield "".join(parts)
