"""Audit of Word documents: the text of all stories, and what in them is no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from findling.domain.files import Unread
from findling.extraction import limits, package
from findling.extraction.audits.office_parts import OfficePackage, attribute, describe, local, pointers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_PROPERTIES = frozenset(
    {"rPr", "pPr", "tblPr", "trPr", "tcPr", "tblPrEx", "tblGrid", "sectPr", "sdtPr", "sdtEndPr", "smartTagPr"}
)
_STRUCTURE = """
    document body footnotes footnote endnotes endnote comments comment hdr ftr p r t tab br cr tbl tr tc hyperlink
    bookmarkStart bookmarkEnd proofErr sdt sdtContent smartTag customXml fldChar footnoteReference endnoteReference
    footnoteRef endnoteRef separator continuationSeparator commentRangeStart commentRangeEnd commentReference
    annotationRef lastRenderedPageBreak noBreakHyphen softHyphen permStart permEnd dir bdo ptab AlternateContent Choice
    moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd background
"""
_KNOWN = frozenset(_STRUCTURE.split())
_DRAWN = frozenset({"drawing", "pict", "object"})
# Wrapping of a picture that says nothing beyond it.
_FRAMES = """
    drawing inline anchor extent effectExtent docPr cNvGraphicFramePr graphicFrameLocks graphic graphicData pic nvPicPr
    cNvPr cNvPicPr picLocks blipFill blip stretch fillRect spPr xfrm off ext prstGeom avLst simplePos positionH
    positionV posOffset align wrapNone wrapSquare wrapTight wrapTopAndBottom wrapThrough wrapPolygon start lineTo
    extLst useLocalDpi pict object lock noFill ln sizeRelH sizeRelV pctWidth pctHeight
"""
_FRAME = frozenset(_FRAMES.split())
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_PLAIN_NUMBERS = frozenset({"bullet", "none"})
_SUFFIX = ".xml"


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of a .docx file, part by part."""
    with limits.open_zip(source.data) as archive:
        parts = OfficePackage(archive)
        main = package.parts_of_type(archive, "document.main+xml", "template.main+xml", "macroEnabledTemplate.main+xml")
        notes = package.parts_of_type(archive, ".footnotes+xml", ".endnotes+xml")
        comments = package.parts_of_type(archive, ".comments+xml")
        margins = package.parts_of_type(archive, ".header+xml", ".footer+xml")
        labels = _number_labels(parts)
        for name in (*main, *notes, *comments):
            if name in notes:
                inventory.suspect(Unread.NOTES)
            _Story(parts, name, inventory, labels).take(parts.parse(name))
        if package.parts_of_type(archive, "diagramData+xml", "chart+xml"):
            inventory.suspect(Unread.CHARTS)
        inventory.expect(*package.drawn_lines(archive, "diagramData+xml", "chart+xml"))
        _add_margins(parts, margins, inventory, labels)
        if comments:
            inventory.suspect(Unread.COMMENTS)
        _add_rest(parts, {*main, *notes, *comments, *margins}, inventory)


def _add_rest(parts: OfficePackage, stories: set[str], inventory: Inventory) -> None:
    media = {name for name in parts.names if re.search(r"(^|/)media/", name)}
    usual = package.parts_of_type(
        parts.archive, ".styles+xml", "stylesWithEffects+xml", "ettings+xml", "fontTable+xml", "numbering+xml",
        "people+xml", "commentsExtended+xml", "commentsIds+xml", "commentsExtensible+xml",
    )  # fmt: skip
    parts.add_others(inventory, {*stories, *media, *usual})


def _add_margins(
    parts: OfficePackage, names: list[str], inventory: Inventory, labels: dict[tuple[str, str], str]
) -> None:
    """Add headers and footers: of each line one is expected, as readers take them."""
    lines: dict[str, None] = {}
    for name in names:
        root = parts.parse(name)
        lines.update(dict.fromkeys(package.paragraphs(root)))
        inventory.add_figures(_figures(root))
        _Story(parts, name, inventory, labels, is_margin=True).take(root)
    inventory.expect(*(line for line in lines if any(map(str.isalpha, line))))
    if lines:
        inventory.suspect(Unread.MARGINS)


def _figures(root: etree._Element) -> Iterator[str]:
    """Yield the lines without a letter, which readers leave out, but for those in which Word counts the pages."""
    for paragraph in root.iter("{*}p"):
        line = "".join(str(each.text or "") for each in paragraph.iter("{*}t"))
        fields = [each.text or "" for each in paragraph.iter("{*}instrText")]
        fields += [attribute(each, "instr") for each in paragraph.iter("{*}fldSimple")]
        if not any(map(str.isalpha, line)) and not any(
            field.split()[:1] and field.split()[0] in _PAGE_FIELDS for field in fields
        ):
            yield line


def _number_labels(parts: OfficePackage) -> dict[tuple[str, str], str]:
    """Return what numbers the paragraphs of each list and level (ISO/IEC 29500-1, 17.9); bullets do not."""
    labels: dict[tuple[str, str], str] = {}
    for name in package.parts_of_type(parts.archive, "numbering+xml"):
        root = parts.parse(name)
        schemes = {attribute(each, "abstractNumId"): each for each in root.iterfind("{*}abstractNum")}
        for number in root.iterfind("{*}num"):
            reference = number.find("{*}abstractNumId")
            scheme = schemes.get(attribute(reference, "val")) if reference is not None else None
            overrides = [describe(each) for each in number.iterfind(".//{*}startOverride")]
            for level in scheme.iterfind("{*}lvl") if scheme is not None else ():
                facts = {local(each): attribute(each, "val") for each in level}
                if facts.get("numFmt", "decimal") not in _PLAIN_NUMBERS:
                    label = f"{facts.get('numFmt')} {facts.get('lvlText')} {facts.get('start')} {overrides}"
                    labels[attribute(number, "numId"), attribute(level, "ilvl")] = label
    for name in package.parts_of_type(parts.archive, ".styles+xml"):
        for style in parts.parse(name).iterfind("{*}style"):
            if found := _find_label(style, labels):
                labels[attribute(style, "styleId"), ""] = found
    return labels


def _find_label(properties: etree._Element, labels: dict[tuple[str, str], str]) -> str | None:
    """Return what numbers a paragraph or a style that names a list."""
    reference = properties.find(".//{*}numPr")
    if reference is None:
        return None
    facts = {local(child): attribute(child, "val") for child in reference}
    return labels.get((facts.get("numId", ""), facts.get("ilvl", "0")))


class _Story:
    """Walk through one story; its text is expected, unless it is a header or footer."""

    def __init__(
        self,
        parts: OfficePackage,
        name: str,
        inventory: Inventory,
        labels: dict[tuple[str, str], str],
        *,
        is_margin: bool = False,
    ) -> None:
        self._parts = parts
        self._targets = parts.targets(name)
        self._inventory = inventory
        self._labels = labels
        self._is_margin = is_margin

    def take(self, element: etree._Element, *, drawn: bool = False) -> None:
        """Add an element and all within; `drawn` is what lies in a drawing, outside of its texts."""
        tag = local(element)
        if tag in ("", "Fallback"):
            return
        if tag in _PROPERTIES:
            self._take_properties(element)
            return
        if tag == "moveFrom":
            self._inventory.add("moved away", "".join(map(str, element.itertext())))
            return
        self._take_content(element, tag)
        if drawn or tag in _DRAWN:
            self._take_drawn(element, tag)
        elif tag not in _KNOWN:
            self._take_special(element, tag)
        within = tag != "txbxContent" and (drawn or tag in _DRAWN)
        for child in element:
            self.take(child, drawn=within)

    def _take_content(self, element: etree._Element, tag: str) -> None:
        text = element.text or ""
        if tag == "t" and not self._is_margin:
            self._inventory.expect(text)
        elif tag == "delText":
            self._inventory.add("deleted", text)
        elif tag == "tr":
            cells = ["".join(str(t.text or "") for t in cell.iter("{*}t")) for cell in element.iterfind("{*}tc")]
            self._inventory.add_row(cells)
        elif tag == "hyperlink" and (target := next(map(self._targets.get, pointers(element)), None)):
            self._inventory.add_link(target, "".join(str(t.text or "") for t in element.iter("{*}t")))
        elif tag == "txbxContent":
            self._inventory.suspect(Unread.TEXT_BOXES)

    def _take_special(self, element: etree._Element, tag: str) -> None:
        if tag in ("instrText", "fldSimple"):
            self._take_field(element.text or "" if tag == "instrText" else attribute(element, "instr"))
        elif tag == "txbxContent":
            pass
        else:
            if tag in ("ins", "moveTo"):
                self._inventory.suspect(Unread.CHANGES)
            # Formulas, symbols, form fields, and whatever a later Word puts here.
            self._inventory.add("element", describe(element))

    def _take_field(self, instruction: str) -> None:
        self._inventory.suspect(Unread.FIELDS)
        words = instruction.split()
        if link := _LINK.match(instruction):
            self._inventory.add("link", link[1])
        elif words and words[0].upper() not in _PAGE_FIELDS:
            self._inventory.add("field", " ".join(words))

    def _take_drawn(self, element: etree._Element, tag: str) -> None:
        """Add a picture by its pixels, and of a drawing each shape."""
        if words := attribute(element, "descr") or attribute(element, "title"):
            self._inventory.add("described", words)
        if tag in ("blip", "imagedata"):
            for pointer in pointers(element):
                target = self._targets.get(pointer, "")
                if target in self._parts.names:
                    self._inventory.add_picture(self._parts.read(target))
                else:
                    self._inventory.miss(Unread.PICTURES)
        elif tag not in _FRAME or (tag == "prstGeom" and attribute(element, "prst") != "rect"):
            self._inventory.suspect(Unread.DRAWINGS)
            self._inventory.add("shape", describe(element))

    def _take_properties(self, element: etree._Element) -> None:
        """Add what of the looks changes what is said: struck-out words, numbers of paragraphs, states of boxes."""
        for each in element.iter():
            tag = local(each)
            if tag in ("strike", "dstrike", "del", "ins", "checked", "comboBox", "vanish") and attribute(
                each, "val"
            ) not in ("0", "false", "off"):
                owner = element.getparent()
                text = "" if owner is None else "".join(str(t.text or "") for t in owner.iterfind("{*}t"))
                self._inventory.add("property", tag, attribute(each, "val"), text)
            elif tag == "pStyle" and (label := self._labels.get((attribute(each, "val"), ""))):
                self._inventory.add("numbered", label)
        if label := _find_label(element, self._labels):
            self._inventory.add("numbered", label)
