"""Pictures of the pages of one file at a time, as text is recognised on them."""

from __future__ import annotations

import math
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.file_nest import FileNest
from findling.extraction.pictures import in_colour, open_picture
from findling.extraction.readers.annotations import prepare_forms
from findling.extraction.readers.pdf import open_document
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.extraction.embedded.file_nest import FileVersion, HandedFile

_DOTS = 200
"""Dots per inch at which a page is drawn: type of 6 points is then as high as the reader wants it."""
_PIXELS = 8_000_000
_POINTS = 72
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class _OpenFile:
    version: FileVersion
    content_hash: bytes
    content: pdfium.PdfDocument | bytes


class PagePictures:
    """Draws pages and keeps the last file open; `beat` is called while a file is read."""

    def __init__(self, beat: Callable[[], None]) -> None:
        self._nest = FileNest(beat)
        self._open: _OpenFile | None = None

    def clear(self) -> None:
        """Close the open file and free its memory."""
        self._nest.clear()
        if self._open is not None and isinstance(self._open.content, pdfium.PdfDocument):
            self._open.content.close()
        self._open = None

    def draw(self, handed: HandedFile, page: int) -> tuple[Image.Image, bytes]:
        """Draw a page, counted from 1, of a file, in RGB on white, as the preview shows it.

        Returns:
            The picture, and the file's hash.

        Raises:
            ExtractionError: the file or the page cannot be read; `UNSUPPORTED` where there is no such page.
        """
        file = self._open
        if file is None or file.version != handed.read_version():
            file = self._read(handed)
        if isinstance(file.content, bytes):
            return _draw_picture(file.content, page), file.content_hash
        return _draw_page(file.content, page), file.content_hash

    def _read(self, handed: HandedFile) -> _OpenFile:
        self.clear()
        file = self._nest.open(handed)
        self._nest.release()
        content: pdfium.PdfDocument | bytes = file.data
        if b"%PDF-" in file.data[:1024]:
            content = open_document(file.data)
            prepare_forms(content)
        self._open = _OpenFile(handed.read_version(), file.content_hash, content)
        return self._open


def _draw_page(document: pdfium.PdfDocument, number: int) -> Image.Image:
    if not 1 <= number <= len(document):
        raise _no_page(number)
    try:
        with closing(document.get_page(number - 1)) as page:
            across, down = page.get_size()
            if not (across > 0 and down > 0):
                raise ExtractionError(Reason.DAMAGED, FileMessage.PAGE_WITHOUT_SIZE())
            scale = min(_DOTS / _POINTS, math.sqrt(_PIXELS / (across * down)))
            with closing(page.render(scale=scale, fill_color=(*_WHITE, 255))) as bitmap:
                drawn: Image.Image = bitmap.to_pil().convert("RGB")
                return drawn
    except pdfium.PdfiumError as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PAGE_DAMAGED(number=number, error=str(error))) from error


def _draw_picture(data: bytes, number: int) -> Image.Image:
    with open_picture(data) as image:
        try:
            image.seek(number - 1)
        except EOFError as error:
            raise _no_page(number) from error
        scale = math.sqrt(_PIXELS / (image.width * image.height))
        if scale < 1:
            size = max(int(image.width * scale), 1), max(int(image.height * scale), 1)
            image.draft("RGB", size)
            image.thumbnail(size, reducing_gap=2.0)
        upright = ImageOps.exif_transpose(in_colour(image))
        if upright.mode == "RGBA":
            ground = Image.new("RGBA", upright.size, (*_WHITE, 255))
            upright = Image.alpha_composite(ground, upright)
        return upright.convert("RGB")


def _no_page(number: int) -> ExtractionError:
    return ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=number))
