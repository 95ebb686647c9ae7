"""Reader of pictures, which hold no text, but may show some."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from findling.domain.recognition import Pictured
from findling.extraction import limits
from findling.extraction.document import NoTextError
from findling.extraction.pictures import count_pages, open_picture
from findling.formats import FileKind

if TYPE_CHECKING:
    from findling.extraction.source import Source


def read(source: Source) -> NoReturn:
    """Refuse a picture, with its pages; of those of a TIFF with very many, the first.

    Raises:
        NoTextError: always, unless it is worse.
        ExtractionError: `DAMAGED`, or `TOO_LARGE` where it has too many pixels.
    """
    with open_picture(source.data) as image:
        total = count_pages(image, limits.PDF_PAGES)
    pages = tuple(range(1, min(total, limits.RECOGNISED_PAGES) + 1))
    raise NoTextError(Pictured(FileKind.PICTURE, pages, total))
