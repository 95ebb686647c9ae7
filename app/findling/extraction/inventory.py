"""Inventory of a file, to check its reading: its text, and all in it that is no text."""

from __future__ import annotations

import io
import math
import re
import struct
import time
import unicodedata
import warnings
import zlib
from collections import Counter
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Reason, Unread, Wholeness
from findling.errors import ExtractionError
from findling.formats import FileKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.domain.files import Extraction

PIXEL_BUDGET = 16_000_000
"""Pixels that are decoded of one file; pictures beyond it are compared by their bytes."""

_DIGEST = 16
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010]\n\s*(?=[^\W\d_])")
# Rules of tables that readers draw, and signs that begin the items of a list.
_BULLETS = "•▪▫■□●○◦‣⁃◆◇➢❖\uf0b7\uf0a7\uf0d8\uf0a8\uf076"
_NEUTRAL = frozenset(f"|{_BULLETS}")
_ITEM = re.compile(rf"(?m)^[ \t]*[-–*{_BULLETS}][ \t]+|[|{_BULLETS}]")
_SCHEME = re.compile(r"\A(?:[a-z]+:/*|mailto:)", re.IGNORECASE)
_SIGNS = frozenset({"Sm", "Sc", "So", "Co"})
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
# What Pillow's decoders raise on a damaged picture.
_BROKEN = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError),
    *(struct.error, zlib.error),
)
_WHITE = re.compile(r"\s+")
_PLAIN_MODES = frozenset({"1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK"})


class Inventory:
    """Inventory of one file, filled by its audit and compared with what its reader gave.

    Args:
        seconds: of computing that the audit may take; then noting something raises `TOOK_TOO_LONG`.
    """

    def __init__(self, seconds: float = math.inf) -> None:
        self._ends = time.process_time() + seconds
        self._unread: set[Unread] = set()
        self._suspects: set[Unread] = set()
        self._objects = blake3()
        self._has_objects = False
        self._expected: list[str] = []
        self._is_covered = False
        self._pixels = PIXEL_BUDGET

    def miss(self, *parts: Unread) -> None:
        """Note parts that are there and are not read."""
        self._unread.update(parts)

    def suspect(self, *parts: Unread) -> None:
        """Note parts that are there, and are what is missing if the text turns out not to be whole."""
        self._suspects.update(parts)

    def expect(self, *texts: str) -> None:
        """Note texts that have to be in what was read, as often as they are noted."""
        self._watch()
        self._expected += texts

    def cover_text(self) -> None:
        """Note that all of the text is among what was added, so that it need not be expected."""
        self._is_covered = True

    def add(self, kind: str, *values: str | bytes) -> None:
        """Note something that is no text, in its order."""
        self._watch()
        self._has_objects = True
        for value in (kind, *values):
            data = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
            self._objects.update(len(data).to_bytes(8, "big") + data)

    def add_link(self, target: str, text: str) -> None:
        """Note the target of a link, unless that is what the link says."""
        if _bare(target) != _bare(text):
            self.add("link", target.strip())

    def add_addresses(self, targets: Iterable[str]) -> None:
        """Note what a part of a file points to outside of it."""
        for target in targets:
            self.add("address", target)

    def add_figures(self, lines: Iterable[str]) -> None:
        """Note lines of headers and footers that readers take for numbers of pages."""
        for line in lines:
            if any(map(str.isalnum, line)):
                self.add("margin", line)

    def add_picture(self, data: bytes) -> None:
        """Note a picture by its pixels, or by its bytes where it is no plain one."""
        self.add("picture", self._digest_pixels(data) or blake3(data).digest(_DIGEST))

    def add_row(self, cells: list[str]) -> None:
        """Note a row of a table in which cells before others are empty: readers leave those out."""
        filled = [bool(cell.strip()) for cell in cells]
        if any(filled) and not all(filled[: len(filled) - filled[::-1].index(True)]):
            self.add("row", *(" ".join(cell.split()) for cell in cells))

    def add_cell(self, value: str) -> None:
        """Note the value of a cell, if it has any."""
        if value.strip():
            self.add("cell", " ".join(value.split()))

    def judge(self, extraction: Extraction) -> Wholeness:
        """Compare the inventory with what was read."""
        if self._is_text_missing(extraction.text):
            self.miss(*self._suspects or {Unread.TEXT})
        if "\ufffd" in extraction.text:
            self.miss(Unread.UNDECODABLE)
        objects = self._objects.digest(_DIGEST) if self._has_objects else b""
        return describe_reading(extraction, self._unread, objects)

    def _watch(self) -> None:
        if time.process_time() > self._ends:
            raise ExtractionError(Reason.TOOK_TOO_LONG)

    def _is_text_missing(self, text: str) -> bool:
        return not self._is_covered and tally("".join(self._expected)) != tally(text)

    def _digest_pixels(self, data: bytes) -> bytes | None:
        from PIL import Image

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                    pixels = image.width * image.height
                    is_plain = image.mode in _PLAIN_MODES and getattr(image, "n_frames", 1) == 1
                    if pixels > self._pixels or not is_plain:
                        return None
                    self._pixels -= pixels
                    shown = image.convert("RGBA")
                    size = b"%dx%d" % shown.size
                    return blake3(size + shown.tobytes()).digest(_DIGEST)
        except (*_BROKEN, Image.DecompressionBombError):
            return None


def describe_reading(extraction: Extraction, unread: set[Unread], objects: bytes = b"") -> Wholeness:
    """Return the wholeness of a reading; what the reader itself says of it counts too."""
    found = set(unread)
    if extraction.is_cut:
        found.add(Unread.CUT if extraction.reason is Reason.TEXT_CUT else Unread.REPAIRED)
    parts = tuple(part for part in Unread if part in found)
    return Wholeness(parts, digest_characters(extraction.body, extraction.kind), objects)


def tally(text: str) -> Counter[str]:
    """Count the letters, figures and signs of a text, without punctuation, bullets and rules."""
    return Counter({sign: count for sign, count in Counter(text).items() if _is_telling(sign)})


def digest_characters(text: str, kind: FileKind = FileKind.TEXT) -> bytes:
    """Digest a text so that two are equal only if their letters, case and signs are.

    Wrapping, hyphens at line ends, the rules of tables and bullets do not count; of source code every sign does.
    """
    if kind is not FileKind.CODE:
        text = unicodedata.normalize("NFKC", text) if not text.isascii() else text
        text = collapse(_LINE_END_HYPHEN.sub("", _ITEM.sub(" ", text)))
    return blake3(text.encode("utf-8", "surrogatepass")).digest(_DIGEST)


def collapse(text: str) -> str:
    """Make each stretch of white space one space, without the memory that splitting takes."""
    return _WHITE.sub(" ", text).strip()


def _is_telling(sign: str) -> bool:
    return sign.isalnum() or (sign not in _NEUTRAL and unicodedata.category(sign) in _SIGNS)


def _bare(link: str) -> str:
    return " ".join(_SCHEME.sub("", link.strip()).rstrip("/").split()).casefold()
