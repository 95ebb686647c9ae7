"""Sheets of workbooks in one XML document, as of Excel 2003 and many exports (.xls, .xml)."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from findling import signatures
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.readers.number_formats import NumberFormat
from findling.extraction.xml_parts import attribute, drop_surrogates, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_BEGINNING = re.compile(signatures.SPREADSHEET_XML)
_HEAD = 4_096
# What Office calls some codes of formats; its other names are those of a computer's own forms ("Short Date").
_NAMED = MappingProxyType(
    {"Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%", "Scientific": "0.00E+00", "General": "", "@": ""}
)
_COLUMNS = 16_384
_CELL_LIMIT = 2_000_000
_GAP = 1_000
"""Empty cells before a cell of a row that are kept, so that what stands below each other stays so."""


def is_spreadsheet_xml(data: bytes) -> bool:
    """Return whether a file is such a workbook."""
    head = data[:_HEAD]
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16", "replace").encode() if wide else head.removeprefix(b"\xef\xbb\xbf")
    return _BEGINNING.match(text) is not None


@dataclass(slots=True)
class SpreadsheetXml:
    """Workbook as it was read.

    Attributes:
        sheets: name and rows of each, cells as text with empty ones among them.
        comments: of its cells.
        is_damaged: it had to be recovered, or holds more than two million cells.
    """

    sheets: list[tuple[str, list[list[str]]]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    is_damaged: bool = False


def read_spreadsheet_xml(data: bytes) -> SpreadsheetXml:
    """Read the sheets of a workbook (Microsoft, "XML Spreadsheet Reference").

    Raises:
        ExtractionError: `DAMAGED` if nothing of it is well-formed.
    """
    from lxml import etree

    options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": True}
    found = SpreadsheetXml()
    walk = _Walk(found)
    parser = etree.iterparse(io.BytesIO(drop_surrogates(data)), events=("start", "end"), **options)
    try:
        for event, element in cast("Iterator[tuple[str, etree._Element]]", parser):
            if event == "start":
                walk.enter(element)
            elif not walk.leave(element):
                found.is_damaged = True
                break
    except etree.XMLSyntaxError as error:
        if not found.sheets:
            raise ExtractionError(Reason.DAMAGED, str(error)) from error
        found.is_damaged = True
    found.is_damaged |= bool(len(parser.error_log))
    return found


class _Walk:
    """Walk through the elements, each of which is emptied when it was used."""

    def __init__(self, found: SpreadsheetXml) -> None:
        self._found = found
        self._formats: dict[str, NumberFormat | None] = {}
        self._cells = 0

    def enter(self, element: etree._Element) -> None:
        if local(element) == "Worksheet":
            self._found.sheets.append((attribute(element, "Name"), []))

    def leave(self, element: etree._Element) -> bool:
        """Take an element; return whether more is wanted."""
        match local(element):
            case "Style":
                self._formats[attribute(element, "ID")] = _find_format(element)
                element.clear()
            case "Row" if self._found.sheets:
                self._take_row(element)
                element.clear()
            case "Worksheet" | "WorksheetOptions":
                element.clear()
        return self._cells < _CELL_LIMIT

    def _take_row(self, row: etree._Element) -> None:
        cells: list[str] = []
        for cell in row.iterfind("{*}Cell"):
            index = attribute(cell, "Index")
            at = min(int(index) - 1, _COLUMNS) if index.isdecimal() else len(cells)
            cells += [""] * min(max(at - len(cells), 0), _GAP)
            cells.append(self._show(cell))
            across = attribute(cell, "MergeAcross")
            cells += [""] * min(int(across) if across.isdecimal() else 0, _GAP)
            for comment in cell.iterfind("{*}Comment"):
                self._found.comments.append(" ".join("".join(map(str, comment.itertext())).split()))
        self._cells += sum(map(bool, cells))
        self._found.sheets[-1][1].append(cells)

    def _show(self, cell: etree._Element) -> str:
        """Return a value as it is shown, with how it is stored where that says something else."""
        data = cell.find("{*}Data")
        if data is None:
            return ""
        text = " ".join("".join(map(str, data.itertext())).split())
        shown = self._formats.get(attribute(cell, "StyleID"))
        match attribute(data, "Type"):
            case "Boolean":
                return {"1": "TRUE", "0": "FALSE"}.get(text, text)
            case "Number":
                try:
                    value = float(text)
                except ValueError:
                    return text
                stored = f"{value:.15g}"
                return (shown.describe(value, stored) if shown else "") or stored
            case "DateTime":
                try:
                    moment = datetime.fromisoformat(text)
                except ValueError:
                    return text
                stored = moment.isoformat(" ", "seconds").removesuffix(" 00:00:00")
                return (shown.describe(moment, stored) if shown else "") or stored
        return text


def _find_format(style: etree._Element) -> NumberFormat | None:
    named = style.find("{*}NumberFormat")
    name = attribute(named, "Format") if named is not None else ""
    code = _NAMED.get(name, "" if name.replace(" ", "").isalpha() and " " in name else name)
    return NumberFormat.find(0, code) if code and code not in ("Currency", "On/Off", "Yes/No", "True/False") else None
