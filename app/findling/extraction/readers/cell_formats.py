"""Formats of a workbook's cells, which calamine leaves out, by sheets, in the cells' order."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from findling.extraction import limits, package
from findling.extraction.readers.number_formats import NumberFormat, describe_forms

if TYPE_CHECKING:
    import zipfile

    from lxml import etree

    from findling.extraction.readers.moment_formats import Value

Show = Callable[["Value", str], str]
"""Function that returns a value, and how it is stored, as its cell shows it; "" if nothing is shown."""

FormattedRow = tuple[int, dict[int, Show]]
"""Number of a row from 0, and how its cells show what they hold, by the number of their column; not of all cells."""

_CELL = re.compile(rb'<(?:\w+:)?(?:c\b ?(?:r="([A-Z]{1,3})\d{1,7}" ?)?(?:s="(\d+)")?([^>]*)|row\b([^>]*))>')
_REFERENCE = re.compile(rb'\br="([A-Z]{0,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_TEXT = re.compile(rb'\bt="(?:s|str|inlineStr|b|e)"')
_WORKBOOKS = ("sheet.main+xml", "template.main+xml", "macroEnabled.main+xml")
_SHEET_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_TABLES = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TABLE, _ROW = f"{_TABLES}table", f"{_TABLES}table-row"
_CELLS = (f"{_TABLES}table-cell", f"{_TABLES}covered-table-cell")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_P = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
_MOST_REPEATED = 100
"""Times that a row or cell is repeated at most; `readers.sheets` repeats no more."""


def find_formats(data: bytes, sheets: int) -> list[Callable[[], Iterator[FormattedRow]]]:
    """Return for each sheet of a package a function that goes through its formatted rows."""
    with limits.open_zip(data) as archive:
        if package.ODF_CONTENT in archive.namelist():
            forms = _WrittenForms(limits.read_member(archive, package.ODF_CONTENT))
            return [partial(forms.go_through, index) for index in range(sheets)]
        formats = _read_styles(archive)
        parts = _list_sheets(archive) if any(formats) else []
    return [partial(_go_through, data, part, formats) for part in parts]


def _read_styles(archive: zipfile.ZipFile) -> list[NumberFormat | None]:
    """Return the format of each style of cells."""
    found: list[NumberFormat | None] = []
    for name in package.parts_of_type(archive, ".styles+xml"):
        root = package.parse_part(limits.read_member(archive, name))
        codes = {each.get("numFmtId", ""): str(each.get("formatCode", "")) for each in root.iter("{*}numFmt")}
        made: dict[str, NumberFormat | None] = {}
        for style in root.iterfind("{*}cellXfs/{*}xf"):
            number = str(style.get("numFmtId", "0"))
            if number not in made:
                made[number] = NumberFormat.find(int(number) if number.isdecimal() else 0, codes.get(number))
            found.append(made[number])
    return found


def _list_sheets(archive: zipfile.ZipFile) -> list[str]:
    """Return the parts of the sheets in their order; of one that is missing, the name of none."""
    parts: list[str] = []
    for book in package.parts_of_type(archive, *_WORKBOOKS):
        folder, name = posixpath.split(book)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in archive.namelist():
            continue
        root = package.parse_part(limits.read_member(archive, relations))
        targets = {
            str(each.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(each.get("Target", "")))).lstrip(
                "/"
            )
            for each in root.iter("{*}Relationship")
        }
        sheets = package.parse_part(limits.read_member(archive, book)).iter("{*}sheet")
        parts += [targets.get(str(each.get(_SHEET_LINK, "")), "") for each in sheets]
    names = set(archive.namelist())
    return parts if names.issuperset(parts) else []


def _go_through(data: bytes, part: str, formats: list[NumberFormat | None]) -> Iterator[FormattedRow]:
    """Go through a sheet's cells; one without a reference follows the one before (18.3.1.4)."""
    # Unpacked only now, so that no two sheets are in memory.
    with limits.open_zip(data) as archive:
        markup = limits.read_member(archive, part)
    row, column = -1, -1
    shows: dict[int, Show] = {}
    for cell in _CELL.finditer(markup):
        letters, style, rest, row_rest = cell.groups()
        if row_rest is not None:
            if shows:
                yield row, shows
            found = _REFERENCE.search(row_rest)
            row, column, shows = (int(found[2]) - 1 if found else row + 1), -1, {}
            continue
        if letters is None and (found := _REFERENCE.search(rest)):
            letters = found[1]
        column = count_column(letters) - 1 if letters else column + 1
        if style is None and (styled := _STYLE.search(rest)):
            style = styled[1]
        index = int(style or 0)
        if index < len(formats) and (format_ := formats[index]) and not _TEXT.search(rest):
            shows[column] = format_.describe
    if shows:
        yield row, shows


def count_column(letters: bytes) -> int:
    """Return the number of a column: A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


class _WrittenForms:
    """Tables of OpenDocument, with what is shown beside what is stored; gone through in order."""

    def __init__(self, markup: bytes) -> None:
        self._rows = _read_tables(markup)
        self._next = next(self._rows, None)

    def go_through(self, index: int) -> Iterator[FormattedRow]:
        """Go through the rows of a table, or what is left of them."""
        while self._next and self._next[0] <= index:
            table, row, shows = self._next
            self._next = next(self._rows, None)
            if table == index:
                yield row, shows


def _read_tables(markup: bytes) -> Iterator[tuple[int, int, dict[int, Show]]]:
    """Yield table number, row number, and what its cells show, without a tree of the whole."""
    from lxml import etree

    events = etree.iterparse(
        io.BytesIO(markup), tag=(_ROW, _TABLE), resolve_entities=False, no_network=True, load_dtd=False
    )
    table = number = 0
    try:
        for _, element in events:
            if element.tag == _TABLE:
                table, number = table + 1, 0
            else:
                shows = _read_row(element)
                after = number + _count_repeats(element, "rows")
                if shows:
                    yield from ((table, each, shows) for each in range(number, after))
                number = after
            element.clear()
    except etree.XMLSyntaxError:
        return


def _read_row(row: etree._Element) -> dict[int, Show]:
    shows: dict[int, Show] = {}
    column = 0
    for cell in row.iterchildren(*_CELLS):
        repeated = _count_repeats(cell, "columns")
        kind = cell.get(f"{_OFFICE}value-type", "")
        if kind and kind not in ("string", "boolean"):
            text = " ".join(" ".join("".join(map(str, each.itertext())).split()) for each in cell.iterchildren(_P))
            shows |= dict.fromkeys(range(column, column + repeated), partial(_describe_written, text))
        column += repeated
    return shows


def _describe_written(text: str, _: Value, stored: str) -> str:
    return describe_forms(text, stored)


def _count_repeats(element: etree._Element, what: str) -> int:
    count = str(element.get(f"{_TABLES}number-{what}-repeated", "1"))
    number = int(count) if count.isdecimal() and len(count) < 9 else 1
    return number if number < 1_000 else _MOST_REPEATED
