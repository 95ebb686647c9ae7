"""Limits of previews, checked on those that come from the parser child."""

from __future__ import annotations

import re
import struct
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from findling.format_table import format_of
from findling.formats import FileKind
from findling.ipc.codec import require

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.preview import InlinePicture, PageImage, PageMark, Preview

SHOWN_TEXT_LIMIT = 2_000_000
"""Characters of a document that are shown, in all of its sheets together; nobody scrolls through a thousand pages."""

MARKUP_ROOM = 4_000_000
"""Characters of HTML after which a document is cut: tags may be far more than text."""

TABLE_ROWS = 100
"""Rows after which a table of HTML is split: Qt takes quadratic time for longer ones."""

CELL_LIMIT = 200_000
SHEET_LIMIT = 50
PAGE_LIMIT = 20_000
CARD_LIMIT = 2_000
"""Slides of a presentation that are shown."""

SHOWN_HEADERS = 100
PICTURE_LIMIT = 300
"""Pictures in the text of one document that are shown."""

NEEDLE_LIMIT = 100
MARK_LIMIT = 10_000
"""Marks on one page, of one needle."""

WIDTHS = range(50, 3_001)
"""Pixels that a drawn page may be wide."""

PIXEL_LIMIT = 16_000_000
PNG_LIMIT = 64 * 2**20
_SIZE_LIMIT = 1e9
# The last piece may have five characters for each ampersand, and two parts may be joined.
_MARKUP_LIMIT = 2 * (MARKUP_ROOM + 5 * SHOWN_TEXT_LIMIT)
# Of a drive of Windows, of folders there, and what no name may hold.
_NO_NAME = re.compile(r"[:\\\0]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# https://www.w3.org/TR/png-3/#5DataRep: the signature, then the header's length and name, width and height.
_PNG_HEAD = struct.Struct(">16s2I")
_PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"


def check_preview(preview: Preview) -> None:
    """Check the sizes of a preview.

    Raises:
        MessageError: one passes its limit.
    """
    require(preview.path == Path(), "a path, which is not for the child to say")
    written = sum(len(slide.text) + len(slide.notes) for slide in preview.slides)
    require(len(preview.text) + written <= _MARKUP_LIMIT, "too long a text")
    require(len(preview.slides) <= CARD_LIMIT, "too many slides")
    require(all(slide.number >= 1 and 0.1 <= slide.ratio <= 10 for slide in preview.slides), "a slide of no size")
    require(len(preview.sheets) <= SHEET_LIMIT, "too many sheets")
    require(sum(len(row) for sheet in preview.sheets for row in sheet.rows) <= CELL_LIMIT, "too many cells")
    require(len(preview.headers) <= SHOWN_HEADERS, "too many headers")
    require(len(preview.sizes) <= PAGE_LIMIT, "too many pages")
    require(all(0 < side <= _SIZE_LIMIT for size in preview.sizes for side in size), "a page without a size")
    require(len(preview.pictures) <= PICTURE_LIMIT, "too many pictures")
    require(all(map(_is_sound, preview.pictures)), "a picture of no size, or that lies elsewhere")
    require(not any(map(_LONE_SURROGATE.search, _texts(preview))), "something that is no text")


def _is_sound(picture: InlinePicture) -> bool:
    """Return whether a picture has a size or none, and its file lies beside the document.

    A file in a folder below the document's is sound as well.
    """
    parts = picture.file.split("/") if picture.file else []
    # It is what the parent opens for the child, which might ask for anything.
    is_picture = not parts or picture.file.lower().endswith(format_of(FileKind.PICTURE).suffixes)
    leads_below = is_picture and all(part not in ("", ".", "..") and not _NO_NAME.search(part) for part in parts)
    return leads_below and all(0 <= side <= _SIZE_LIMIT for side in (picture.width, picture.height))


def _texts(preview: Preview) -> Iterator[str]:
    yield from (preview.title, preview.text, preview.lexer)
    yield from chain.from_iterable(preview.headers)
    yield from chain.from_iterable((slide.text, slide.notes) for slide in preview.slides)
    yield from (picture.file for picture in preview.pictures)
    for sheet in preview.sheets:
        yield sheet.name
        yield from chain.from_iterable(sheet.rows)


def check_image(image: PageImage) -> None:
    """Check the size of a picture, and its marks.

    Raises:
        MessageError: one passes its limit, or the picture is not what it says.
    """
    require(image.path == Path(), "a path, which is not for the child to say")
    require(image.page >= 1, "a page before the first")
    require(image.width > 0 < image.height and image.width * image.height <= PIXEL_LIMIT, "too large a picture")
    require(_PNG_HEAD.size < len(image.png) <= PNG_LIMIT, "too large a file of a picture, or none")
    require(
        _PNG_HEAD.unpack_from(image.png) == (_PNG_START, image.width, image.height), "a picture that is another's size"
    )
    require(len(image.marks) <= NEEDLE_LIMIT and all(len(marks) <= MARK_LIMIT for marks in image.marks), "marks")
    require(len(image.word_marks) <= MARK_LIMIT, "marks of words")
    marks = chain(chain.from_iterable(image.marks), image.word_marks)
    require(all(map(_is_within, marks)), "a mark outside its page")


def _is_within(mark: PageMark) -> bool:
    # Written so that what is no number is not within.
    spans = ((mark.left, mark.width), (mark.top, mark.height))
    return all(0 <= start <= 1 and 0 <= length <= 1 and start + length <= 1.000_001 for start, length in spans)
