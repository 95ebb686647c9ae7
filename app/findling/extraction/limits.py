"""Limits on what is read of an untrusted file, and checks that zip packages keep them."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1_000_000

ZIP_MEMBERS = 20_000
ZIP_TOTAL = 1_000 * MEGABYTE
ZIP_PART = 128 * MEGABYTE
ZIP_RATIO = 200
"""A part that deflate shrank more than this is a bomb, if it is also larger than `ZIP_RATIO_FLOOR`: an empty sheet's
XML honestly reaches 100, and what unpacks to little harms nobody."""
ZIP_RATIO_FLOOR = 32 * MEGABYTE

HTML_NODES = 5_000_000
PDF_PAGES = 20_000
RECOGNISED_PAGES = 2_000
"""Pages of one file on which text is recognised: some hours of work."""
EPUB_SPINE_ITEMS = 5_000
ORIGINS = 20_000
"""Messages of one mailbox whose dates and people are kept."""
PROPERTY_LIMIT, PROPERTY_LENGTH = 20, 10_000
"""Properties of one document that somebody wrote, and characters of each."""
PROPERTIES_PART = 4 * MEGABYTE
"""Bytes of a part with properties; its tree takes ten times that in memory."""

PEOPLE = 100
"""People of one part in a message; a list of more is a mailing."""
TREE_DEPTH = 200
"""Levels of nested data whose names are written; nobody reads a path longer than that."""

_PIECE = 65_536
# APPNOTE.TXT 4.3.16: signature, disks, members on this disk and in all, length and place of the directory, comment.
_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\x05\x06"

_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, ValueError)
"""Exceptions of the standard library for a zip that is cut off, bit-flipped or lies about itself."""


def refuse_crowd(data: bytes) -> None:
    """Refuse a zip of over `ZIP_MEMBERS`, by its own account, before each gets a record.

    Raises:
        ExtractionError: `TOO_MANY_PARTS`.
    """
    at = data.rfind(_END_SIGNATURE)
    if 0 <= at <= len(data) - _END.size:
        count = _END.unpack_from(data, at)[4]
        refuse_members(count)


def refuse_members(count: int) -> None:
    """Refuse an archive of more members than `ZIP_MEMBERS`.

    Raises:
        ExtractionError: `TOO_MANY_PARTS`.
    """
    if count > ZIP_MEMBERS:
        raise _crowd(count)


def _crowd(count: int) -> ExtractionError:
    return ExtractionError(Reason.TOO_MANY_PARTS, FileMessage.TOO_MANY_MEMBERS(count=count, limit=ZIP_MEMBERS))


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a package whose directory promises nothing that would harm this machine.

    `zipfile` never yields more bytes of a member than the directory declares, so checking the declared sizes bounds
    what any library can unpack from the same bytes.

    Raises:
        ExtractionError: `DAMAGED` if there is no readable directory; `TOO_MANY_PARTS`, `UNPACKS_TOO_LARGE` or
            `ENCRYPTED` for what the directory lists.
    """
    refuse_crowd(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, NotImplementedError) as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PACKAGE_UNREADABLE(error=str(error))) from error
    members = archive.infolist()
    refuse_members(len(members))
    _check_total(members)
    for member in members:
        _check_member(member)
    return archive


def _check_total(members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    if total > ZIP_TOTAL:
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.SIZE_LIMITED(size=total, limit=ZIP_TOTAL))


def _check_member(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & 0x1:  # APPNOTE.TXT 4.4.4: bit 0 says that the member is encrypted
        raise ExtractionError(Reason.ENCRYPTED, member.filename)
    if member.file_size <= ZIP_RATIO_FLOOR:
        return
    if member.file_size > ZIP_RATIO * max(member.compress_size, 1):
        raise ExtractionError(
            Reason.UNPACKS_TOO_LARGE, FileMessage.PART_UNPACKS_TO(name=member.filename, size=member.file_size)
        )


def stream_member(archive: zipfile.ZipFile, name: str, *, limit: int = ZIP_PART) -> Iterator[bytes]:
    """Unpack one member piece by piece, counting the bytes that really come out.

    Raises:
        ExtractionError: as `read_member` does, once the pieces before the fault are out.
    """
    left = limit
    with _open_member(archive, name) as member:
        while piece := member.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.PART_TOO_LARGE(name=name, limit=limit))
            yield piece


def read_member(archive: zipfile.ZipFile, name: str, *, limit: int = ZIP_PART, checked: bool = True) -> bytes:
    """Unpack one member in memory, counting the bytes that really come out.

    Args:
        archive: as `open_zip` returned it.
        name: the member's full name.
        limit: in bytes.
        checked: False if a wrong checksum is no error.

    Raises:
        ExtractionError: `DAMAGED` if it is missing or does not unpack, `UNPACKS_TOO_LARGE` beyond `limit`.
    """
    with _open_member(archive, name) as member:
        if not checked:
            member._expected_crc = None  # type: ignore[attr-defined]  # zipfile has no public way
        data = member.read(limit + 1)
    if len(data) > limit:
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.PART_TOO_LARGE(name=name, limit=limit))
    return data


@contextmanager
def _open_member(archive: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    """Open a member; what the standard library raises while it is read is `Reason.DAMAGED`."""
    try:
        with archive.open(name) as member:
            yield member
    except KeyError as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PART_MISSING(name=name)) from error
    except (*_BROKEN, NotImplementedError, RuntimeError) as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PART_DAMAGED(name=name, error=str(error))) from error
