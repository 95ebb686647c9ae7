"""Pictures, measured and scaled with Pillow."""

from __future__ import annotations

import io
import math
import struct
import warnings
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.preview import PageImage
from findling.errors import ExtractionError
from findling.extraction.kinds import find_unread
from findling.extraction.previews.preview_protocol import PIXEL_LIMIT, PNG_LIMIT
from findling.formats import PreviewMethod
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL import Image

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
# Raised by Pillow's decoders on a damaged file.
_BROKEN = (OSError, EOFError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error)
_ORIENTATION = 0x0112
_TURNED = range(5, 9)
"""Values of EXIF's orientation (CIPA DC-008, 4.6.4) by which rows are shown as columns."""
_COMPRESSION = 1


def is_picture(head: bytes) -> bool:
    """Return whether these bytes begin a picture that can be shown."""
    found = find_unread(head)
    return found is not None and found.preview is PreviewMethod.IMAGE


def measure(data: bytes) -> tuple[float, float]:
    """Return width and height of a picture in pixels, once turned upright.

    Raises:
        ExtractionError: `DAMAGED`, or `TOO_LARGE` where it has too many pixels.
    """
    with _opened(data) as image:
        return (image.height, image.width) if _is_turned(image) else image.size


def draw(data: bytes, path: Path, width: int) -> PageImage:
    """Draw a picture's first frame upright, at most so many pixels wide.

    Raises:
        ExtractionError: as for `measure`.
    """
    from PIL import ImageOps

    with _opened(data) as image:
        turned = _is_turned(image)
        across, down = (image.height, image.width) if turned else image.size
        scale = min(width / across, math.sqrt(PIXEL_LIMIT / (across * down)), 1)
        size = max(int(across * scale), 1), max(int(down * scale), 1)
        image.draft("RGB", size[::-1] if turned else size)
        upright = ImageOps.exif_transpose(_in_colour(image))
        return encode(upright if upright.size == size else upright.resize(size, reducing_gap=2.0), path, 1)


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


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture for the block; whatever is wrong with it becomes a reason."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Of too many pixels Pillow warns, and refuses twice as many.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                yield image
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ExtractionError(Reason.TOO_LARGE, str(error)) from error
    except (*_BROKEN, zlib.error) as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _is_turned(image: Image.Image) -> bool:
    return image.getexif().get(_ORIENTATION) in _TURNED


def _in_colour(image: Image.Image) -> Image.Image:
    """Convert to a mode that can be scaled and written; transparency is kept."""
    if image.mode in ("RGB", "RGBA", "L"):
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")
