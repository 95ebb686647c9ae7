"""Reader of spreadsheets with calamine, and of the oldest with xlrd; a row is one line."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError, is_panic
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder, tell_attachments
from findling.extraction.flat_opendocument import unflatten
from findling.extraction.readers.binary_cell_formats import BOOK, find_binary_formats, find_old_formats
from findling.extraction.readers.cell_formats import FormattedRow, count_column, find_formats
from findling.extraction.readers.early_workbooks import is_early_workbook, read_early_sheets
from findling.extraction.readers.sheet_asides import find_open_asides, find_package_asides
from findling.extraction.readers.spreadsheet_xml import is_spreadsheet_xml, read_spreadsheet_xml
from findling.extraction.readers.workbook_faults import find_cause
from findling.extraction.readers.workbook_notes import find_notes
from findling.extraction.readers.workbook_records import require_possible_cells
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile

    from python_calamine import CalamineSheet, CalamineWorkbook

    from findling.extraction.source import Source

_Formats = list[Callable[[], Iterator[FormattedRow]]]
_NO_ROW: FormattedRow = (2**31, {})

SHEET_CELL_LIMIT = 2_000_000
"""Cells with a value that are read of one file."""

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_BEAT_ROWS = 5_000

AREA_LIMIT = 20_000_000
"""Cells of a sheet's bounding box, empty ones too: calamine lays out the whole box, some 30 bytes each."""

# Cells with a value; a formatted empty one closes itself and takes no part in the box.
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]+)([0-9]+)"[^>]*(?<!/)>')
# Cells with text and without a type, which calamine takes for empty; most programs show them as text.
_UNTYPED_CELL = re.compile(rb"(<table:(?:covered-)?table-cell\b(?![^<>]*value-type=)[^<>]*(?<!/))(?=>\s*<text:p[\s>])")
_MANY_REPEATS = re.compile(rb'-repeated="[0-9]{4,}"')
_PLACE = re.compile(rb'(<(?:\w+:)?(?:c|row)\b[^>]*?)\sr="[^"]*"')


def read(source: Source) -> Extraction:
    """Read an .xlsx, .xlsm, .xlsb, .xls, .ods or flat XML file; `page` is the sheet's number."""
    if source.data.startswith(_OLE_MAGIC):
        return _read(source.data, FileKind.XLS, source, asides=find_notes(source.data))
    if is_spreadsheet_xml(source.data):
        return _read_document(source)
    if is_early_workbook(source.data):
        return _read_early(source)
    data, is_damaged = unflatten(source.data)
    extraction = package.read_or_repair(data, lambda data: _read_package(data, source))
    return package.mark_damaged(extraction) if is_damaged else extraction


def open_sheets(data: bytes, source: Source) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Yield each sheet's name with its rows of cells as text, empty ones among them.

    Comments and text boxes come last, as a sheet without a name. `data` is the workbook, perhaps repaired.

    Raises:
        ExtractionError: as `read` does, but for `NO_TEXT`.
    """
    if is_spreadsheet_xml(data):
        document = read_spreadsheet_xml(data)
        yield from ((name, iter(rows)) for name, rows in document.sheets)
        yield "", ([comment] for comment in document.comments)
        return
    if is_early_workbook(data):
        yield from read_early_sheets(data)
        return
    asides: tuple[str, ...] = ()
    if data.startswith(_OLE_MAGIC):
        asides = find_notes(data)
    else:
        data, _ = unflatten(data)
        with limits.open_zip(data) as archive:
            data, asides = _bounded(data, archive, source), _find_asides(archive)
    workbook = _open(data)
    formats = _find_formats(data, len(workbook.sheet_names))
    for index, name in enumerate(workbook.sheet_names):
        yield name, _rows(workbook, index, formats)
    yield "", ([aside] for aside in asides)


def _read_document(source: Source) -> Extraction:
    """Read a workbook that is one XML document."""
    book = read_spreadsheet_xml(source.data)
    builder = TextBuilder()
    for page, (name, rows) in enumerate(book.sheets, start=1):
        _add_rows(builder, rows, (name, page), SHEET_CELL_LIMIT, source)
    for comment in book.comments:
        builder.add(comment)
    extraction = builder.finish(FileKind.XLS, pages=len(book.sheets))
    return package.mark_damaged(extraction) if book.is_damaged else extraction


def _read_early(source: Source) -> Extraction:
    """Read a workbook without a container."""
    builder = TextBuilder()
    cells = pages = 0
    for pages, (name, rows) in enumerate(read_early_sheets(source.data), start=1):
        source.beat()
        cells += _add_rows(builder, rows, (name, pages), SHEET_CELL_LIMIT - cells, source)
        if cells >= SHEET_CELL_LIMIT:
            detail = FileMessage.CELLS(limit=SHEET_CELL_LIMIT)
            return builder.finish(FileKind.XLS, pages=pages, reason=Reason.TEXT_CUT, detail=detail)
    return builder.finish(FileKind.XLS, pages=pages)


def _read_package(data: bytes, source: Source) -> Extraction:
    with limits.open_zip(data) as archive:
        bounded = _bounded(data, archive, source)
        title = package.core_title(archive)
        is_open = package.ODF_CONTENT in archive.namelist()
        kind = FileKind.ODS if is_open else FileKind.XLSX
        asides = _find_asides(archive)
        return tell_attachments(_read(bounded, kind, source, title, asides), package.list_embedded(archive))


def _find_asides(archive: zipfile.ZipFile) -> tuple[str, ...]:
    is_open = package.ODF_CONTENT in archive.namelist()
    return find_open_asides(archive) if is_open else find_package_asides(archive)


def _bounded(data: bytes, archive: zipfile.ZipFile, source: Source) -> bytes:
    """Return the package, or a copy whose cells can be laid out in memory."""
    if package.ODF_CONTENT in archive.namelist():
        return with_plain_cells(archive) or data
    return without_gaps(archive, source) or data


def _read(data: bytes, kind: FileKind, source: Source, title: str = "", asides: tuple[str, ...] = ()) -> Extraction:
    builder = TextBuilder()
    workbook = _open(data)
    formats = _find_formats(data, len(workbook.sheet_names))
    cells = 0
    pages = len(workbook.sheet_names)
    for page in range(1, pages + 1):
        source.beat()
        cells += _add_sheet(builder, (workbook, formats), page, SHEET_CELL_LIMIT - cells, source)
        if cells >= SHEET_CELL_LIMIT:
            break
    for line in asides:
        builder.add(line)
    if cells >= SHEET_CELL_LIMIT:
        return builder.finish(
            kind, title, pages=pages, reason=Reason.TEXT_CUT, detail=FileMessage.CELLS(limit=SHEET_CELL_LIMIT)
        )
    return builder.finish(kind, title, pages=pages)


def _open(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if data.startswith(_OLE_MAGIC):
        require_possible_cells(data)
    try:
        with _without_panic(data):
            return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise ExtractionError(Reason.ENCRYPTED) from error
    except CalamineError as error:
        cause = find_cause(data) if data.startswith(_OLE_MAGIC) else Reason.DAMAGED
        raise ExtractionError(cause, str(error)) from error


@contextmanager
def _without_panic(data: bytes = b"") -> Iterator[None]:
    """Turn calamine's faults with unexpected bytes into errors; a Rust panic ends the child.

    Raises:
        ExtractionError: `DAMAGED`, or what else is the cause.
    """
    try:
        yield
    except BaseException as panic:
        if not is_panic(panic):
            raise
        raise ExtractionError(find_cause(data), str(panic)) from panic


def _find_formats(data: bytes, sheets: int) -> _Formats:
    if data.startswith(_OLE_MAGIC):
        return find_old_formats(data)
    try:
        with limits.open_zip(data) as archive:
            is_binary = BOOK in archive.namelist()
        return find_binary_formats(data) if is_binary else find_formats(data, sheets)
    except ExtractionError:  # a part that the values do without
        return []


def _add_sheet(
    builder: TextBuilder, book: tuple[CalamineWorkbook, _Formats], page: int, room: int, source: Source
) -> int:
    """Add one sheet under its name, unless it has no value; return the number of its cells."""
    workbook, formats = book
    rows = _rows(workbook, page - 1, formats)
    return _add_rows(builder, rows, (workbook.sheet_names[page - 1], page), room, source)


def _add_rows(
    builder: TextBuilder, rows: Iterable[list[str]], sheet: tuple[str, int], room: int, source: Source
) -> int:
    """Add the rows of a sheet, given its name and number; return the number of its cells."""
    name, page = sheet
    cells = 0
    for number, row in enumerate(rows):
        if number % _BEAT_ROWS == 0:
            source.beat()
        values = [text for text in row if text]
        if not values:
            continue
        if not cells:
            builder.add(name, BlockKind.HEADING, level=2, page=page, breaks=True)
        builder.add(" | ".join(values), BlockKind.ROW, page=page)
        cells += len(values)
        if builder.full or cells >= room:
            break
    return cells


def _rows(workbook: CalamineWorkbook, index: int, formats: _Formats) -> Iterator[list[str]]:
    """Yield the rows of a sheet from its first on, each cell as it is shown."""
    from python_calamine import CalamineError, SheetTypeEnum

    if workbook.sheets_metadata[index].typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
        return
    try:
        with _without_panic():
            sheet: CalamineSheet = workbook.get_sheet_by_index(index)
    except CalamineError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    first = sheet.start[1] if sheet.start else 0
    formatted = formats[index]() if index < len(formats) else iter(())
    at, shows = next(formatted, _NO_ROW)
    for number, row in enumerate(sheet.iter_rows()):
        texts = [_shown(cell) for cell in row]
        while at < number:
            at, shows = next(formatted, _NO_ROW)
        if at == number:
            for column, show in shows.items():
                place = column - first
                if 0 <= place < len(row) and not isinstance(cell := row[place], str | bool):
                    # How Python writes a time is no form that anybody stores.
                    stored = "" if isinstance(cell, dt.time | dt.timedelta) else texts[place]
                    texts[place] = show(cell, stored) or texts[place]
        yield texts


def _shown(cell: Cell) -> str:
    """Format a value as a spreadsheet does: 15 significant digits, no ".0", ISO dates."""
    match cell:
        case bool():
            return str(cell).upper()
        case float():
            return f"{cell:.15g}"
        case dt.datetime():
            return cell.isoformat(" ", "seconds")
        case _:
            return " ".join(str(cell).split())


def without_gaps(archive: zipfile.ZipFile, source: Source) -> bytes | None:
    """Copy a workbook whose cells are too far apart, with cells and rows moved together.

    A reference is optional (ISO/IEC 29500-1, 18.3.1.4): a cell without one follows the cell before it.
    """
    closed_up = {}
    for part in package.parts_of_type(archive, ".worksheet+xml"):
        source.beat()
        markup = limits.read_member(archive, part)
        if _area(markup) > AREA_LIMIT:
            closed_up[part] = _PLACE.sub(rb"\1", markup)
    return package.with_parts(archive, closed_up) if closed_up else None


def with_plain_cells(archive: zipfile.ZipFile) -> bytes | None:
    """Copy an .ods file with fewer repeats, and a type for each cell with text.

    Repeats are laid out by calamine, and cells without a type left out.
    """
    markup = limits.read_member(archive, package.ODF_CONTENT)
    plain = _MANY_REPEATS.sub(rb'-repeated="100"', markup)
    plain = _UNTYPED_CELL.sub(rb'\1 office:value-type="string"', plain)
    return package.with_parts(archive, {package.ODF_CONTENT: plain}) if plain != markup else None


def _area(markup: bytes) -> int:
    """Return the area of the bounding box of all cells that have a value."""
    columns: set[bytes] = set()
    first, last = 2**31, 0
    for cell in _CELL.finditer(markup):
        columns.add(cell[1])
        row = int(cell[2])
        first, last = min(first, row), max(last, row)
    if not columns:
        return 0
    numbers = [count_column(letters) for letters in columns]
    return (last - first + 1) * (max(numbers) - min(numbers) + 1)
