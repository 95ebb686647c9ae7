"""Annotations of a PDF's pages: values of forms, text typed onto it, and comments."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

if TYPE_CHECKING:
    from collections.abc import Iterator

_DRAWN = frozenset({pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP})
"""Kinds whose text is visible on the page."""
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
"""Kinds whose text shows on hovering."""
_WideString = ctypes.POINTER(pdfium_c.FPDF_WCHAR)
_MOST = 10_000
"""Annotations read of one page."""


def prepare_forms(document: pdfium.PdfDocument) -> None:
    """Show form fields without an appearance of their own on pages that are loaded from now on."""
    if document.get_formtype() == pdfium_c.FORMTYPE_ACRO_FORM:
        document.init_forms()


def draw_annotations(page: pdfium.PdfPage) -> bool:
    """Make form fields and typed text part of the page's text, in memory only.

    Return whether anything was drawn; the page must then be loaded again.
    """
    if not any(pdfium_c.FPDFAnnot_GetSubtype(annotation) in _DRAWN for annotation in _annotations(page)):
        return False
    return bool(pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS)


def read_comments(page: pdfium.PdfPage) -> list[str]:
    """Return the text of the comments on a page, in stored order."""
    annotations = _annotations(page)
    return [
        text
        for annotation in annotations
        if pdfium_c.FPDFAnnot_GetSubtype(annotation) in _COMMENTED and (text := _contents(annotation))
    ]


def _annotations(page: pdfium.PdfPage) -> Iterator[pdfium_c.FPDF_ANNOTATION]:
    """Yield each annotation of a page, open while it is read."""
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
