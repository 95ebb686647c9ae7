"""Office packages: what the zips of XML parts written by Word, PowerPoint, Excel and LibreOffice have in common."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from findling.domain.files import Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, salvage
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

_T = TypeVar("_T")

CONTENT_TYPES = "[Content_Types].xml"
ODF_CONTENT = "content.xml"

_MEDIA = re.compile(r"(^|/)(media|Pictures|Thumbnails)/")

# What programs write into the title property when nobody has given the document a title.
_NO_TITLE = re.compile(
    r"(untitled.*|unbenannt.*|(document|dokument|presentation|book|mappe|slide|folie|title|titel|template) ?\d*|normal"
    r"|powerpoint[ -].*|microsoft (word|powerpoint|excel)\b.*|.*\.(do[ct][xm]?|p[op]t[xm]?|xls[xm]?|od[tsp]|rtf|tmp))",
    re.IGNORECASE,
)


def parse(data: bytes) -> etree._Element:
    """Parse one XML part with no entities resolved, nothing fetched, and libxml2's limits on depth and size kept.

    Raises:
        ExtractionError: `Reason.DAMAGED` if the part is not well-formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def parts_of_type(archive: zipfile.ZipFile, *endings: str) -> list[str]:
    """Name the parts of an Open Packaging file whose content type ends with one of `endings`, in order of their names.

    Part names are free by ISO/IEC 29500-2; only the content type says what a part is.
    """
    if CONTENT_TYPES not in archive.namelist():
        return []
    root = parse(limits.read_member(archive, CONTENT_TYPES))
    named = {
        str(override.get("PartName", "")).lstrip("/")
        for override in root.iter("{*}Override")
        if str(override.get("ContentType", "")).endswith(endings)
    }
    return sorted(named.intersection(archive.namelist()), key=lambda name: (len(name), name))


def paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the text of each paragraph (`w:p`, `a:p`) of a part, each paragraph once and without those inside it."""
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
    """Yield the lines of text in drawings, diagrams and charts (`parts_of_type`), of charts the names as well."""
    for name in parts_of_type(archive, *endings):
        root = parse(limits.read_member(archive, name))
        yield from paragraphs(root)
        yield from labels(root)


def labels(chart: etree._Element) -> Iterator[str]:
    """Yield the names of a chart's series and categories, each once; its numbers are not text."""
    yield from dict.fromkeys(
        value.text for cache in chart.iter("{*}strCache") for value in cache.iter("{*}v") if value.text
    )


def core_title(archive: zipfile.ZipFile) -> str:
    """Read the title property (Dublin Core) of an Open Packaging or OpenDocument file; "" where it says nothing."""
    names = [*parts_of_type(archive, "core-properties+xml"), "docProps/core.xml", "meta.xml"]
    present = [name for name in names if name in archive.namelist()]
    if not present:
        return ""
    try:
        found = parse(limits.read_member(archive, present[0])).find(".//{http://purl.org/dc/elements/1.1/}title")
    except ExtractionError:
        return ""
    return sensible_title(found.text or "" if found is not None else "")


def sensible_title(title: str) -> str:
    """Return the title, or "" if it is one that a program made up ("Untitled", "Microsoft Word - letter.doc")."""
    title = " ".join(title.split())
    return "" if _NO_TITLE.fullmatch(title) else title


def with_parts(archive: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """Copy a package with some of its parts replaced, and its pictures empty."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as target:
        for name in dict.fromkeys(archive.namelist()):
            content = (
                parts.get(name, b"") if name in parts or _MEDIA.search(name) else limits.read_member(archive, name)
            )
            target.writestr(name, content)
    return copy.getvalue()


def read_or_rescue(data: bytes, read: Callable[[bytes], Extraction]) -> Extraction:
    """Read a package; if it is damaged, read what can still be unpacked of it and say that this is not all.

    Raises:
        ExtractionError: what `read` raised for the package as it is, if the rescue brings no text either.
    """
    extraction, rescued = use_or_rescue(data, read)
    if not rescued:
        return extraction
    return replace(extraction, reason=Reason.PARTLY_READ, detail=FileMessage.FILE_DAMAGED())


def use_or_rescue(data: bytes, use: Callable[[bytes], _T]) -> tuple[_T, bool]:
    """Make something of a package; if it is damaged, of what can still be unpacked of it, which is then said.

    Raises:
        ExtractionError: what `use` raised for the package as it is, if the rescue brings nothing either.
    """
    try:
        return use(data), False
    except ExtractionError as damage:
        if damage.reason != Reason.DAMAGED:
            raise
        try:
            return use(salvage.rescue(data)), True
        except ExtractionError:
            raise damage from None
