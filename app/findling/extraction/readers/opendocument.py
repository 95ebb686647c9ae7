"""Streaming reader of OpenDocument texts and presentations: no maintained library exists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, PlacedPicture, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder, is_telling, tell_attachments
from findling.extraction.flat_opendocument import unflatten
from findling.extraction.readers.form_controls import read_control
from findling.extraction.xml_parts import ParserTarget, attribute, local, make_parser
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from findling.extraction.source import Source

SPACES_LIMIT = 100
"""Spaces that one text:s may stand for."""

_MANIFEST = "META-INF/manifest.xml"
_STYLES = "styles.xml"
# Charts and the like, each a document of its own inside the package.
_OBJECT = re.compile(r"Object [^/]+/content\.xml")

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"

_MATH = "{http://www.w3.org/1998/Math/MathML}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

_LINK = "{http://www.w3.org/1999/xlink}href"
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,10})?)(cm|mm|in|pt|pc|px)")
# Pixels of 1/96 inch in each unit of length (OpenDocument 1.3, part 3, 18.3.18).
_UNITS = {"cm": 96 / 2.54, "mm": 9.6 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0, "px": 1.0}

_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
# What may stand in the middle of a paragraph and is no part of its sentence: notes, comments, formulas, how words are
# read, descriptions of pictures; and what has no paragraph of its own.
_ASIDES = {
    *(f"{_TEXT}note", f"{_TEXT}ruby-text", f"{_OFFICE}annotation", f"{_SVG}title", f"{_SVG}desc", f"{_MATH}math"),
    *(f"{_TABLE}title", f"{_TABLE}desc"),
    *(f"{_PRESENTATION}{name}-decl" for name in ("header", "footer", "date-time")),
}
_BLOCKS = _PARAGRAPHS | _ASIDES
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
# Deleted text, numbers that point to notes, formulas as programs take them, and who made a comment when.
_SILENT = {
    f"{_MATH}annotation",
    f"{_MATH}annotation-xml",
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note-citation",
    f"{_TEXT}page-number",
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://purl.org/dc/elements/1.1/}date",
}
# LibreOffice wrote those of the first page in a namespace of its own until they were in the standard.
_MARGINS = [f"{{*}}{end}{which}" for end in ("header", "footer") for which in ("", "-left", "-first")]
_COUNTERS = frozenset({"page-number", "page-count"})
# What OpenOffice.org 1 (.sxw, .sxi) called the namespaces, before there was a standard.
_OLD_NAMESPACE = re.compile(rb'="http://openoffice\.org/2000/([a-z]+)"')
_NEW_NAMESPACE = rb'="urn:oasis:names:tc:opendocument:xmlns:\1:1.0"'
_NAMESPACES = 50
_SPACE = re.compile(r"\s+")
_MADE_NAME = re.compile(r"\w*\d\w*")
_TITLE_STYLE = "Title"


def read(source: Source) -> Extraction:
    """Read an .odt or .odp file, or a flat one; in a presentation `page` is the slide's number."""
    data, is_damaged = unflatten(source.data)
    extraction = package.read_or_repair(data, lambda data: _read(data, source))
    return package.mark_damaged(extraction) if is_damaged else extraction


def _read(data: bytes, source: Source) -> Extraction:
    with limits.open_zip(data) as archive:
        names = archive.namelist()
        if _MANIFEST in names and b"encryption-data" in limits.read_member(archive, _MANIFEST):
            raise ExtractionError(Reason.ENCRYPTED)
        if package.ODF_CONTENT not in names:
            raise ExtractionError(Reason.DAMAGED, FileMessage.NO_CONTENT(part=package.ODF_CONTENT))
        builder = TextBuilder()
        content = _Content(builder, source)
        first, *objects = list_contents(archive)
        stream_part(limits.read_member(archive, first), content)
        pages = content.page
        for name in objects:
            stream_part(limits.read_member(archive, name), content)
        builder.add("\n".join(filter(is_telling, find_margins(archive))), BlockKind.META)
        title = package.core_title(archive) or content.title
        embedded = package.list_embedded(archive)
    return tell_attachments(
        builder.finish(FileKind.ODP if pages else FileKind.ODT, title, pages=pages or None), embedded
    )


def list_contents(archive: zipfile.ZipFile) -> list[str]:
    """Return the names of the content and of the charts and formulas in it."""
    return [package.ODF_CONTENT, *filter(_OBJECT.fullmatch, archive.namelist())]


def stream_part(markup: bytes, content: ParserTarget) -> None:
    """Parse without a tree, within libxml2's limit on the amplification by entities."""
    from lxml import etree

    parser = make_parser(target=content)
    try:
        etree.fromstring(_OLD_NAMESPACE.sub(_NEW_NAMESPACE, markup, _NAMESPACES), parser)
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def read_page_name(name: str) -> str:
    """Return the name that somebody gave a page; "" for a program's, as "page3" or "Folie3"."""
    return "" if _MADE_NAME.fullmatch(name) else " ".join(name.split())


def find_margins(archive: zipfile.ZipFile) -> list[str]:
    """Return each line of headers, footers, and what every slide shows, once.

    Many tell no more than the page.
    """
    if _STYLES not in archive.namelist():
        return []
    root = package.parse_part(limits.read_member(archive, _STYLES))
    return list(dict.fromkeys(" ".join("".join(_told(each)).split()) for each in _repeated(root)))


def _repeated(styles: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs of headers, footers, and a master page's drawings that nothing replaces."""
    for margin in styles.iter(*_MARGINS):
        yield from margin.iter(*_PARAGRAPHS)
    for drawn in styles.iterfind(f".//{_STYLE}master-page/*"):
        if str(drawn.tag).startswith(_DRAW):
            paragraphs = drawn.iter(*_PARAGRAPHS)
            yield from (each for each in paragraphs if not any(map(_is_replaced, each.iterancestors(f"{_DRAW}*"))))


def _is_replaced(drawn: etree._Element) -> bool:
    return bool(attribute(drawn, "class")) and attribute(drawn, "placeholder") != "false"


def _told(element: etree._Element) -> Iterator[str]:
    yield str(element.text or "")
    for child in element:
        if local(child) not in _COUNTERS:
            yield from _told(child)
        yield str(child.tail or "")


@dataclass(slots=True)
class _Paragraph:
    """An open paragraph: its kind and its text so far."""

    kind: BlockKind
    level: int = 0
    parts: list[str] = field(default_factory=list)

    def append(self, text: str) -> None:
        """Add characters; white space after white space collapses, whatever element is between."""
        if self.parts and self.parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self.parts.append(text)


class _Content:
    """A parser target of lxml that turns elements into blocks.

    A footnote, a comment or a text box stands inside a paragraph; it is added after that paragraph.

    Attributes:
        page: number of the current slide; 0 in a text.
        title: the first paragraph in the style "Title", else the first heading of level 1.
    """

    full = False

    def __init__(self, builder: TextBuilder, source: Source) -> None:
        self.page = 0
        self.title = ""
        self._builder = builder
        self._source = source
        self._title_styles = {_TITLE_STYLE}
        self._silent = 0
        self._lists = 0
        self._in_title = False
        self._new_slide = False
        self._page_name = ""
        self._open: list[_Paragraph] = []
        self._held: list[_Paragraph] = []
        self._pictures: list[PlacedPicture] = []
        self._frames: list[tuple[float, float]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""
        if self._silent or tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self._open.append(self._begin(tag, attributes))
        elif control := read_control(tag, attributes):
            self._add(_Paragraph(BlockKind.PARAGRAPH, parts=[control]))
        elif tag == f"{_TABLE}table-row":
            self._rows.append([])
        elif tag in _CELLS:
            self._cells.append([])
        elif tag == f"{_TEXT}list-item":
            self._lists += 1
        elif tag == f"{_PRESENTATION}notes":
            self._builder.begin_notes(self.page)
        elif tag.startswith(_DRAW):
            self._start_drawing(tag, attributes)
        elif tag == f"{_STYLE}style" and attributes.get(f"{_STYLE}parent-style-name") == _TITLE_STYLE:
            self._title_styles.add(attributes.get(f"{_STYLE}name", ""))
        elif self._open and tag == f"{_TEXT}hidden-text":
            self._open[-1].append(attributes.get(f"{_TEXT}string-value", ""))
        elif self._open and (space := _white_space(tag, attributes)):
            self._open[-1].parts.append(space)

    def _start_drawing(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter a slide, a frame or a picture."""
        if tag == f"{_DRAW}page":
            self._source.beat()
            self._end_page()
            self.page += 1
            self._new_slide = True
            self._page_name = read_page_name(attributes.get(f"{_DRAW}name", ""))
        elif tag == f"{_DRAW}frame":
            self._in_title = attributes.get(f"{_PRESENTATION}class") == "title"
            self._frames.append((_pixels(attributes, "width"), _pixels(attributes, "height")))
        elif tag == f"{_DRAW}image" and (address := attributes.get(_LINK, "")):
            size = self._frames[-1] if self._frames else (0.0, 0.0)
            self._pictures.append(
                PlacedPicture(address.removeprefix("./").removeprefix("#"), *size, page=self.page or None)
            )

    def data(self, text: str) -> None:
        """Add characters, which count inside paragraphs only."""
        if self._open and not self._silent:
            self._open[-1].append(_SPACE.sub(" ", text))

    def end(self, tag: str) -> None:
        """Leave an element."""
        if self._silent:
            self._silent -= 1
        elif tag in _BLOCKS:
            self._close_paragraph()
        elif tag in _CELLS:
            text = " ".join(self._cells.pop())
            if self._rows:
                self._rows[-1].append(text)
        elif tag == f"{_TABLE}table-row":
            line = " | ".join(filter(None, self._rows.pop()))
            self._add(_Paragraph(BlockKind.ROW, parts=[line]))
            self._place_pictures()
        elif tag == f"{_TEXT}list-item":
            self._lists -= 1
        elif tag == f"{_DRAW}frame":
            self._in_title = False
            if self._frames:
                self._frames.pop()
            self._place_pictures()

    def close(self) -> None:
        """Finish; required by the parser."""
        self._end_page()

    def _end_page(self) -> None:
        """Add the name of a page behind what stands on it."""
        name, self._page_name = self._page_name, ""
        self._add(_Paragraph(BlockKind.META, parts=[name]))

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> _Paragraph:
        if tag in _ASIDES:
            return _Paragraph(BlockKind.PARAGRAPH)
        if self._in_title and self.page:
            return _Paragraph(BlockKind.HEADING, 2)
        if attributes.get(f"{_TEXT}style-name") in self._title_styles:
            return _Paragraph(BlockKind.HEADING, 1)
        if tag == f"{_TEXT}h":
            level = attributes.get(f"{_TEXT}outline-level") or attributes.get(f"{_TEXT}level", "1")
            return _Paragraph(BlockKind.HEADING, min(int(level), 6) if level.isdecimal() else 1)
        return _Paragraph(BlockKind.ITEM if self._lists else BlockKind.PARAGRAPH)

    def _close_paragraph(self) -> None:
        done = self._open.pop()
        if self._open:
            self._held.append(done)
            return
        for paragraph in (done, *self._held):
            self._add(paragraph)
        self._held.clear()
        self._place_pictures()

    def _place_pictures(self) -> None:
        """Place pictures behind the paragraph or the table that they stand in."""
        if not (self._open or self._rows):
            for picture in self._pictures:
                self._builder.add_picture(picture)
            self._pictures.clear()

    def _add(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.parts)
        if self._cells:
            self._cells[-1].append(" ".join(text.split()))
            return
        if not text.strip():
            return
        if paragraph.kind is BlockKind.HEADING and not self.title:
            self.title = text
        page = self.page or None
        self._builder.add(text, paragraph.kind, level=paragraph.level, page=page, breaks=self._new_slide)
        self._new_slide = False


def _pixels(attributes: Mapping[str, str], side: str) -> float:
    """Return the length of a side of a frame in pixels; 0 where it is not given, or relative."""
    found = _LENGTH.fullmatch(attributes.get(f"{_SVG}{side}", ""))
    return float(found[1]) * _UNITS[found[2]] if found else 0.0


def _white_space(tag: str, attributes: Mapping[str, str]) -> str:
    """Return an element's white space, if it stands for any (OpenDocument 1.3, part 3, 6.1.2)."""
    if tag == f"{_TEXT}s":
        count = attributes.get(f"{_TEXT}c", "1")
        return " " * min(int(count), SPACES_LIMIT) if count.isdecimal() else " "
    return {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(tag, "")
