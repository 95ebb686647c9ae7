"""Pictures, opened with Pillow so that whatever is wrong with them becomes a reason."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling import signatures
from findling.domain.files import Reason
from findling.errors import ExtractionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
_HEIF = re.compile(signatures.HEIF)
_PAGED = "TIFF"
# Raised by Pillow's decoders on a damaged file.
_BROKEN = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError),
    *(struct.error, zlib.error, RuntimeError),
)
_ORIENTATION = 0x0112
_TURNED = range(5, 9)
"""Values of EXIF's orientation (CIPA DC-008, 4.6.4) by which rows are shown as columns."""


@contextmanager
def open_picture(data: bytes) -> Iterator[Image.Image]:
    """Open a picture for the block.

    Raises:
        ExtractionError: `DAMAGED`, or `TOO_LARGE` where it has too many pixels.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Of too many pixels Pillow warns, and refuses twice as many.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.filterwarnings("ignore", category=UserWarning)
            with _open(data) as image:
                yield image
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise ExtractionError(Reason.TOO_LARGE, str(error)) from error
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _open(data: bytes) -> Image.Image:
    from PIL import Image

    if not _HEIF.match(data):
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    try:
        from pi_heif.as_plugin import HeifImageFile
    except ImportError as error:  # no wheel for this system
        raise ExtractionError(Reason.UNSUPPORTED, "HEIC") from error
    image: Image.Image = HeifImageFile(io.BytesIO(data))
    most = Image.MAX_IMAGE_PIXELS
    if most is not None and image.width * image.height > most:
        raise Image.DecompressionBombError(f"{image.width} x {image.height} > {most}")
    return image


def count_pages(image: Image.Image, most: int) -> int:
    """Count a picture's pages, `most` at most; a moving one has one, and is left at its first."""
    if image.format != _PAGED:
        return 1
    count = 1
    try:
        while count < most:
            image.seek(count)
            count += 1
    except EOFError:
        pass
    image.seek(0)
    return count


def is_turned(image: Image.Image) -> bool:
    """Return whether a picture lies on its side, as its camera says."""
    return image.getexif().get(_ORIENTATION) in _TURNED


def in_colour(image: Image.Image) -> Image.Image:
    """Convert to a mode that can be scaled and written; transparency is kept."""
    if image.mode in ("RGB", "RGBA", "L"):
        return image
    return image.convert("RGBA" if image.has_transparency_data else "RGB")
