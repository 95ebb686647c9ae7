"""What people have put on a PDF's pages: the values of its forms, text typed onto it, and comments."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from collections.abc import Iterator

_DRAWN = frozenset({pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP})
"""Kinds whose text stands on the page as it is seen."""
_COMMENTED = frozenset(
    {
        pdfium_c.FPDF_ANNOT_TEXT,
        pdfium_c.FPDF_ANNOT_HIGHLIGHT,
        pdfium_c.FPDF_ANNOT_UNDERLINE,
        pdfium_c.FPDF_ANNOT_SQUIGGLY,
        pdfium_c.FPDF_ANNOT_STRIKEOUT,
        pdfium_c.FPDF_ANNOT_CARET,
        pdfium_c.FPDF_ANNOT_INK,
        pdfium_c.FPDF_ANNOT_SQUARE,
        pdfium_c.FPDF_ANNOT_CIRCLE,
        pdfium_c.FPDF_ANNOT_LINE,
        pdfium_c.FPDF_ANNOT_POLYGON,
    }
)
"""Kinds whose text shows when they are pointed at."""
_WideString = ctypes.POINTER(pdfium_c.FPDF_WCHAR)
_MOST = 10_000
"""Annotations looked at on one page."""


def prepare_forms(document: pdfium.PdfDocument) -> None:
    """Let pages that are loaded from now on show form fields that have no appearance of their own."""
    if document.get_formtype() == pdfium_c.FORMTYPE_ACRO_FORM:
        document.init_forms()


def draw_annotations(page: pdfium.PdfPage) -> bool:
    """Make form fields and typed text a part of the page's text, in memory only.

    Returns:
        Whether anything was drawn; the page must then be loaded again to see it.
    """
    if not any(pdfium_c.FPDFAnnot_GetSubtype(annotation) in _DRAWN for annotation in _annotations(page)):
        return False
    return bool(pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS)


def read_comments(page: pdfium.PdfPage) -> list[str]:
    """The text of the notes on a page, in the order in which they are stored."""
    annotations = _annotations(page)
    return [
        text
        for annotation in annotations
        if pdfium_c.FPDFAnnot_GetSubtype(annotation) in _COMMENTED and (text := _contents(annotation))
    ]


def _annotations(page: pdfium.PdfPage) -> Iterator[pdfium_c.FPDF_ANNOTATION]:
    """Each annotation of a page, open while it is looked at."""
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            yield annotation
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: pdfium_c.FPDF_ANNOTATION) -> str:
    size = pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", ctypes.cast(buffer, _WideString), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()
