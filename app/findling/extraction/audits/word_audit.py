"""Audit of Word documents: the text of all stories, and what in them is no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import Unread
from findling.extraction import limits, package
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.audits.office_parts import OfficePackage, describe_element, pointers, told_alternatives
from findling.extraction.document import is_telling
from findling.extraction.readers.field_codes import CODE_LIMIT, show_code
from findling.extraction.readers.symbol_fonts import decode_private, decode_symbol, is_symbol_font
from findling.extraction.readers.word import WordDocument
from findling.extraction.readers.word_parts import WordParts
from findling.extraction.readers.word_walk import VECTOR_SHAPES
from findling.extraction.xml_parts import attribute, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_LEFT_OUT = {"del": "deleted", "moveFrom": "moved away"}
_DELETED_BY = {"tr": "{*}trPr/{*}del", "tc": "{*}tcPr/{*}cellDel"}
_OLD_SHAPES = frozenset(VECTOR_SHAPES.split())
_PLAIN_NUMBERS = frozenset({"bullet", "none"})
_SUFFIX = ".xml"


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of a .docx file, part by part."""
    with limits.open_zip(source.data) as archive:
        parts = OfficePackage(archive)
        word = WordParts(archive)
        labels = _number_labels(parts)
        for name in (word.main, *word.notes, *word.comments):
            if name in word.notes:
                inventory.suspect(Unread.NOTES)
            inventory.expect(*_Story(parts, name, inventory, labels).take_all())
        if package.parts_of_type(archive, *package.DRAWN):
            inventory.suspect(Unread.CHARTS)
        inventory.expect(*WordDocument(archive, source.beat).list_numbers())
        inventory.expect(*package.drawn_lines(archive))
        _add_margins(parts, word.margins, inventory, labels)
        if word.comments:
            inventory.suspect(Unread.COMMENTS)
        _add_rest(parts, {word.main, *word.notes, *word.comments, *word.margins}, inventory)


def _add_rest(parts: OfficePackage, stories: set[str], inventory: Inventory) -> None:
    media = {name for name in parts.names if re.search(r"(^|/)media/", name)}
    usual = package.parts_of_type(
        parts.archive, ".styles+xml", "stylesWithEffects+xml", "ettings+xml", "fontTable+xml", "numbering+xml",
        "people+xml", "commentsExtended+xml", "commentsIds+xml", "commentsExtensible+xml",
    )  # fmt: skip
    parts.add_others(inventory, {*stories, *media, *usual})


def _add_margins(
    parts: OfficePackage, names: Iterable[str], inventory: Inventory, labels: dict[tuple[str, str], str]
) -> None:
    """Add headers and footers: of each line one is expected, as readers take them."""
    lines: dict[str, None] = {}
    for name in names:
        inventory.add_figures(_figures(parts.parse(name)))
        story = _Story(parts, name, inventory, labels)
        lines.update(dict.fromkeys(" ".join(line.split()) for line in story.take_all()))
    inventory.expect(*filter(is_telling, lines))
    if lines:
        inventory.suspect(Unread.MARGINS)


def _figures(root: etree._Element) -> Iterator[str]:
    """Yield the lines that readers leave out, but for those in which Word counts the pages."""
    for paragraph in root.iter("{*}p"):
        line = "".join(str(each.text or "") for each in paragraph.iter("{*}t"))
        fields = [each.text or "" for each in paragraph.iter("{*}instrText")]
        fields += [attribute(each, "instr") for each in paragraph.iter("{*}fldSimple")]
        if not is_telling(" ".join(line.split())) and not any(
            field.split()[:1] and field.split()[0] in _PAGE_FIELDS for field in fields
        ):
            yield line


def _number_labels(parts: OfficePackage) -> dict[tuple[str, str], str]:
    """Return what numbers paragraphs by list and level (ISO/IEC 29500-1, 17.9), not bullets."""
    labels: dict[tuple[str, str], str] = {}
    for name in package.parts_of_type(parts.archive, "numbering+xml"):
        root = parts.parse(name)
        schemes = {attribute(each, "abstractNumId"): each for each in root.iterfind("{*}abstractNum")}
        for number in root.iterfind("{*}num"):
            reference = number.find("{*}abstractNumId")
            scheme = schemes.get(attribute(reference, "val")) if reference is not None else None
            overrides = [describe_element(each) for each in number.iterfind(".//{*}startOverride")]
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


@dataclass(slots=True)
class _Field:
    """Open field: stretches before it, the entry of a list chosen in it, its code."""

    start: int
    choice: str = ""
    code: str = ""


@dataclass(slots=True)
class _Line:
    """Open paragraph."""

    texts: list[str] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)


class _Story:
    """Walk through the tree of one story, as whoever checks `StoryWalk` would read the standard."""

    def __init__(
        self, parts: OfficePackage, name: str, inventory: Inventory, labels: dict[tuple[str, str], str]
    ) -> None:
        self._parts = parts
        self._name = name
        self._targets = parts.targets(name)
        self._inventory = inventory
        self._labels = labels
        self._open = [_Line()]
        self._lines: list[str] = []
        self._said: list[set[str]] = []

    def take_all(self) -> list[str]:
        """Add all that is no text; return the lines of text that a reader has to give."""
        self._take(self._parts.parse(self._name))
        self._lines += self._open[0].texts
        return self._lines

    def _take(self, element: etree._Element, *, drawn: bool = False) -> None:
        """Add an element and all within; `drawn` is what lies in a drawing, outside of its texts."""
        tag = local(element)
        if not tag or ((tag in _LEFT_OUT or tag in _DELETED_BY) and self._is_left_out(element, tag)):
            return
        if tag in _PROPERTIES:
            self._take_properties(element)
            return
        if tag == "p":
            self._open.append(_Line())
        self._take_content(element, tag)
        if tag in _DRAWN:
            self._said.append(set())
        if drawn or tag in _DRAWN:
            self._take_drawn(element, tag)
        elif tag not in _KNOWN:
            self._take_special(element, tag)
        within = tag != "txbxContent" and (drawn or tag in _DRAWN)
        for child in told_alternatives(element) if tag == "AlternateContent" else element:
            self._take(child, drawn=within)
        if tag in _DRAWN:
            self._said.pop()
        if tag == "p":
            self._lines.append("".join(self._open.pop().texts))

    def _is_left_out(self, element: etree._Element, tag: str) -> bool:
        """Add what is deleted or moved away, if this is such; a reader leaves it out."""
        kind = _LEFT_OUT.get(tag) or ("deleted" if _is_deleted(element, tag) else "")
        if kind:
            self._inventory.add(kind, describe_element(element), _text_in(element))
            if kind == "deleted":
                self._inventory.suspect(Unread.CHANGES)
        return bool(kind)

    def _take_content(self, element: etree._Element, tag: str) -> None:
        texts = self._open[-1].texts
        if tag == "t":
            text = element.text or ""
            texts.append(text if text.isascii() else decode_private(_font(element), text))
        elif tag in ("sym", "symEx"):
            texts.append(_symbol(element))
        elif tag in ("rad", "nary", "d", "den"):
            texts.append(_signs(element, tag))
        elif tag == "textpath":
            self._lines.append(attribute(element, "string"))
        elif tag == "fldChar":
            self._take_mark(attribute(element, "fldCharType"))
        elif tag == "ddList" and self._open[-1].fields:
            self._open[-1].fields[-1].choice = _chosen(element)
        elif tag == "delText":
            self._inventory.add("deleted", element.text or "")
        elif tag == "tr":
            self._inventory.add_row([_text_in(cell) for cell in element.iterfind("{*}tc")])
        elif tag == "hyperlink" and (target := next(map(self._targets.get, pointers(element)), None)):
            self._inventory.add_link(target, _text_in(element))
        elif tag == "txbxContent":
            self._inventory.suspect(Unread.TEXT_BOXES)
        elif tag == "altChunk":
            # Its text is in another part, in any format, and may not have been read.
            self._inventory.suspect(Unread.EMBEDDED)
            self._inventory.miss(Unread.EMBEDDED)

    def _take_mark(self, kind: str) -> None:
        """Take a mark of a field: text in an instruction is no text of the document."""
        line = self._open[-1]
        if kind == "begin":
            line.fields.append(_Field(len(line.texts)))
        elif line.fields and kind == "separate":
            start = line.fields[-1].start
            self._inventory.add("instruction", *line.texts[start:])
            del line.texts[start:]
        elif line.fields and kind == "end":
            ended = line.fields.pop()
            if len(line.texts) == ended.start:
                line.texts.append(ended.choice or show_code(ended.code))

    def _take_special(self, element: etree._Element, tag: str) -> None:
        if tag in ("instrText", "fldSimple"):
            code = element.text or "" if tag == "instrText" else attribute(element, "instr")
            fields = self._open[-1].fields
            if tag == "instrText" and fields and len(fields[-1].code) < CODE_LIMIT:
                fields[-1].code += code
            self._take_field(code)
        elif tag != "txbxContent":
            if tag in ("ins", "moveTo"):
                self._inventory.suspect(Unread.CHANGES)
            # Formulas, symbols, form fields, and whatever a later Word puts here.
            self._inventory.add("element", describe_element(element))

    def _take_field(self, instruction: str) -> None:
        self._inventory.suspect(Unread.FIELDS)
        words = instruction.split()
        if link := _LINK.match(instruction):
            self._inventory.add("link", link[1])
        elif words and words[0].upper() not in _PAGE_FIELDS:
            self._inventory.add("field", " ".join(words))

    def _take_drawn(self, element: etree._Element, tag: str) -> None:
        """Add a picture by its pixels, and of a drawing each shape."""
        is_old = tag in _OLD_SHAPES and next(element.iterancestors("{*}AlternateContent"), None) is None
        if self._said and (tag in ("docPr", "cNvPr") or is_old):
            words = read_alternative_text(*(attribute(element, name) for name in ("title", "descr", "alt")))
            if words not in self._said[-1]:
                self._said[-1].add(words)
                self._lines.append(words)
        elif words := attribute(element, "descr") or attribute(element, "title"):
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
            self._inventory.add("shape", describe_element(element))

    def _take_properties(self, element: etree._Element) -> None:
        """Add looks that change what is said: struck-out words, paragraph numbers, states of boxes."""
        for each in element.iter():
            tag = local(each)
            if tag in ("strike", "dstrike", "del", "ins", "checked", "comboBox", "vanish") and attribute(
                each, "val"
            ) not in ("0", "false", "off"):
                owner = element.getparent()
                text = "" if owner is None else "".join(str(t.text or "") for t in owner.iterfind("{*}t"))
                self._inventory.add("property", tag, attribute(each, "val"), text)
            elif tag in ("tblCaption", "tblDescription") and next(each.iterancestors("{*}tblPrChange"), None) is None:
                self._lines.append(read_alternative_text(attribute(each, "val")))
            elif tag == "pStyle" and (label := self._labels.get((attribute(each, "val"), ""))):
                self._inventory.add("numbered", label)
        if label := _find_label(element, self._labels):
            self._inventory.add("numbered", label)


def _is_deleted(element: etree._Element, tag: str) -> bool:
    """Return whether a row or a cell is deleted by its properties."""
    return tag in _DELETED_BY and element.find(_DELETED_BY[tag]) is not None


def _text_in(element: etree._Element) -> str:
    return "".join(str(each.text or "") for each in element.iter("{*}t", "{*}delText"))


def _font(text: etree._Element) -> str:
    """Return the symbol font of a text's run, or ""."""
    run = text.getparent()
    fonts = run.find("{*}rPr/{*}rFonts") if run is not None else None
    if fonts is None:
        return ""
    return next(filter(is_symbol_font, (attribute(fonts, script) for script in ("ascii", "hAnsi", "cs"))), "")


def _symbol(element: etree._Element) -> str:
    try:
        return decode_symbol(attribute(element, "font"), int(attribute(element, "char"), 16))
    except ValueError:
        return ""


def _signs(element: etree._Element, tag: str) -> str:
    """Return the signs that a part of a formula stands for, beside the texts in it."""
    chosen = {local(each): attribute(each, "val") for each in element.iterfind("{*}*/{*}*")}
    match tag:
        case "rad":
            return "√"
        case "nary":
            return chosen.get("chr", "∫")
        case "den":
            owner = element.getparent()
            form = owner.find("{*}fPr/{*}type") if owner is not None else None
            return "¦" if form is not None and attribute(form, "val") == "noBar" else ""
        case _:
            between = chosen.get("sepChr", "") * (len(element.findall("{*}e")) - 1)
            return f"{chosen.get('begChr', '')}{between}{chosen.get('endChr', '')}"


def _chosen(entries: etree._Element) -> str:
    """Return the entry of a list in an old form that is chosen (ISO/IEC 29500-1, 17.16.9)."""
    names = [attribute(each, "val") for each in entries.iterfind("{*}listEntry")]
    numbers = [attribute(each, "val") for each in (*entries.iterfind("{*}result"), *entries.iterfind("{*}default"))]
    number = int(numbers[0]) if numbers and numbers[0].isdecimal() else 0
    return names[min(number, len(names) - 1)] if names else ""
