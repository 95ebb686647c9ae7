"""Origins of office documents: their properties, of Open Packaging or of OpenDocument."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.origin import Origin
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.flat_opendocument import unflatten
from findling.extraction.origins.named_people import name_people, split_authors
from findling.extraction.origins.own_dates import read_w3c_date
from findling.extraction.origins.written_properties import is_own_name, keep_written
from findling.extraction.xml_parts import attribute

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.source import Source

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
# When it was saved last, else when it was made: that of a template is older than what was written on it.
_DATES = (f"{_TERMS}modified", f"{_DUBLIN_CORE}date", f"{_TERMS}created", f"{_META}creation-date")
# OpenDocument's `dc:creator` is who saved it last.
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_STRICT_CORE = "{http://purl.oclc.org/ooxml/package/metadata/core-properties}"
_WRITTEN = (
    ("Topic", (f"{_DUBLIN_CORE}subject",)),
    ("Keywords", (f"{_CORE}keywords", f"{_STRICT_CORE}keywords", f"{_META}keyword")),
    ("Category", (f"{_CORE}category", f"{_STRICT_CORE}category")),
    ("Description", (f"{_DUBLIN_CORE}description",)),
)
_USER_DEFINED = f"{_META}user-defined"
_TEXTS = ("{*}lpwstr", "{*}lpstr", "{*}bstr")
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>")
_AUTHORS = (f"{_META}initial-creator", f"{_DUBLIN_CORE}creator")


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of an office document, in a zip or in one part.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    data, _ = unflatten(source.data)
    origin, _ = package.use_or_repair(data, _read)
    yield origin


def _read(data: bytes) -> Origin:
    with limits.open_zip(data) as archive:
        root = package.core_properties(archive)
        own = tuple(_read_own(archive))
    origin = describe_properties(root) if root is not None else Origin()
    return replace(origin, written=keep_written(*origin.written, *own))


def _read_own(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the custom properties (ISO/IEC 29500-1, 15.2.12.2), as far as they are texts."""
    for part in package.parts_of_type(archive, "custom-properties+xml"):
        try:
            root = package.parse_part(limits.read_member(archive, part, limit=limits.PROPERTIES_PART))
        except ExtractionError as error:
            if error.reason == Reason.DAMAGED:
                raise
            continue  # is no reason to lose the date and the authors
        for found in root.iter("{*}property"):
            value = "".join(str(text.text or "") for text in found.iter(*_TEXTS))
            if is_own_name(name := attribute(found, "name")):
                yield name, value


def describe_properties(root: etree._Element) -> Origin:
    """Return the origin in a document's properties, in whichever of the standards' elements."""
    dates = (read_w3c_date(_text(element)) for tag in _DATES for element in root.iter(tag))
    authors = [name for tag in _AUTHORS for element in root.iter(tag) for name in split_authors(_text(element))]
    own = (
        (attribute(element, "name"), _text(element))
        for element in root.iter(_USER_DEFINED)
        if attribute(element, "value-type") in ("", "string") and is_own_name(attribute(element, "name"))
    )
    return Origin(
        dated_ns=next((date for date in dates if date is not None), None),
        authors=name_people(authors),
        written=keep_written(*(pair for name, tags in _WRITTEN for pair in _name_values(root, name, tags)), *own),
    )


def _name_values(root: etree._Element, name: str, tags: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield name, ", ".join(filter(None, (_plain(_text(element).strip()) for element in root.iter(*tags))))


def _plain(text: str) -> str:
    """Return a text without the HTML that descriptions of books are written in."""
    if not _TAG.search(text):
        return text
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(text).root
    return root.text(separator=" ") if root is not None else ""


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
