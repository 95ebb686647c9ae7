"""Audit of PowerPoint presentations: text of slides and notes, and what in them is no text."""

from __future__ import annotations

import posixpath
import re
from itertools import islice
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction import limits, package
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.audits.office_parts import OfficePackage, describe_element, pointers, told_alternatives
from findling.extraction.document import is_telling
from findling.extraction.xml_parts import attribute, local

if TYPE_CHECKING:
    from lxml import etree

    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

# Shapes with a text are told by it, whatever their form; these say something by themselves.
_FORMS = frozenset({"graphicFrame", "contentPart", "oleObj", "videoFile", "audioFile", "oMath", "fld"})
# Namespaces of ISO/IEC 29500-1 and of what Office has added since.
_KNOWN = re.compile(
    r"\{http://(?:schemas\.openxmlformats\.org/(?:drawingml|presentationml|markup-compatibility|officeDocument)"
    r"|purl\.oclc\.org/ooxml|schemas\.microsoft\.com/office)/"
)


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:  # noqa: ARG001 - as all audits have it
    """Take the inventory of a .pptx file, slide by slide."""
    with limits.open_zip(source.data) as archive:
        parts = OfficePackage(archive)
        slides = package.parts_of_type(archive, ".slide+xml")
        notes = package.parts_of_type(archive, ".notesSlide+xml")
        backgrounds = package.parts_of_type(archive, ".slideLayout+xml", ".slideMaster+xml")
        for name in (*slides, *notes):
            source.beat()
            if name in notes:
                inventory.suspect(Unread.NOTES)
            _Slide(parts, name, inventory).take(parts.parse(name))
        for name in backgrounds:
            _add_background(parts, name, inventory)
        lines = _repeated_lines(
            parts, slides, set(package.parts_of_type(archive, ".slideMaster+xml")), set(backgrounds)
        )
        inventory.expect(*filter(is_telling, lines))
        inventory.add_figures(line for line in lines if not is_telling(line))
        if package.parts_of_type(archive, *package.DRAWN):
            inventory.suspect(Unread.CHARTS)
        inventory.expect(*package.drawn_lines(archive))
        for name in package.parts_of_type(archive, ".comments+xml"):
            inventory.suspect(Unread.COMMENTS)
            root = parts.parse(name)
            inventory.expect(*(each.text or "" for each in root.iter("{*}text")), *package.paragraphs(root))
        main = package.parts_of_type(archive, "presentation.main+xml", "slideshow.main+xml", "template.main+xml")
        usual = package.parts_of_type(
            archive, "presProps+xml", "viewProps+xml", "tableStyles+xml", "notesMaster+xml", "handoutMaster+xml",
            "commentAuthors+xml", "drawing+xml", "tags+xml",
        )  # fmt: skip
        media = {name for name in parts.names if "/media/" in name}
        parts.add_others(inventory, {*slides, *notes, *backgrounds, *main, *usual, *media})


def _add_background(parts: OfficePackage, name: str, inventory: Inventory) -> None:
    """Add what a layout or master shows on every slide: shapes that are no placeholders."""
    for shape in parts.parse(name).iter("{*}sp", "{*}pic"):
        if shape.find(".//{*}ph") is not None:
            continue
        inventory.add("background", "".join(str(text.text or "") for text in shape.iter("{*}t")))
        for blip in shape.iter("{*}blip"):
            for pointer in pointers(blip):
                target = parts.targets(name).get(pointer, "")
                inventory.add("picture", blake3(parts.read(target)).digest() if target in parts.names else target)


def _repeated_lines(
    parts: OfficePackage, slides: list[str], masters: set[str], backgrounds: set[str]
) -> dict[str, None]:
    """Return the lines of shapes that slides show for the layouts and masters behind them."""
    layouts = {target for name in slides for target in parts.targets(name).values()} & (backgrounds - masters)
    behind = layouts | ({target for name in layouts for target in parts.targets(name).values()} & masters)
    roots = [parts.parse(name) for name in sorted(behind)]
    shapes = (shape for root in roots for shape in root.iter("{*}sp") if shape.find(".//{*}ph") is None)
    lines = (line for shape in shapes for line in package.paragraphs(shape))
    return dict.fromkeys(" ".join(line.split()) for line in lines)


class _Slide:
    """Walk through a slide or its notes."""

    def __init__(self, parts: OfficePackage, name: str, inventory: Inventory) -> None:
        self._parts = parts
        self._targets = parts.targets(name)
        self._inventory = inventory

    def take(self, element: etree._Element) -> None:
        """Add an element and all within."""
        tag = local(element)
        if tag in ("", "timing", "transition"):
            return
        if tag in ("sp", "pic") and self._is_number(element):
            return
        self._take_element(element, tag)
        for child in told_alternatives(element) if tag == "AlternateContent" else element:
            self.take(child)

    def _is_number(self, shape: etree._Element) -> bool:
        place = shape.find("{*}nvSpPr/{*}nvPr/{*}ph")
        return place is not None and attribute(place, "type") in ("sldNum", "sldImg")

    def _take_element(self, element: etree._Element, tag: str) -> None:
        inventory = self._inventory
        if tag == "t":
            inventory.expect(element.text or "")
        elif tag == "tr":
            cells = ["".join(str(t.text or "") for t in cell.iter("{*}t")) for cell in element.iterfind("{*}tc")]
            inventory.add_row(cells)
        elif tag == "blip":
            self._take_picture(element)
        elif tag == "hlinkClick":
            target = next((self._targets.get(each, "") for each in pointers(element)), "")
            inventory.add_link(target, _text_beside(element, 2))
        elif tag in ("sp", "cxnSp"):
            self._take_shape(element)
        elif tag == "srcRect" or tag in _FORMS or not _KNOWN.match(str(element.tag)):
            inventory.add("element", describe_element(element))
        elif tag == "sld" and attribute(element, "show") in ("0", "false"):
            inventory.add("hidden")
        if tag == "cNvPr" and not any(local(each) in ("Fallback", "graphicData") for each in element.iterancestors()):
            inventory.expect(read_alternative_text(attribute(element, "title"), attribute(element, "descr")))
        if tag == "rPr" and attribute(element, "strike") not in ("", "noStrike"):
            inventory.add("struck out", _text_beside(element, 1))
        if tag == "AlternateContent":
            inventory.suspect(Unread.DRAWINGS)

    def _take_shape(self, shape: etree._Element) -> None:
        """Add the form of a shape, and without text its place, unless it waits to be filled."""
        if shape.find(".//{*}ph") is not None:
            return
        has_text = any((text.text or "").strip() for text in shape.iter("{*}t"))
        told = ("{*}prstGeom", "{*}custGeom") if has_text else ("{*}prstGeom", "{*}custGeom", "{*}xfrm")
        forms = [describe_element(each) for each in shape.iter(*told) if attribute(each, "prst") != "rect"]
        if forms:
            self._inventory.add("shape", *forms)

    def _take_picture(self, blip: etree._Element) -> None:
        for pointer in pointers(blip):
            target = self._targets.get(pointer, "")
            if target in self._parts.names:
                self._inventory.add_picture(self._parts.read(target))
            else:
                self._inventory.miss(Unread.PICTURES)
            self._inventory.add("kind", posixpath.splitext(target)[1] if target.endswith((".emf", ".wmf")) else "")


def _text_beside(element: etree._Element, levels: int) -> str:
    """Return the text within the element so many levels above."""
    above = next(islice(element.iterancestors(), levels - 1, None), element)
    return "".join(str(text.text or "") for text in above.iter("{*}t"))
