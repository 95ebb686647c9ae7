"""Sheets of workbooks without a container, as Excel 2 to 4 wrote them, with xlrd."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

from findling import signatures
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.readers.number_formats import NumberFormat
from findling.extraction.readers.workbook_records import FILE_PASS, RECORD, iterate_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from xlrd.book import Book
    from xlrd.sheet import Sheet

_MIDNIGHT = " 00:00:00"
# What xlrd raises for bytes that it did not expect, beside its own error.
_BROKEN = (AssertionError, LookupError, ValueError, TypeError, AttributeError, OverflowError, struct.error)


def is_early_workbook(data: bytes) -> bool:
    """Return whether a file is a workbook without a container, by its first record."""
    return re.match(signatures.WORKBOOK_RECORDS, data) is not None


def read_early_sheets(data: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Yield each sheet's name with its rows of cells as they are shown.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED`, or `LEGACY` for what is no workbook but of one of its kin.
    """
    from xlrd import XLRDError, open_workbook

    try:
        # It would write its warnings to standard output, which is a pipe of messages.
        book = open_workbook(
            file_contents=data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True, on_demand=True
        )
    except XLRDError as error:
        raise ExtractionError(_find_cause(data), str(error)) from error
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    reader = _BookReader(book)
    for index, name in enumerate(book.sheet_names()):
        yield name, reader.read_rows(index)


def _find_cause(data: bytes) -> Reason:
    """Return why a workbook cannot be read: `LEGACY` for what is intact, as a chart is."""
    end = 0
    for kind, content in iterate_records(data):
        if kind == FILE_PASS:
            return Reason.ENCRYPTED
        end += RECORD.size + len(content)
    return Reason.LEGACY if end == len(data) else Reason.DAMAGED


class _BookReader:
    """Reader of the sheets of one workbook."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._formats: dict[int, NumberFormat | None] = {}

    def read_rows(self, index: int) -> Iterator[list[str]]:
        """Yield the rows of a sheet.

        Raises:
            ExtractionError: `DAMAGED`.
        """
        from xlrd import XLRDError

        try:
            sheet: Sheet = self._book.sheet_by_index(index)
            for row in range(sheet.nrows):
                kinds = sheet.row_types(row)
                texts = [""] * len(kinds)
                # Most cells before the last one of a row may be empty, which costs no object for each.
                for column in filter(kinds.__getitem__, range(len(kinds))):
                    texts[column] = self._show(sheet, row, column)
                yield texts
        except (*_BROKEN, XLRDError) as error:
            raise ExtractionError(Reason.DAMAGED, str(error)) from error
        finally:
            self._book.unload_sheet(index)

    def _show(self, sheet: Sheet, row: int, column: int) -> str:
        """Return a cell as shown, and a number as stored as well where that says something else."""
        from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, XL_CELL_NUMBER, error_text_from_code

        kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
        if kind in (XL_CELL_NUMBER, XL_CELL_DATE):
            moment = self._find_moment(value) if kind == XL_CELL_DATE else None
            stored = f"{value:.15g}" if moment is None else moment.isoformat(" ", "seconds").removesuffix(_MIDNIGHT)
            format_ = self._find_format(sheet.cell_xf_index(row, column))
            return (format_.describe(moment or value, stored) if format_ is not None else "") or stored
        if kind == XL_CELL_BOOLEAN:
            return str(bool(value)).upper()
        return str(error_text_from_code.get(value, "")) if kind == XL_CELL_ERROR else " ".join(str(value).split())

    def _find_moment(self, value: float) -> datetime | None:
        from xlrd.xldate import XLDateError, xldate_as_datetime

        try:
            moment: datetime = xldate_as_datetime(value, self._book.datemode)
        except (*_BROKEN, XLDateError):
            return None
        return moment

    def _find_format(self, style: int) -> NumberFormat | None:
        if style not in self._formats:
            styles = self._book.xf_list
            key = styles[style].format_key if 0 <= style < len(styles) else 0
            found = self._book.format_map.get(key)
            self._formats[style] = NumberFormat.find(key, found.format_str if found is not None else None)
        return self._formats[style]
