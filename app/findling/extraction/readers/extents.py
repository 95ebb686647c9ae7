"""Brings the cells of a spreadsheet together where laying out their bounding box would take all memory."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.extraction import limits, package

if TYPE_CHECKING:
    import zipfile

    from findling.extraction.source import Source

AREA_LIMIT = 20_000_000
"""Cells of a sheet's bounding box, empty ones too: calamine lays out the whole box, some 30 bytes each."""

# Cells with a value; a formatted empty one closes itself and takes no part in the box.
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
_MANY_REPEATS = re.compile(rb'-repeated="[0-9]{4,}"')
_PLACE = re.compile(rb'(<(?:\w+:)?(?:c|row)\b[^>]*?)\sr="[^"]*"')


def without_gaps(archive: zipfile.ZipFile, source: Source) -> bytes | None:
    """Copy a workbook whose cells lie too far apart to be laid out, with cells and rows moved together.

    A reference is optional (ISO/IEC 29500-1, 18.3.1.4): a cell without one follows the cell before it.
    """
    closed_up = {}
    for part in package.parts_of_type(archive, ".worksheet+xml"):
        source.beat()
        markup = limits.read_member(archive, part)
        if _area(markup) > AREA_LIMIT:
            closed_up[part] = _PLACE.sub(rb"\1", markup)
    return package.with_parts(archive, closed_up) if closed_up else None


def without_repeats(archive: zipfile.ZipFile) -> bytes | None:
    """Copy an .ods file whose cells or rows are repeated very often, which calamine would lay out, with fewer repeats.

    Nearly every file claims a million empty rows, and a value that is there a hundred times needs no further copy.
    """
    markup = limits.read_member(archive, package.ODF_CONTENT)
    fewer = _MANY_REPEATS.sub(rb'-repeated="100"', markup)
    return package.with_parts(archive, {package.ODF_CONTENT: fewer}) if fewer != markup else None


def _area(markup: bytes) -> int:
    """Count the cells of the bounding box of all cells that have a value."""
    columns: set[bytes] = set()
    first, last = 2**31, 0
    for cell in _CELL.finditer(markup):
        columns.add(cell[1])
        row = int(cell[2])
        first, last = min(first, row), max(last, row)
    if not columns:
        return 0
    numbers = [_column(letters) for letters in columns]
    return (last - first + 1) * (max(numbers) - min(numbers) + 1)


def _column(letters: bytes) -> int:
    """Number a column: A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
