"""Pictures, measured and scaled with Pillow; those of lines drawn."""

from __future__ import annotations

import io
import math
import re
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.preview import PageImage
from findling.errors import ExtractionError
from findling.extraction.pictures import count_pages, in_colour, is_turned, open_picture
from findling.extraction.previews.preview_protocol import PAGE_LIMIT, PIXEL_LIMIT, PNG_LIMIT
from findling.extraction.previews.vector_drawing import (
    draw_vector_picture,
    is_vector_picture,
    measure_vector_picture,
)
from findling.format_table import format_of
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

_COMPRESSION = 1


def is_picture(head: bytes) -> bool:
    """Return whether these bytes begin a picture that can be shown."""
    return re.match(format_of(FileKind.PICTURE).header, head) is not None or is_vector_picture(head)


def measure(data: bytes) -> tuple[float, float]:
    """Return width and height of a picture in pixels, once turned upright.

    Raises:
        ExtractionError: `DAMAGED`, or `TOO_LARGE` where it has too many pixels.
    """
    with open_picture(data) as image:
        return (image.height, image.width) if is_turned(image) else image.size


def measure_beginning(head: bytes) -> tuple[float, float]:
    """Return width and height of a picture, upright, by its first bytes, decoding none.

    Raises:
        ExtractionError: as for `measure`; `DAMAGED` where it says behind these bytes how large it is, too.
    """
    if is_vector_picture(head):
        return measure_vector_picture(head)
    with open_picture(head) as image:
        # A PNG may tell how it was held behind its pixels, which Pillow would decode to look there.
        is_told = image.format != "PNG" or "exif" in image.info
        return (image.height, image.width) if is_told and is_turned(image) else image.size


def measure_pages(data: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page of a picture; all but scans in TIFF have one.

    Raises:
        ExtractionError: as for `measure`.
    """
    sizes = []
    with open_picture(data) as image:
        for index in range(count_pages(image, PAGE_LIMIT)):
            image.seek(index)
            sizes.append((float(image.width), float(image.height)))
    return tuple(sizes) if len(sizes) > 1 else (measure(data),)


def draw(data: bytes, path: Path, width: int, page: int = 1, *, on_paper: bool = False) -> PageImage:
    """Draw a page of a picture upright, at most so many pixels wide.

    Args:
        data: the picture.
        path: goes into the result.
        width: see above.
        page: counted from 1.
        on_paper: where it is transparent it becomes white, the paper of the document that it stands in: black lines on
            a dark window would not be seen.

    Raises:
        ExtractionError: as for `measure`.
    """
    from PIL import ImageOps

    if is_vector_picture(data):
        data = _draw_lines(data, width)
    with open_picture(data) as image:
        if page > count_pages(image, page):
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=page))
        image.seek(page - 1)
        turned = is_turned(image)
        across, down = (image.height, image.width) if turned else image.size
        scale = min(width / across, math.sqrt(PIXEL_LIMIT / (across * down)), 1)
        size = max(int(across * scale), 1), max(int(down * scale), 1)
        image.draft("RGB", size[::-1] if turned else size)
        upright = ImageOps.exif_transpose(in_colour(image))
        scaled = upright if upright.size == size else upright.resize(size, reducing_gap=2.0)
        return encode(_on_white(scaled) if on_paper else scaled, path, page)


def _draw_lines(data: bytes, width: int) -> bytes:
    """Draw a picture that is made of lines, which is sharp at every width, as PNG."""
    across, down = measure_vector_picture(data)
    scale = min(width / across, math.sqrt(PIXEL_LIMIT / (across * down)))
    size = max(int(across * scale), 1), max(int(down * scale), 1)
    return draw_vector_picture(data, *size)


def _on_white(image: Image.Image) -> Image.Image:
    from PIL import Image

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def encode(image: Image.Image, path: Path, page: int) -> PageImage:
    """Encode a picture as PNG.

    Raises:
        ExtractionError: `TOO_LARGE` where it takes more than `PNG_LIMIT` bytes.
    """
    stream = io.BytesIO()
    image.save(stream, "PNG", compress_level=_COMPRESSION)
    png = stream.getvalue()
    if len(png) > PNG_LIMIT:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE_AS_PICTURE(size=len(png)))
    return PageImage(path, page, image.width, image.height, png)
