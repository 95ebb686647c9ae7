"""Audit of PDF: whether it is whole, all text of its pages, and what on them is no text."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from blake3 import blake3

from findling.domain.files import Unread
from findling.extraction.inventory import collapse, tally
from findling.extraction.readers.annotations import read_comments
from findling.extraction.readers.pdf import open_document
from findling.extraction.readers.tagged_pdf import read_descriptions

if TYPE_CHECKING:
    from findling.domain.files import Extraction
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source

_TAIL = 2_048
_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
_HEADER = re.compile(rb"%PDF-\d")
_THIN = 3.0
"""Points: a path that is no wider than this, or no higher, is a rule or a border."""
_FILLED_PAGE = 0.9
_SAMPLES = (0.1, 0.3, 0.5, 0.7, 0.9)
_MIDDLE = 0.25
"""Share of a letter's height at its top and its foot, where a rule does not strike it out."""
_OBJECTS = 20_000
"""Objects looked at on one page."""
_DEPTH = 10
_RUNNING_PAGES = 3
_FIGURES = re.compile(r"\d+")
_DRAWN = (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_SHADING)
_HARMLESS = frozenset({pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP, pdfium_c.FPDF_ANNOT_WIDGET})


def audit(source: Source, extraction: Extraction, inventory: Inventory) -> None:
    """Take the inventory of a PDF; PDFium repairs silently what this finds to be damaged."""
    if not _is_intact(source.data):
        inventory.miss(Unread.REPAIRED)
    try:
        _add_document(source, extraction, inventory)
    except pdfium.PdfiumError:
        inventory.miss(Unread.UNKNOWN)


def _add_document(source: Source, extraction: Extraction, inventory: Inventory) -> None:
    with closing(open_document(source.data)) as document:
        for index in range(document.count_attachments()):
            attachment = document.get_attachment(index)
            inventory.add("attachment", attachment.get_name(), blake3(bytes(attachment.get_data())).digest())
        if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
            inventory.miss(Unread.FORMS)
        texts = []
        for index in range(len(document)):
            source.beat()
            with closing(document.get_page(index)) as page:
                texts.append(_read_page(page, inventory))
        _expect(texts, extraction.text, inventory)


def _is_intact(data: bytes) -> bool:
    """Return whether the objects' table is where the file's end says (ISO 32000-1, 7.5.5)."""
    end = _START.search(data[-_TAIL:].rstrip(b"\0 \t\r\n") + b"\n")
    header = _HEADER.search(data[:1024])
    if end is None or header is None:
        return False
    at = int(end[1])
    return any(_TABLE.match(data, place) is not None for place in (at, at + header.start()))


def _read_page(page: pdfium.PdfPage, inventory: Inventory) -> str:
    """Add the annotations and objects of a page, and return its text, comments included."""
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        if annotation:
            kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium_c.FPDF_ANNOT_LINK:
                _add_link(page, annotation, inventory)
            elif kind not in _HARMLESS:
                inventory.add("annotation", str(kind))
                inventory.suspect(Unread.COMMENTS)
            pdfium_c.FPDFPage_CloseAnnot(annotation)
    comments = read_comments(page)
    for comment in comments:
        inventory.add("comment", comment)
    with closing(page.get_textpage()) as textpage:
        _check_letters(textpage, inventory)
        _add_objects(page, textpage, inventory)
        return "\n".join([textpage.get_text_range(), *comments, *read_descriptions(page)])


def _add_link(page: pdfium.PdfPage, annotation: pdfium_c.FPDF_ANNOTATION, inventory: Inventory) -> None:
    link = pdfium_c.FPDFAnnot_GetLink(annotation)
    action = pdfium_c.FPDFLink_GetAction(link) if link else None
    if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
        return
    size = pdfium_c.FPDFAction_GetURIPath(page.pdf, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
    inventory.add("link", buffer.value)


def _check_letters(textpage: pdfium.PdfTextPage, inventory: Inventory) -> None:
    """Note letters of which the font does not say what they are."""
    is_unmapped, raw = pdfium_c.FPDFText_HasUnicodeMapError, textpage.raw
    if 1 in [is_unmapped(raw, index) for index in range(textpage.count_chars())]:
        inventory.miss(Unread.UNDECODABLE)


def _add_objects(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, inventory: Inventory) -> None:
    width, height = page.get_size()
    for count, each in enumerate(page.get_objects(max_depth=_DEPTH)):
        if count >= _OBJECTS:
            inventory.miss(Unread.DRAWINGS)
            return
        if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            _add_image(each, inventory)
        elif each.type in _DRAWN and not (each.type == pdfium_c.FPDF_PAGEOBJ_PATH and _is_rule(each, width, height)):
            inventory.miss(Unread.DRAWINGS)
        elif each.type == pdfium_c.FPDF_PAGEOBJ_PATH and _strikes(each, textpage):
            inventory.miss(Unread.CHANGES)


def _strikes(rule: pdfium.PdfObject, textpage: pdfium.PdfTextPage) -> bool:
    """Return whether a rule runs through a letter's middle, so that words may be struck out."""
    try:
        left, bottom, right, top = rule.get_bounds()
    except pdfium.PdfiumError:
        return False
    height = (bottom + top) / 2
    for share in _SAMPLES:
        index = textpage.get_index(left + share * (right - left), height, 1, 1)
        if index is not None:
            _, below, _, above = textpage.get_charbox(index)
            if below + _MIDDLE * (above - below) < height < above - _MIDDLE * (above - below):
                return True
    return False


def _is_rule(path: pdfium.PdfObject, width: float, height: float) -> bool:
    """Return whether a path is a thin line or border, or the ground of the whole page."""
    try:
        left, bottom, right, top = path.get_bounds()
    except pdfium.PdfiumError:
        return True  # nothing of it is drawn
    across, down = right - left, top - bottom
    return bool(min(across, down) <= _THIN or (across >= _FILLED_PAGE * width and down >= _FILLED_PAGE * height))


def _add_image(image: pdfium.PdfObject, inventory: Inventory) -> None:
    assert isinstance(image, pdfium.PdfImage)
    try:
        filters = image.get_filters(skip_simple=True)
        data = bytes(image.get_data(decode_simple=True))
        shape = image.get_px_size()
    except pdfium.PdfiumError:
        inventory.miss(Unread.PICTURES)
        return
    if list(filters) == ["DCTDecode"]:
        inventory.add_picture(data)
    else:
        inventory.add("image", str(shape), str(filters), blake3(data).digest())


def _expect(texts: list[str], read: str, inventory: Inventory) -> None:
    """Expect the texts of all pages, but for repeated running heads and numbers of pages."""
    missing = tally("\n".join(texts))
    missing.subtract(tally(read))
    heads, numbers = _running_lines(texts, collapse(read))
    missing.subtract(heads)
    if any(count and not 0 < count <= numbers[sign] for sign, count in missing.items()):
        inventory.miss(Unread.MARGINS if heads or numbers else Unread.TEXT)
    inventory.cover_text()


def _running_lines(texts: list[str], read: str) -> tuple[Counter[str], Counter[str]]:
    """Count the characters of unread running heads, and those of the pages' numbers.

    A running head is a line that comes on several pages with no other figures than those that count the pages.
    """
    lines: dict[str, list[tuple[int, str]]] = {}
    for number, text in enumerate(texts):
        for line in text.splitlines():
            told = collapse(line)
            lines.setdefault(_FIGURES.sub("#", told), []).append((number, told))
    heads: Counter[str] = Counter()
    numbers: Counter[str] = Counter()
    for form, places in lines.items():
        if len({number for number, _ in places}) < _RUNNING_PAGES:
            continue
        if not form.strip("# -–/."):
            for _, line in places:
                numbers += tally(line)
        elif len({_without_page(line, number) for number, line in places}) == 1:
            for line, count in Counter(line for _, line in places).items():
                lost = max(count - read.count(line), 0)
                heads += Counter({sign: lost * times for sign, times in tally(line).items()})
    return heads, numbers


def _without_page(line: str, number: int) -> tuple[int | str, ...]:
    """Return the figures of a line, those that count pages relative to the page."""
    return tuple(int(figure) - number if len(figure) < 5 else figure for figure in _FIGURES.findall(line))
