"""Comma- and tab-separated tables: one row of text for each record, the header first."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.types import BlockKind, Extraction, FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 50
_SAMPLE_LENGTH = 65_536


def read(source: Source) -> Extraction:
    """Read a table; cells are parted by " | ", empty cells are left out.

    Raises:
        ExtractionError: there is nothing but white space.
    """
    text = decode(source.data).text
    kind = FileKind.TSV if PurePath(source.name).suffix.lower() in (".tsv", ".tab") else FileKind.CSV
    builder = TextBuilder()
    for row in _rows(text, find_delimiter(text, preferred="\t" if kind is FileKind.TSV else ",")):
        builder.add(row, BlockKind.ROW)
        if builder.full:
            break
    return builder.finish(kind)


def find_delimiter(text: str, preferred: str = ",") -> str:
    """The delimiter that cuts the first rows into the same number of cells most often; `preferred` if several do."""
    sample = text[:_SAMPLE_LENGTH]
    return max(_DELIMITERS, key=lambda delimiter: (_regularity(sample, delimiter), delimiter == preferred))


def _regularity(sample: str, delimiter: str) -> float:
    """The share of rows with the most frequent number of cells, where that is more than one."""
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
    """Each row as a line; from where a quote is never closed or a cell is absurdly long, the lines as they are."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    done = 0
    try:
        for cells in reader:
            done = reader.line_num
            yield " | ".join(filter(None, (" ".join(cell.split()) for cell in cells)))
    except csv.Error:
        yield from text.splitlines()[done:]
