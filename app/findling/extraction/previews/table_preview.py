"""Previews of workbooks and tables: sheets of cells, each up to a limit."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.preview import Sheet
from findling.errors import ExtractionError
from findling.extraction import package
from findling.extraction.document import normalise
from findling.extraction.encoding import decode
from findling.extraction.previews.preview_protocol import CELL_LIMIT, SHEET_LIMIT, SHOWN_TEXT_LIMIT
from findling.extraction.readers import sheets
from findling.extraction.readers.delimited_text import find_delimiter
from findling.format_table import format_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from findling.extraction.source import Source
    from findling.formats import FileKind

ROWS = 2_000
COLUMNS = 100
CELL_LENGTH = 500


@dataclass(slots=True)
class _SheetCollector:
    """Collects sheets within the limits.

    Attributes:
        cut: something was left out.
    """

    cells: int = CELL_LIMIT
    letters: int = SHOWN_TEXT_LIMIT
    cut: bool = False
    sheets: list[Sheet] = field(default_factory=list)

    def add_sheet(self, name: str, rows: Iterable[list[str]]) -> None:
        """Add the beginning of a sheet; ignore one without a value."""
        if len(self.sheets) >= SHEET_LIMIT:
            self.cut = True
            return
        taken: list[tuple[str, ...]] = []
        for row in rows:
            if len(taken) >= ROWS or self.cells <= 0 or self.letters <= 0:
                self.cut = True
                break
            taken.append(self._cut_row(row))
        while taken and not taken[-1]:
            taken.pop()
        if taken:
            self.sheets.append(Sheet(name, tuple(taken)))

    def _cut_row(self, row: list[str]) -> tuple[str, ...]:
        """Return a row's cells up to its last value, within the limits."""
        width = next((index for index in range(len(row), 0, -1) if row[index - 1]), 0)
        kept = row[: min(width, COLUMNS, self.cells)]
        self.cut |= len(kept) < width or any(len(cell) > CELL_LENGTH for cell in kept)
        self.cells -= len(kept)
        cells = tuple(cell[:CELL_LENGTH] for cell in kept)
        self.letters -= sum(map(len, cells))
        return cells


def read_sheets(source: Source, kind: FileKind) -> tuple[tuple[Sheet, ...], bool]:
    """Read the sheets of a workbook, or a delimited file's one, and whether something was cut.

    Raises:
        ExtractionError: as the reader for this kind does; `NO_TEXT` where no cell has a value.
    """
    collector = _SheetCollector()
    if delimiter := format_of(kind).delimiter:
        collector.add_sheet("", _records(normalise(decode(source.data).text), delimiter))
    else:
        collector, _ = package.use_or_repair(source.data, lambda data: _collect(data, source))
    if not collector.sheets:
        raise ExtractionError(Reason.NO_TEXT)
    return tuple(collector.sheets), collector.cut


def _collect(data: bytes, source: Source) -> _SheetCollector:
    collector = _SheetCollector()
    for name, rows in sheets.open_sheets(data, source):
        collector.add_sheet(name, rows)
        source.beat()
    return collector


def _records(text: str, preferred: str) -> Iterator[list[str]]:
    """Yield each record's cells; after an endless quote or a too long cell, lines as they are."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text, preferred))
    done = 0
    try:
        for cells in reader:
            done = reader.line_num
            yield [cell.strip() for cell in cells]
    except csv.Error:
        yield from ([line] for line in text.splitlines()[done:])
