"""Origins of office documents: their properties, of Open Packaging or of OpenDocument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction import limits, package
from findling.extraction.flat_opendocument import unflatten
from findling.extraction.origins.named_people import name_people, split_authors
from findling.extraction.origins.own_dates import read_w3c_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.source import Source

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
# When it was saved last, else when it was made: that of a template is older than what was written on it.
_DATES = (f"{_TERMS}modified", f"{_DUBLIN_CORE}date", f"{_TERMS}created", f"{_META}creation-date")
# OpenDocument's `dc:creator` is who saved it last.
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
    return describe_properties(root) if root is not None else Origin()


def describe_properties(root: etree._Element) -> Origin:
    """Return the origin that the properties of a document tell, in whichever of the standards' elements."""
    dates = (read_w3c_date(_text(element)) for tag in _DATES for element in root.iter(tag))
    authors = [name for tag in _AUTHORS for element in root.iter(tag) for name in split_authors(_text(element))]
    return Origin(dated_ns=next((date for date in dates if date is not None), None), authors=name_people(authors))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
