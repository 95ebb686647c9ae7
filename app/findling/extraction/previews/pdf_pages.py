"""The pages of a PDF, drawn by PDFium as a reader would: with forms and annotations, on white."""

from __future__ import annotations

import math
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.document import normalise
from findling.extraction.previews import images
from findling.extraction.previews.preview_protocol import PAGE_LIMIT, PIXEL_LIMIT
from findling.extraction.previews.text_boxes import find_marks
from findling.extraction.readers.annotations import prepare_forms
from findling.extraction.readers.pdf import open_document, read_title
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.domain.preview import PageImage

_LETTER_PAPER = (612.0, 792.0)
"""What other programs take for a page that does not say how large it is."""
_BEAT_PAGES = 200
_TITLE_LENGTH = 300
_SIDE_LIMIT = 30_000


class PdfDocument:
    """An open PDF.

    Raises:
        ExtractionError: `ENCRYPTED`, `DAMAGED`, or `TOO_MANY_PARTS`.
    """

    def __init__(self, data: bytes) -> None:
        self._document = open_document(data)
        prepare_forms(self._document)

    @property
    def title(self) -> str:
        """The document's own, or ""."""
        return normalise(read_title(self._document))[:_TITLE_LENGTH]

    def sizes(self, beat: Callable[[], None]) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points, turned as it is seen."""
        sizes = []
        for index in range(min(len(self._document), PAGE_LIMIT)):
            if index % _BEAT_PAGES == 0:
                beat()
            sizes.append(self._size(index))
        return tuple(sizes)

    def draw(self, path: Path, number: int, width: int, needles: tuple[str, ...]) -> PageImage:
        """Draw a page, counted from 1, and find texts on it.

        Raises:
            ExtractionError: `UNSUPPORTED` where there is no such page, `DAMAGED` where it cannot be loaded.
        """
        if not 1 <= number <= len(self._document):
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=number))
        try:
            with closing(self._document.get_page(number - 1)) as page, closing(_render(page, width)) as bitmap:
                image = images.encode(bitmap.to_pil(), path, number)
                return replace(image, marks=find_marks(page, needles))
        except pdfium.PdfiumError as error:
            raise ExtractionError(Reason.DAMAGED, FileMessage.PAGE_DAMAGED(number=number, error=str(error))) from error

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()

    def _size(self, index: int) -> tuple[float, float]:
        try:
            width, height = self._document.get_page_size(index)
        except pdfium.PdfiumError:
            return _LETTER_PAPER
        return (width, height) if width > 0 and height > 0 else _LETTER_PAPER


def _render(page: pdfium.PdfPage, width: int) -> pdfium.PdfBitmap:
    across, down = page.get_width(), page.get_height()
    if not (across > 0 and down > 0):
        raise ExtractionError(Reason.DAMAGED, FileMessage.PAGE_WITHOUT_SIZE())
    # PDFium's sides are rounded up.
    largest = math.sqrt((PIXEL_LIMIT - 2 * _SIDE_LIMIT) / (across * down))
    scale = min(width / across, largest, (_SIDE_LIMIT - 1) / max(across, down))
    return page.render(scale=scale, fill_color=(255, 255, 255, 255))
