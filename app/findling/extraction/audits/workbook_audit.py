"""Audit of Excel workbooks: cells with formats and formulas, and what is beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Unread
from findling.extraction import limits, package
from findling.extraction.audits.office_parts import OfficePackage, describe_element
from findling.extraction.audits.sheet_cells import add_cells, note_number
from findling.extraction.xml_parts import attribute, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

# ISO/IEC 29500-1, 18.8.30: General, and text as it is; both show what is stored.
_AS_STORED = frozenset({"0", "49"})
_CELL_PARTS = ("sheetData", "row", "c", "v", "is", "t", "r", "rPr", "f")
_LOOKS = """
    worksheet sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView selection pane sheetFormatPr cols
    col mergeCells mergeCell printOptions pageMargins pageSetup phoneticPr ignoredErrors ignoredError rowBreaks
    colBreaks brk extLst sheetCalcPr autoFilter sheetProtection drawing legacyDrawing tableParts tablePart
"""
_KNOWN = frozenset(_LOOKS.split())


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of an .xlsx file; what calamine reads of it is expected."""
    with limits.open_zip(source.data) as archive:
        parts = OfficePackage(archive)
        sheets = package.parts_of_type(archive, ".worksheet+xml")
        books = package.parts_of_type(archive, "sheet.main+xml", "template.main+xml", "macroEnabled.main+xml")
        styles = package.parts_of_type(archive, ".styles+xml")
        formats = [each for name in styles for each in _formats(parts.parse(name))]
        for name in books:
            for sheet in parts.parse(name).iter("{*}sheet"):
                if attribute(sheet, "state") not in ("", "visible"):
                    inventory.add("hidden", attribute(sheet, "name"))
        shared = package.parts_of_type(archive, ".sharedStrings+xml")
        strings = [_text(each) for name in shared for each in parts.parse(name).iterfind("{*}si")]
        if not sheets:
            inventory.miss(Unread.UNKNOWN)  # a binary workbook
        for name in sheets:
            source.beat()
            _add_sheet(parts.parse(name), formats, strings, inventory)
            inventory.add_addresses(target for target in parts.targets(name).values() if target not in parts.names)
        usual = package.parts_of_type(archive, "calcChain+xml", "connections+xml", "table+xml")
        parts.add_others(inventory, {*sheets, *books, *styles, *shared, *usual})
    inventory.suspect(Unread.COMMENTS, Unread.DRAWINGS) if _has_asides(parts) else inventory.suspect(Unread.TEXT)
    add_cells(source, inventory)


def _has_asides(parts: OfficePackage) -> bool:
    return any("drawing" in name.lower() or "comment" in name.lower() for name in parts.names)


def _formats(styles: etree._Element) -> Iterator[str]:
    """Yield the format of numbers of each style of cells; "" for one that shows what is stored."""
    codes = {attribute(each, "numFmtId"): attribute(each, "formatCode") for each in styles.iter("{*}numFmt")}
    for cell in styles.iterfind("{*}cellXfs/{*}xf"):
        number = attribute(cell, "numFmtId") or "0"
        code = codes.get(number, number)
        yield "" if number in _AS_STORED or code in ("General", "@") else code


def _text(element: etree._Element) -> str:
    """Return a string of a cell, without what says how it is pronounced."""
    phonetic = {text for reading in element.iter("{*}rPh") for text in reading.iter("{*}t")}
    return "".join(text.text or "" for text in element.iter("{*}t") if text not in phonetic)


def _find_value(cell: etree._Element, strings: list[str]) -> str:
    """Return the value of a cell as it is stored; of a number what counts."""
    value = cell.findtext("{*}v") or ""
    match attribute(cell, "t"):
        case "s" if value.isdecimal() and int(value) < len(strings):
            return strings[int(value)]
        case "inlineStr":
            return _text(cell)
        case "" | "n":
            return note_number(value)
    return value


def _add_sheet(root: etree._Element, formats: list[str], strings: list[str], inventory: Inventory) -> None:
    """Add values, formulas, forms of numbers, and all that is no cell."""
    for element in root.iter("*"):
        tag = local(element)
        if tag == "c":
            style = attribute(element, "s")
            code = formats[int(style)] if style.isdecimal() and int(style) < len(formats) else ""
            is_number = attribute(element, "t") in ("", "n", "d")
            value = element.findtext("{*}v") or ""
            inventory.add_cell(_find_value(element, strings))
            if code and is_number and value:
                inventory.add("format", code, value)
        elif tag == "f":
            inventory.add("formula", " ".join((element.text or "").split()), attribute(element, "ref"))
        elif tag == "row" and attribute(element, "hidden") in ("1", "true"):
            inventory.add("hidden", describe_element(element))
        elif tag not in _CELL_PARTS and tag not in _KNOWN:
            inventory.add("element", describe_element(element) + (element.text or "").strip())
