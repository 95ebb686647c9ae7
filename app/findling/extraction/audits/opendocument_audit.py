"""Audit of OpenDocument files: text of the content, and what in it is no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction import limits, package
from findling.extraction.audits.office_parts import OfficePackage, describe_element
from findling.extraction.audits.sheet_cells import add_cells, note_number
from findling.extraction.document import is_telling
from findling.extraction.flat_opendocument import unflatten
from findling.extraction.readers.form_controls import read_control
from findling.extraction.readers.opendocument import find_margins, read_page_name
from findling.extraction.xml_parts import attribute, local
from findling.formats import FileKind

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_STYLES = "styles.xml"
_USUAL = frozenset({package.ODF_CONTENT, _STYLES, "meta.xml", "settings.xml", "manifest.rdf", "layout-cache"})
_OBJECT = re.compile(r"Object [^/]+/content\.xml")
# What is no content of its own: looks, declarations, places, and who wrote a comment when.
_SKIPPED = frozenset(
    {"font-face-decls", "automatic-styles", "scripts", "tracked-changes", "note-citation", "creator", "date"}
    | {"page-number", "sequence-decls", "variable-decls", "user-field-decls", "annotation-xml"}
)
_KNOWN_NAMES = """
    document-content body text spreadsheet presentation p h span s tab line-break list list-item list-header section
    table table-column table-columns table-header-columns table-row table-rows table-header-rows table-cell
    covered-table-cell note note-body annotation annotation-end a bookmark bookmark-start bookmark-end bookmark-ref
    soft-page-break page frame text-box image reference-mark reference-mark-start reference-mark-end index-body
    index-title table-of-content title desc meta thumbnail notes ruby ruby-base ruby-text page-count header footer
    header-left header-first footer-left footer-first
"""
_KNOWN = frozenset(_KNOWN_NAMES.split())
_TEXTUAL = frozenset({"p", "h", "title", "desc", "math", "header-decl", "footer-decl", "date-time-decl"})
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_SUSPECTS = {"text-box": Unread.TEXT_BOXES, "note": Unread.NOTES, "annotation": Unread.COMMENTS}
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:
    """Take the inventory of an .odt, .odp or .ods file."""
    data, _ = unflatten(source.data)
    with limits.open_zip(data) as archive:
        parts = OfficePackage(archive)
        content = parts.parse(package.ODF_CONTENT)
        if _NAMESPACE not in str(content.tag):
            inventory.miss(Unread.UNKNOWN)  # OpenOffice.org 1 had names of its own
        is_sheet = extraction.kind is FileKind.ODS
        styles = [parts.parse(_STYLES)] if _STYLES in parts.names else []
        roots = (content, *styles)
        walk = _Walk(parts, inventory, _numbering(*roots), _find_worded(*roots), is_sheet=is_sheet)
        walk.take(content, expected=not is_sheet)
        if is_sheet:
            inventory.suspect(Unread.COMMENTS, Unread.DRAWINGS)
        objects = sorted(filter(_OBJECT.fullmatch, parts.names))
        for name in objects:
            walk.take(parts.parse(name), expected=not is_sheet)
            inventory.add("object", blake3(parts.read(name)).digest())
        _add_margins(archive, inventory, expected=not is_sheet)
        known = {*_USUAL, *objects, *walk.pictures}
        known |= {name for name in parts.names if name.startswith(("Pictures/", "ObjectReplacements/", "Thumbnails/"))}
        known |= {name for name in parts.names if re.fullmatch(r"Object [^/]+/(styles|meta|settings)\.xml", name)}
        parts.add_others(inventory, known)
    if is_sheet:
        add_cells(source, inventory)


def _add_margins(archive: zipfile.ZipFile, inventory: Inventory, *, expected: bool) -> None:
    """Add headers and footers; those of sheets are expected with the cells."""
    lines = find_margins(archive)
    inventory.add_figures(line for line in lines if not is_telling(line))
    if lines and expected:
        inventory.expect(*filter(is_telling, lines))
        inventory.suspect(Unread.MARGINS)


def _numbering(*roots: etree._Element) -> dict[str, str]:
    """Return what numbers the items of each style of lists; bullets do not."""
    found = {}
    for root in roots:
        for style in root.iter("{*}list-style"):
            levels = [
                describe_element(level)
                for level in style.iter("{*}list-level-style-number")
                if attribute(level, "num-format")
            ]
            if levels:
                found[attribute(style, "name")] = " ".join(levels)
    return found


def _find_worded(*roots: etree._Element) -> frozenset[str]:
    """Return the styles of lists whose numbers hold words, "" for that of headings.

    Readers give no numbers, so that nobody would find "Article 3".
    """
    found = set()
    for root in roots:
        for style in root.iter("{*}list-style", "{*}outline-style"):
            levels = style.iter("{*}list-level-style-number", "{*}outline-level-style")
            marks = "".join(f"{attribute(each, 'num-prefix')}{attribute(each, 'num-suffix')}" for each in levels)
            if any(sign.isalnum() or sign in "§¶" for sign in marks):
                found.add(attribute(style, "name") if local(style) == "list-style" else "")
    return frozenset(found)


def _telling_styles(styles: etree._Element) -> Iterator[str]:
    """Yield the styles of letters that are struck out, and of tables that are hidden."""
    for style in styles.iter("{*}style"):
        looks = (attribute(each, "text-line-through-style") for each in style.iter("{*}text-properties"))
        hidden = any(attribute(each, "display") == "false" for each in style.iter("{*}table-properties"))
        if hidden or any(look not in ("", "none") for look in looks):
            yield attribute(style, "name")


def _to_texts(pair: tuple[object, object]) -> tuple[str, str]:
    return str(pair[0]), str(pair[1])


class _Walk:
    """Walk through a content; pictures are those that it met."""

    def __init__(
        self,
        parts: OfficePackage,
        inventory: Inventory,
        numbering: dict[str, str],
        worded: frozenset[str],
        *,
        is_sheet: bool,
    ) -> None:
        self._parts = parts
        self._inventory = inventory
        self._numbering, self._worded = numbering, worded
        self._is_sheet = is_sheet
        self._telling: set[str] = set()
        self.pictures: set[str] = set()

    def take(self, element: etree._Element, *, expected: bool, paragraph: bool = False) -> None:
        """Add an element and all within; text counts within paragraphs, titles and descriptions."""
        tag = local(element)
        if tag == "automatic-styles":
            self._telling |= set(_telling_styles(element))
        if not tag or tag in _SKIPPED or element.tag == f"{_MATH}annotation":
            self._take_skipped(element, tag)
            return
        self._take_element(element, tag)
        if expected and tag == "page":
            self._inventory.expect(read_page_name(attribute(element, "name")))
        if expected:
            self._inventory.expect(read_control(str(element.tag), dict(map(_to_texts, element.items()))))
        paragraph = paragraph or tag in _TEXTUAL
        if paragraph and expected:
            self._inventory.expect(attribute(element, "string-value") if tag == "hidden-text" else element.text or "")
        for child in element:
            self.take(child, expected=expected, paragraph=paragraph)
            if paragraph and expected:
                self._inventory.expect(child.tail or "")

    def _take_skipped(self, element: etree._Element, tag: str) -> None:
        if tag in ("tracked-changes", "scripts") and len(element):
            told = [describe_element(each) + (each.text or "") for each in element.iter("*")]
            self._inventory.add(tag, *told)

    def _take_element(self, element: etree._Element, tag: str) -> None:
        if tag == "image" and (address := attribute(element, "href")):
            self._take_picture(address.removeprefix("./"))
        elif tag == "a":
            self._inventory.add_link(attribute(element, "href"), "".join(map(str, element.itertext())))
        elif tag in ("span", "table") and attribute(element, "style-name") in self._telling:
            self._inventory.add("look", tag, "".join(map(str, element.itertext())))
        elif tag in ("list", "list-item"):
            self._take_numbering(element)
        elif tag in ("table-row", "table-cell"):
            self._take_table(element, tag)
        elif tag not in _KNOWN:
            if "drawing" in str(element.tag):
                self._inventory.suspect(Unread.DRAWINGS)
            self._inventory.add("element", describe_element(element))
        if tag == "p" and self._is_sheet and local(next(element.iterancestors(), element)) != "table-cell":
            # Comments and text boxes of a sheet, which no reader reads.
            self._inventory.add("aside", "".join(map(str, element.itertext())))
        if tag == "h" and "" in self._worded:
            self._inventory.miss(Unread.FIELDS)
        if tag in _SUSPECTS:
            self._inventory.suspect(_SUSPECTS[tag])

    def _take_numbering(self, element: etree._Element) -> None:
        style = attribute(element, "style-name")
        if style and style in self._worded:
            self._inventory.miss(Unread.FIELDS)
        if numbers := self._numbering.get(style) or attribute(element, "start-value"):
            self._inventory.add("numbered", numbers)

    def _take_picture(self, name: str) -> None:
        if name in self._parts.names:
            self.pictures.add(name)
            self._inventory.add_picture(self._parts.read(name))
        else:
            self._inventory.miss(Unread.PICTURES)

    def _take_table(self, element: etree._Element, tag: str) -> None:
        """Add what tells rows and cells of equal texts apart."""
        if tag == "table-row":
            cells = [each for each in element if local(each) in ("table-cell", "covered-table-cell")]
            self._inventory.add_row(["".join(map(str, each.itertext())) for each in cells])
            repeated = [attribute(each, "number-columns-repeated") for each in cells[:-1]]
            if any(repeated):
                self._inventory.add("repeated", *repeated)
            return
        if formula := attribute(element, "formula"):
            self._inventory.add("formula", formula)
        shown = " ".join(" ".join(map(str, each.itertext())) for each in element.iterfind("{*}p")).strip()
        stored = attribute(element, "value") or attribute(element, "date-value")
        if self._is_sheet:
            self._inventory.add_cell(note_number(stored) if stored else shown)
        # What a form of numbers makes of a value stands beside it.
        if stored and shown not in (stored, note_number(stored)):
            self._inventory.add("shown", stored, shown)
