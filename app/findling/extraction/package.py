"""Office packages: zips of XML parts, parsed, copied, and repaired where they are damaged."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from findling.domain.files import Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.xml_parts import drop_surrogates, elements, make_parser
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

_T = TypeVar("_T")

CONTENT_TYPES = "[Content_Types].xml"
ODF_CONTENT = "content.xml"

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, IndexError, AttributeError)
"""Errors, beside their own, that libraries for Office packages raise on a broken part."""

# Files of other programs, in Microsoft's packages and in OpenDocument's, where an object has no folder of its own.
_EMBEDDED = re.compile(r"(?:ppt|xl|word|visio)/embeddings/[^/]+\Z|Object [^/]+\Z|Embedded/[^/]+\Z")
_MEDIA = re.compile(r"(^|/)(media|Pictures|Thumbnails)/")

# Values that programs give the title property by themselves.
_NO_TITLE = re.compile(
    r"(untitled.*|unbenannt.*|(document|dokument|presentation|book|mappe|slide|folie|title|titel|template) ?\d*|normal"
    r"|powerpoint[ -].*|microsoft (word|powerpoint|excel)\b.*|.*\.(do[ct][xm]?|p[op]t[xm]?|xls[xm]?|od[tsp]|rtf|tmp))",
    re.IGNORECASE,
)

DRAWN = ("diagramData+xml", "chart+xml", "chartex+xml", "chartshapes+xml")
"""Ends of the content types of diagrams and charts, and of what is drawn on charts."""

_CHART_NUMBERS = ("{*}numCache", "{*}numLit", "{*}numDim")

TOTAL_LIMIT = 256 * 2**20
"""Bytes unpacked at most; a damaged file is not worth more memory than this."""

_SIGNATURE = b"PK\x03\x04"
# APPNOTE.TXT 4.3.7: signature, version, flags, method, time, date, CRC-32, sizes (packed, not), lengths (name, extra).
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x0001
_UTF8_NAME = 0x0800
_CHUNK = 4096
# Stands in for a part that a document can do without, such as its styles, so that the rest can be read.
_EMPTY_PART = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def parse_part(data: bytes) -> etree._Element:
    """Parse one XML part.

    Raises:
        ExtractionError: `Reason.DAMAGED` if the part is not well-formed.
    """
    from lxml import etree

    try:
        return etree.fromstring(data, make_parser())
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def content_types(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the content type of each part that has one of its own."""
    if CONTENT_TYPES not in archive.namelist():
        return {}
    return {
        str(override.get("PartName", "")).lstrip("/"): str(override.get("ContentType", ""))
        for override in elements(archive, CONTENT_TYPES, "Override")
    }


def parts_of_type(archive: zipfile.ZipFile, *endings: str) -> list[str]:
    """Return the names of the parts whose content type ends with one of `endings`, sorted.

    Part names are free by ISO/IEC 29500-2; only the content type says what a part is.
    """
    named = {name for name, content_type in content_types(archive).items() if content_type.endswith(endings)}
    return sorted(named.intersection(archive.namelist()), key=lambda name: (len(name), name))


@dataclass(frozen=True, slots=True)
class Relationship:
    """Relationship of a part (ISO/IEC 29500-2, 9.3).

    Attributes:
        id: what the part calls it.
        kind: the last word of its type, which is the same in the strict and in the transitional form.
        target: the name of another part, or an address outside of the package.
        is_external: true for the latter.
    """

    id: str
    kind: str
    target: str
    is_external: bool


def relationships(archive: zipfile.ZipFile, name: str = "") -> list[Relationship]:
    """Return the relationships of a part, or of the whole package."""
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if relations not in archive.namelist():
        return []
    return [_describe_relationship(each, folder) for each in elements(archive, relations, "Relationship")]


def _describe_relationship(element: etree._Element, folder: str) -> Relationship:
    target = str(element.get("Target", ""))
    is_external = element.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = str(element.get("Type", "")).rpartition("/")[2]
    return Relationship(str(element.get("Id", "")), kind, target, is_external)


def paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph (`w:p`, `a:p`) of a part, without those inside it."""
    seen = set()
    for paragraph in root.iter("{*}p"):
        text = "".join(
            (leaf.text or "") if str(leaf.tag).endswith("}t") else "\t"
            for leaf in paragraph.iter("{*}t", "{*}tab", "{*}br")
            if next(leaf.iterancestors("{*}p"), None) is paragraph
        ).strip()
        # A text box is stored twice, for new and for old programs.
        if text and text not in seen:
            seen.add(text)
            yield text


def drawn_lines(archive: zipfile.ZipFile, *endings: str) -> Iterator[str]:
    """Yield the lines of text in diagrams, charts, and other parts of types with these endings."""
    for name in parts_of_type(archive, *DRAWN, *endings):
        yield from drawn_texts(parse_part(limits.read_member(archive, name)))


def drawn_texts(root: etree._Element) -> Iterator[str]:
    """Yield the texts of a diagram, chart or drawing, and what is said of its pictures."""
    yield from paragraphs(root)
    yield from labels(root)
    for about in root.iter("{*}cNvPr"):
        if next(about.iterancestors("{*}Fallback"), None) is None:
            yield read_alternative_text(str(about.get("title", "")), str(about.get("descr", "")))


def labels(chart: etree._Element) -> Iterator[str]:
    """Yield the names of a chart's series, categories and points once; numbers are not text.

    They stand in `c:v` (ISO/IEC 29500-1, 21.2), whatever around it says from where they were taken; of the charts that
    Office has added since ([MS-ODRAWXML] 2.24.3), also in `cx:pt`.
    """
    values = (value for value in chart.iter("{*}v", "{*}pt") if value.text and not value.text.isspace())
    yield from dict.fromkeys(
        str(value.text).strip() for value in values if next(value.iterancestors(*_CHART_NUMBERS), None) is None
    )


def core_properties(archive: zipfile.ZipFile) -> etree._Element | None:
    """Return an Open Packaging or OpenDocument file's properties (Dublin Core); None for none."""
    names = [*parts_of_type(archive, "core-properties+xml"), "docProps/core.xml", "meta.xml"]
    present = [name for name in names if name in archive.namelist()]
    if not present:
        return None
    try:
        return parse_part(limits.read_member(archive, present[0], limit=limits.PROPERTIES_PART))
    except ExtractionError:
        return None


def core_title(archive: zipfile.ZipFile) -> str:
    """Return the title property of an Open Packaging or OpenDocument file, or ""."""
    properties = core_properties(archive)
    found = properties.find(".//{http://purl.org/dc/elements/1.1/}title") if properties is not None else None
    return sensible_title(found.text or "" if found is not None else "")


def sensible_title(title: str) -> str:
    """Return the title, or "" for a program's ("Untitled", "Microsoft Word - letter.doc")."""
    title = " ".join(title.split())
    return "" if _NO_TITLE.fullmatch(title) else title


def list_embedded(archive: zipfile.ZipFile) -> list[str]:
    """Return the names of the files inside a document, but for the tables behind its charts."""
    return [part.rpartition("/")[2] for part in list_embedded_parts(archive)]


def list_embedded_parts(archive: zipfile.ZipFile) -> list[str]:
    """Return the parts that hold a file inside a document, but for the tables behind its charts."""
    charts = [name for name in archive.namelist() if "/charts/_rels/" in name]
    targets = {
        str(relation.get("Target", "")).rpartition("/")[2]
        for name in charts
        for relation in parse_part(limits.read_member(archive, name)).iter("{*}Relationship")
    }
    parts = [name for name in archive.namelist() if _EMBEDDED.match(name)]
    return [part for part in parts if part.rpartition("/")[2] not in targets]


def with_parts(archive: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """Copy a package with some parts replaced and its pictures emptied."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as target:
        for name in dict.fromkeys(archive.namelist()):
            content = (
                parts.get(name, b"") if name in parts or _MEDIA.search(name) else limits.read_member(archive, name)
            )
            target.writestr(name, content)
    return copy.getvalue()


def read_or_repair(data: bytes, read: Callable[[bytes], Extraction]) -> Extraction:
    """Read a package; if damaged, read what can be unpacked, with the reason `PARTLY_READ`.

    Raises:
        ExtractionError: what `read` raised for the package as it is, if the repaired one gives no text either.
    """
    extraction, repaired = use_or_repair(data, read)
    return mark_damaged(extraction) if repaired else extraction


def mark_damaged(extraction: Extraction) -> Extraction:
    """Return the extraction of a damaged file, of which only a part could be read."""
    return replace(extraction, reason=Reason.PARTLY_READ, detail=FileMessage.FILE_DAMAGED())


def use_or_repair(data: bytes, use: Callable[[bytes], _T]) -> tuple[_T, bool]:
    """Apply `use` to a package, or to a damaged one's repaired copy; return if it was repaired.

    Raises:
        ExtractionError: what `use` raised for the package as it is, if it fails for the repaired one as well.
    """
    try:
        return use(data), False
    except ExtractionError as damage:
        if damage.reason != Reason.DAMAGED:
            raise
        try:
            return use(repair_zip(data)), True
        except ExtractionError:
            raise damage from None


def repair_zip(data: bytes) -> bytes:
    """Rebuild a damaged zip from its local headers, without its directory and checksums.

    A member that breaks off is kept as far as it goes; XML among the members is closed where it breaks off.

    Raises:
        ExtractionError: `Reason.DAMAGED` if no member can be found, `Reason.UNPACKS_TOO_LARGE` past `TOTAL_LIMIT`.
    """
    members: dict[str, bytes] = {}
    total = 0
    for name, content in _members(data):
        total += len(content)
        if total > TOTAL_LIMIT:
            raise ExtractionError(Reason.UNPACKS_TOO_LARGE)
        # A damaged header may have none, under which nothing can be kept; `zipfile` ends a name at its first zero.
        if name := name.partition("\0")[0]:
            members[name] = content
    if not members:
        raise ExtractionError(Reason.DAMAGED)
    return _pack(members)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each member that has a local header and is not encrypted."""
    at = data.find(_SIGNATURE)
    while 0 <= at <= len(data) - _LOCAL_HEADER.size:
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, at)
        name_start = at + _LOCAL_HEADER.size
        start = name_start + name_length + extra_length
        content, end = b"", start
        if not flags & _ENCRYPTED and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            content, end = _inflate(data, start) if method else (data[start : start + packed], start + packed)
            name = data[name_start : name_start + name_length]
            yield name.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace"), content
        # Where nothing came, the lengths in the header may be what is damaged: they are not trusted to skip by.
        at = data.find(_SIGNATURE, max(end, start) if content else at + len(_SIGNATURE))


def _inflate(data: bytes, start: int) -> tuple[bytes, int]:
    """Inflate a deflate stream as far as intact; return the bytes and the offset of its end."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    length = 0
    at = start
    while not inflater.eof and at < len(data) and length <= TOTAL_LIMIT:
        before = inflater.copy()
        try:
            parts.append(inflater.decompress(data[at : at + _CHUNK]))
        except zlib.error:
            parts.extend(_inflate_bytewise(before, data[at : at + _CHUNK]))
            # Where this stream really ends is not known, so the search for the next header starts right behind it.
            return b"".join(parts), start
        length += len(parts[-1])
        at += _CHUNK
    return b"".join(parts), min(at, len(data)) - len(inflater.unused_data)


def _inflate_bytewise(inflater: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """Yield what comes before the flipped bit that stops the inflater somewhere in this chunk."""
    for at in range(len(chunk)):
        try:
            yield inflater.decompress(chunk[at : at + 1])
        except zlib.error:
            return


def _pack(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, _close(content) if name.endswith((".xml", ".rels")) else content)
    return packed.getvalue()


def _close(content: bytes) -> bytes:
    """Return well-formed XML: the same if it is, else as libxml2 recovers it."""
    try:
        return _recover(content)
    except UnicodeDecodeError:
        # In a name libxml2 leaves bytes that are no UTF-8 as they are.
        return _recover(content.decode("utf-8", "replace").encode())


def _recover(content: bytes) -> bytes:
    from lxml import etree

    parser = make_parser(recover=True)
    content = drop_surrogates(content)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return _EMPTY_PART
    if root is None:
        return _EMPTY_PART
    if not len(parser.error_log):
        return content
    # What stands for characters that nobody defined, a strict parser refuses.
    etree.strip_elements(root, etree.Entity, with_tail=False)
    for element in root.iter(etree.Element):
        _drop_unbound_names(element)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _drop_unbound_names(element: etree._Element) -> None:
    """Remove names whose prefix is bound to no namespace, which a strict parser refuses."""
    if _is_unbound(str(element.tag)):
        element.tag = "unknown"
    for name in [name for name in map(str, element.attrib) if _is_unbound(name)]:
        del element.attrib[name]


def _is_unbound(name: str) -> bool:
    return ":" in name.rpartition("}")[2]
