"""Reader of Pages, Numbers, Keynote: text in their package, else in the preview beside it."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.document import TextBuilder
from findling.extraction.package import mark_damaged
from findling.extraction.readers.apple_archives import STORAGE, read_objects, read_stored_text
from findling.extraction.readers.apple_tables import KINDS, read_cell_tables
from findling.extraction.source import Source
from findling.extraction.xml_parts import local, make_parser
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.readers.apple_archives import ArchivedObject
    from findling.extraction.readers.apple_tables import AppleTables

_LOCKED = (".iwph", ".iwpv2")
_OLD_CONTENTS = ("index.xml", "index.apxl", "index.xml.gz", "index.apxl.gz")
_PREVIEW = "QuickLook/Preview.pdf"
_ARCHIVE = re.compile(r"Index/(?!.*(?:Stylesheet|Master|Template|AnnotationAuthor|ViewState|Metadata)).*\.iwa")
_NUMBER = re.compile(r"(\d+)")
# What stands in a text for a picture, a page or a section.
_BREAKS = re.compile("[\x04\x05\x0c\x0e\ufffc]")
_SPREADSHEET = "{http://developer.apple.com/namespaces/sf}"
_VALUES = "{http://developer.apple.com/namespaces/sfa}"


def read(source: Source) -> Extraction:
    """Read a document of 2005 to 2009 or since.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED`, or `NO_TEXT`.
    """
    with limits.open_zip(source.data) as archive:
        names = archive.namelist()
        if any(name.rpartition("/")[2] in _LOCKED for name in names):
            raise ExtractionError(Reason.ENCRYPTED)
        builder = TextBuilder()
        is_damaged = _add_content(builder, archive, source)
        if builder.empty and _PREVIEW in names:
            return _read_preview(limits.read_member(archive, _PREVIEW), source)
    if builder.empty and is_damaged:
        raise ExtractionError(Reason.DAMAGED)
    extraction = builder.finish(FileKind.PAGES)
    return mark_damaged(extraction) if is_damaged else extraction


def _read_preview(data: bytes, source: Source) -> Extraction:
    """Read the picture of the document left by its program, perhaps of its first pages only."""
    from findling.extraction.readers import pdf

    extraction = pdf.read(Source(data, "Preview.pdf", source.beat))
    return replace(extraction, pictured=None)


def _add_content(builder: TextBuilder, archive: zipfile.ZipFile, source: Source) -> bool:
    """Add texts and tables; return whether one of them is damaged."""
    names = archive.namelist()
    old = next((name for name in _OLD_CONTENTS if name in names), None)
    if old is not None:
        if archive.getinfo(old).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ExtractionError(Reason.ENCRYPTED)  # a method of its own, by which the older ones do it
        for line in _read_old(limits.read_member(archive, old)):
            builder.add(line)
        return False
    objects: list[ArchivedObject] = []
    for name in sorted(filter(_ARCHIVE.fullmatch, names), key=_order):
        source.beat()
        found = read_objects(limits.read_member(archive, name))
        objects += (each for each in found if each.kind in KINDS)
    tables = _read_tables(objects)
    is_damaged = tables.is_damaged
    for each in objects:
        if each.kind == STORAGE and each.number not in tables.used:
            try:
                for text in read_stored_text(each.message):
                    _add_lines(builder, text)
            except (ValueError, IndexError):
                is_damaged = True
    _add_tables(builder, tables)
    return is_damaged


def _read_tables(objects: list[ArchivedObject]) -> AppleTables:
    try:
        return read_cell_tables({each.number: each for each in reversed(objects)})
    except (ValueError, IndexError) as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _add_lines(builder: TextBuilder, text: str) -> None:
    for line in _BREAKS.sub("\n", text).split("\n"):
        builder.add(line)


def _add_tables(builder: TextBuilder, tables: AppleTables) -> None:
    """Add tables with the names of their sheets; strings of cells that are in none follow."""
    sheet = ""
    for table in tables.tables:
        if table.sheet != sheet:
            sheet = table.sheet
            builder.add(sheet, BlockKind.HEADING, level=2, breaks=True)
        builder.add(table.name, BlockKind.HEADING, level=3)
        for row in table.rows:
            builder.add(" | ".join(filter(None, row)), BlockKind.ROW)
    for text in tables.others:
        _add_lines(builder, text)


def _order(name: str) -> tuple[bool, list[str | int]]:
    """Return a key that puts a document's own before its tables, and counts numbers."""
    parts = _NUMBER.split(name)
    return "Tables/" in name, [int(part) if part.isdecimal() else part for part in parts]


def _read_old(data: bytes) -> Iterator[str]:
    """Yield paragraphs and cells of a document of one part of XML."""
    from lxml import etree

    if data.startswith(b"\x1f\x8b"):
        data = _inflate(data)
    try:
        root = etree.fromstring(data, make_parser())
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    for element in root.iter(f"{_SPREADSHEET}p", f"{_SPREADSHEET}ct"):
        if element.tag.endswith("}ct"):
            yield str(element.get(f"{_VALUES}s", ""))
        elif next(filter(_is_pattern, element.iterancestors()), None) is None:
            yield "".join(_told(element))


def _is_pattern(element: etree._Element) -> bool:
    return any(word in local(element) for word in ("prototype", "stylesheet", "master"))


def _told(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element, without words that ask to be replaced."""
    yield str(element.text or "")
    for child in element:
        if local(child) == "br":
            yield "\n"
        elif local(child) != "ghost-text":
            yield from _told(child)
        yield str(child.tail or "")


def _inflate(data: bytes) -> bytes:
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = inflater.decompress(data, limits.ZIP_PART + 1)
    except zlib.error as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    if len(content) > limits.ZIP_PART:
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE)
    return content
