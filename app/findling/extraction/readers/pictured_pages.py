"""Pages of a PDF that show what their text does not say: scans, outlines, fonts without a table of characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from findling.extraction.text_plausibility import is_garbled

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW_LETTERS = 200
"""Letters up to which a text may be the stamp of a scanner or a fax on a page that is a picture."""
_PICTURE_SHARE = 0.5
_LEAST_PATHS = 20
"""Paths that outline as much as a word."""
_OBJECTS = 2_000
_DEPTH = 3
_SAMPLE = 200


def shows_more(page: pdfium.PdfPage, texts: Sequence[str]) -> bool:
    """Return whether a page of little or no text shows what may be text.

    Args:
        page: the page.
        texts: its lines.
    """
    letters = sum(sum(map(str.isalnum, text)) for text in texts)
    if letters > _FEW_LETTERS:
        return False
    width, height = page.get_size()
    paths = pictured = 0.0
    for count, each in enumerate(page.get_objects(max_depth=_DEPTH)):
        if count >= _OBJECTS:
            break
        if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            pictured = max(pictured, _share(each, width * height))
            if not letters:
                return True
        elif not letters and each.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            return True
        elif each.type in (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_SHADING):
            paths += 1
    return pictured > _PICTURE_SHARE or (not letters and paths >= _LEAST_PATHS)


def holds_garble(textpage: pdfium.PdfTextPage, text: str) -> bool:
    """Return whether the text of a page is most likely not what it shows."""
    count = textpage.count_chars()
    step = max(count // _SAMPLE, 1)
    sampled = range(0, count, step)
    unmapped = sum(pdfium_c.FPDFText_HasUnicodeMapError(textpage.raw, index) == 1 for index in sampled)
    return is_garbled(text, unmapped / len(sampled) if count else 0.0)


def _share(image: pdfium.PdfObject, area: float) -> float:
    try:
        left, bottom, right, top = image.get_bounds()
    except pdfium.PdfiumError:
        return 0.0
    return (right - left) * (top - bottom) / area if area else 0.0
