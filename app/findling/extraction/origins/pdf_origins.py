"""Origins of PDFs: the information dictionary (ISO 32000-1, 14.3.3)."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.errors import ExtractionError
from findling.extraction import package
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import read_pdf_date
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.readers.pdf import open_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

    from findling.extraction.source import Source

_PACKET = re.compile(rb"<x:xmpmeta\b.{1,1000000}?</x:xmpmeta>", re.DOTALL)
_OF_DOCUMENT = b"http://ns.adobe.com/pdf/1.3/"
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_IN_PACKET = (
    ("Keywords", f"{_DUBLIN_CORE}subject"),
    ("Keywords", "{http://ns.adobe.com/pdf/1.3/}Keywords"),
    ("Description", f"{_DUBLIN_CORE}description"),
)


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a PDF: when it was made, for who signs or marks it changes it later.

    Raises:
        ExtractionError: as `open_document` does.
    """
    with closing(open_document(source.data)) as document:
        dates = (read_pdf_date(_read(document, name)) for name in ("CreationDate", "ModDate"))
        yield Origin(
            dated_ns=next((date for date in dates if date is not None), None),
            authors=split_authors(_read(document, "Author")),
            written=keep_written(
                *((name, _read(document, name)) for name in ("Subject", "Keywords")), *_read_packet(source.data)
            ),
        )


def _read_packet(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield what the XMP packet of the document says (ISO 16684-1); those of pictures in it name no producer of PDF."""
    packets = (found[0] for found in _PACKET.finditer(data) if _OF_DOCUMENT in found[0])
    packet = max(packets, key=len, default=b"")
    if not packet:
        return
    try:
        root = package.parse(packet)
    except ExtractionError:
        return
    for name, tag in _IN_PACKET:
        for element in root.iter(tag):
            said = (each.text or "" for each in element.iter(_ITEM)) if len(element) else (element.text or "",)
            yield name, ", ".join(dict.fromkeys(filter(None, map(str.strip, said))))


def _read(document: PdfDocument, name: str) -> str:
    try:
        return str(document.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""
