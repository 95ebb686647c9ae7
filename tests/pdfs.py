"""PDFs made in a test."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

WIDTH, HEIGHT = 600, 800


@dataclass(frozen=True)
class Words:
    """Line of text with its left end, its distance from the page's top, and its type size, in points."""

    text: str
    left: float = 72
    down: float = 100
    size: float = 10


def typeset(pages: Sequence[Sequence[Words]]) -> bytes:
    """Make a PDF with these lines on its pages."""
    document = pdfium.PdfDocument.new()
    for lines in pages:
        page = document.new_page(WIDTH, HEIGHT)
        for line in lines:
            _put(document, page, line)
        pdfium_c.FPDFPage_GenerateContent(page)
        page.close()
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def column(text: str, *, down: float = 100, left: float = 72, size: float = 10) -> list[Words]:
    """Place lines one below the other."""
    return [Words(line, left, down + number * size * 1.2, size) for number, line in enumerate(text.splitlines())]


def _put(document, page, line: Words) -> None:
    item = pdfium_c.FPDFPageObj_NewTextObj(document, b"Helvetica", line.size)
    letters = ctypes.create_string_buffer((line.text + "\0").encode("utf-16-le"))
    pdfium_c.FPDFText_SetText(item, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
    pdfium_c.FPDFPageObj_Transform(item, 1, 0, 0, 1, line.left, HEIGHT - line.down)
    pdfium_c.FPDFPage_InsertObject(page, item)
