"""Files that are attached to a PDF (ISO 32000-1, 7.11.4)."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from blake3 import blake3

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.document import UNNAMED
from findling.extraction.embedded.embedded_entry import LARGEST, EmbeddedEntry
from findling.extraction.readers.pdf import open_document
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source


def find_entries(source: Source) -> Iterator[EmbeddedEntry]:
    """Find the files attached to a PDF."""
    with closing(open_document(source.data)) as document:
        for index in range(document.count_attachments()):
            source.beat()
            name = _read_name(document, index)
            try:
                content = _read_content(document, index, name)
                size, stamp = len(content), blake3(content).digest()
            except ExtractionError as error:
                size, stamp = 0, str(error.reason).encode()
            yield EmbeddedEntry(name, size, None, stamp, partial(_unpack, source.data, index, name))


def _unpack(data: bytes, index: int, name: str) -> bytes:
    with closing(open_document(data)) as document:
        return _read_content(document, index, name)


def _read_name(document: pdfium.PdfDocument, index: int) -> str:
    try:
        return document.get_attachment(index).get_name() or UNNAMED
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return UNNAMED


def _read_content(document: pdfium.PdfDocument, index: int, name: str) -> bytes:
    try:
        content = document.get_attachment(index).get_data()
    except pdfium.PdfiumError as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PART_DAMAGED(name=name, error=str(error))) from error
    if len(content) > LARGEST:
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.PART_TOO_LARGE(name=name, limit=LARGEST))
    return bytes(content)
