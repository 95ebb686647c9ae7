"""Bytes of pictures in documents: packages, mails, Rich Text, and addresses that are data."""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
import struct
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.readers.mail_structure import MessageParser, decode_words, split_messages
from findling.formats import FileKind, format_of

if TYPE_CHECKING:
    import zipfile
    from email.message import Message

    from findling.extraction.source import Source

_DATA = re.compile(r"data:[^,;]{0,100}(?:;[^,;]{1,100}?)*?(;base64)?,", re.IGNORECASE)
_RTF_WORD = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?")
_RTF_GROUP = re.compile(rb"\{[^{}]*\}")
_NO_HEX = re.compile(rb"[^0-9a-fA-F]")
_BITMAPS = frozenset({b"pngblip", b"jpegblip", b"dibitmap"})
_TWIPS_PER_PIXEL = 1440 / 96
# The header of a file before a bitmap in memory (Windows' BITMAPFILEHEADER, BITMAPINFOHEADER).
_BITMAP_FILE = struct.Struct("<2sIHHI")
_BITMAP_INFO = struct.Struct("<IiiHHIIiiII")
_PALETTE_BITS = 8


class PackageMembers:
    """Members of a package, one that is damaged repaired first."""

    def __init__(self, data: bytes) -> None:
        """Note the package, which is opened when the first member is read."""
        self._data = data

    def read(self, name: str, limit: int) -> bytes:
        """Return the first bytes of a member, at most so many.

        Raises:
            ExtractionError: there is none of this name, or it cannot be unpacked.
        """
        content = bytearray()
        for piece in limits.stream_member(self._archive, name):
            content += piece
            if len(content) >= limit:
                break
        return bytes(content[:limit])

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        try:
            return limits.open_zip(self._data)
        except ExtractionError as error:
            if error.reason != Reason.DAMAGED:
                raise
            return limits.open_zip(package.repair_zip(self._data))


class MailParts:
    """Parts of the messages in a file, by what their texts call them (RFC 2392, 2557)."""

    def __init__(self, source: Source) -> None:
        """Note the file, whose messages are parsed when they are asked for."""
        self._source = source
        self._parts = lru_cache(maxsize=4)(self._index)

    def has(self, page: int | None, address: str) -> bool:
        """Return whether a message, counted from 1, holds what this address stands for."""
        return unquote(address) in self._parts(page or 1)

    def read(self, page: int | None, address: str, limit: int) -> bytes:
        """Return the first bytes of a part, at most so many; raises `KeyError` where `has` is false."""
        content = self._parts(page or 1)[unquote(address)].get_payload(decode=True)
        return content[:limit] if isinstance(content, bytes) else b""

    @cached_property
    def _messages(self) -> list[bytes]:
        return split_messages(self._source.data, self._source.name)[0]

    def _index(self, page: int) -> dict[str, Message]:
        found: dict[str, Message] = {}
        if page <= len(self._messages):
            for part in MessageParser().parse(self._messages[page - 1]).walk():
                if part.is_multipart():
                    continue
                if name := str(part.get("Content-ID", "")).strip().strip("<>"):
                    found.setdefault(f"cid:{name}", part)
                if place := "".join(decode_words(part.get("Content-Location", "")).split()):
                    found.setdefault(unquote(place), part)
        return found


def read_data_address(address: str, limit: int) -> bytes:
    """Return at most so many first bytes that an address holds (RFC 2397); b"" for none."""
    head = _DATA.match(address)
    if head is None:
        return b""
    content = unquote_to_bytes(address[head.end() :])
    if head[1]:
        # Four letters make three bytes; what a limit cuts must be whole.
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", content[: limit * 4 // 3 + limit])
        content = base64.b64decode(letters[: len(letters) // 4 * 4] + _rest(letters))
    return content[:limit]


def _rest(letters: bytes) -> bytes:
    rest = letters[len(letters) // 4 * 4 :]
    return rest.ljust(4, b"=") if len(rest) > 1 else b""


def find_beside(address: str) -> str:
    """Return the name of the picture beside a page for an address in it; "" if it is elsewhere.

    It may lie in a folder beside the page, and not above it.
    """
    path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    if not path or re.search(r"[:\\\0]", path) or path.startswith("/"):
        return ""
    path = posixpath.normpath(path)
    is_above = path.split("/", 1)[0] == ".."
    return path if not is_above and path.lower().endswith(format_of(FileKind.PICTURE).suffixes) else ""


def read_rich_text(group: bytes, limit: int) -> bytes:
    """Return the first bytes of a picture in Rich Text; b"" where it is a drawing for Windows."""
    inner = _RTF_GROUP.sub(b"", group[1:-1])
    words = list(_RTF_WORD.finditer(inner[:2_000]))
    names = [word[1] for word in words]
    if _BITMAPS.isdisjoint(names):
        return b""
    last = words[-1]
    if last[1] == b"bin":
        content = inner[last.end() : last.end() + limit]
    else:
        digits = _NO_HEX.sub(b"", inner[last.end() : last.end() + 2 * limit + limit // 8])
        try:
            content = binascii.unhexlify(digits[: len(digits) // 2 * 2])[:limit]
        except binascii.Error:
            return b""
    return _with_file_header(content) if b"dibitmap" in names else content


def measure_rich_text(group: bytes) -> tuple[float, float]:
    """Return a Rich Text picture's width and height, in pixels of 1/96 inch; 0 if it says none."""
    numbers = {word[1]: int(word[2]) for word in _RTF_WORD.finditer(group[:2_000]) if word[2]}
    width, height = (
        numbers.get(b"pic%sgoal" % side, 0) / _TWIPS_PER_PIXEL * numbers.get(b"picscale%s" % axis, 100) / 100
        for side, axis in ((b"w", b"x"), (b"h", b"y"))
    )
    return max(width, 0.0), max(height, 0.0)


def _with_file_header(bitmap: bytes) -> bytes:
    """Put the header of a file before a bitmap as it lies in memory."""
    if len(bitmap) < _BITMAP_INFO.size:
        return b""
    size, _, _, _, bits, _, _, _, _, used, _ = _BITMAP_INFO.unpack_from(bitmap)
    colours = used or (1 << bits if bits <= _PALETTE_BITS else 0)
    start = _BITMAP_FILE.size + size + 4 * colours
    return _BITMAP_FILE.pack(b"BM", _BITMAP_FILE.size + len(bitmap), 0, 0, start & 0xFFFFFFFF) + bitmap
