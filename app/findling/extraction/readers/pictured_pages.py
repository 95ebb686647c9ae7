"""Pages of a PDF that show what their text does not say: scans, outlines, unmapped fonts.

Such fonts have no table of characters.
"""

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
_LEAST_OUTLINES = 20
"""Paths of the size of letters that may be as much as a word."""
_OUTLINE_HEIGHT = (3.0, 60.0)
_OUTLINE_WIDTH = 60.0
_OBJECTS = 2_000
_DEPTH = 3
_SAMPLE = 200


def shows_more(page: pdfium.PdfPage, texts: Sequence[str]) -> bool:
    """Return whether a page of little text shows what may be text; without text, any drawing.

    Args:
        page: the page.
        texts: its lines.
    """
    letters = sum(sum(map(str.isalnum, text)) for text in texts)
    if letters > _FEW_LETTERS:
        return False
    width, height = page.get_size()
    outlines = 0
    for count, each in enumerate(page.get_objects(max_depth=_DEPTH)):
        if not letters:
            return True
        if count >= _OBJECTS:
            break
        if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE and _share(each, width * height) > _PICTURE_SHARE:
            return True
        outlines += each.type == pdfium_c.FPDF_PAGEOBJ_PATH and _is_outline(each)
        if outlines >= _LEAST_OUTLINES:
            return True
    return False


def holds_garble(textpage: pdfium.PdfTextPage, text: str) -> bool:
    """Return whether the text of a page is most likely not what it shows."""
    count = textpage.count_chars()
    step = max(count // _SAMPLE, 1)
    sampled = range(0, count, step)
    unmapped = sum(pdfium_c.FPDFText_HasUnicodeMapError(textpage.raw, index) == 1 for index in sampled)
    return is_garbled(text, unmapped / len(sampled) if count else 0.0)


def _share(image: pdfium.PdfObject, area: float) -> float:
    width, height = _size(image)
    return width * height / area if area else 0.0


def _is_outline(path: pdfium.PdfObject) -> bool:
    """Return whether a path is of the size of a letter."""
    width, height = _size(path)
    return width <= _OUTLINE_WIDTH and _OUTLINE_HEIGHT[0] <= height <= _OUTLINE_HEIGHT[1]


def _size(each: pdfium.PdfObject) -> tuple[float, float]:
    try:
        left, bottom, right, top = each.get_bounds()
    except pdfium.PdfiumError:
        return 0.0, 0.0
    return right - left, top - bottom
