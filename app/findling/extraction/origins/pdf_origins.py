"""Origins of PDFs: the information dictionary (ISO 32000-1, 14.3.3)."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import read_pdf_date
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.origins.xmp_packet import PACKET, read_packet
from findling.extraction.readers.pdf import open_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument

    from findling.extraction.source import Source

_OF_DOCUMENT = b"http://ns.adobe.com/pdf/1.3/"


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
                *((name, _read(document, key)) for name, key in (("Topic", "Subject"), ("Keywords", "Keywords"))),
                *_read_packet(source.data),
            ),
        )


def _read_packet(data: bytes) -> Iterator[tuple[str, str]]:
    """Return what the document's packet says; those of pictures in it name no PDF producer."""
    packets = (found[0] for found in PACKET.finditer(data) if _OF_DOCUMENT in found[0])
    packet = max(packets, key=len, default=b"")
    return read_packet(packet) if packet else iter(())


def _read(document: PdfDocument, name: str) -> str:
    try:
        return str(document.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""
