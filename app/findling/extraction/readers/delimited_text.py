"""Reader of comma- and tab-separated tables: one row of text for each record."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.formats import FileKind, format_by_name, format_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_SAMPLE_LENGTH = 65_536


def read(source: Source) -> Extraction:
    """Read a table; cells are parted by " | ", empty cells are left out."""
    text = decode(source.data).text
    named = format_by_name(source.name)
    known = named if named and named.delimiter else format_of(FileKind.CSV)
    builder = TextBuilder()
    for row in _rows(text, find_delimiter(text, preferred=known.delimiter)):
        builder.add(row, BlockKind.ROW)
        if builder.full:
            break
    return builder.finish(known.kind)


def find_delimiter(text: str, preferred: str = ",") -> str:
    """Return the delimiter with the most regular first rows; `preferred` if there are several."""
    sample = text[:_SAMPLE_LENGTH]
    return max(_DELIMITERS, key=lambda delimiter: (_regularity(sample, delimiter), delimiter == preferred))


def _regularity(sample: str, delimiter: str) -> float:
    """Return the share of rows with the most frequent number of cells, if that is above one."""
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            widths[len(row)] += 1
            if widths.total() == _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    wide = Counter({width: count for width, count in widths.items() if width > 1})
    return wide.most_common(1)[0][1] / widths.total() if wide else 0.0


def _rows(text: str, delimiter: str) -> Iterator[str]:
    """Yield each row as a line; after an endless quote or too long cell, lines as they are."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    done = 0
    try:
        for cells in reader:
            done = reader.line_num
            yield " | ".join(filter(None, (" ".join(cell.split()) for cell in cells)))
    except csv.Error:
        yield from text.splitlines()[done:]
