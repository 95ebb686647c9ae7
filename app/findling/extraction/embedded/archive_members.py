"""Members of archives: zip, 7z, tar, and files packed by gzip, bzip2 or xz.

Most are unpacked when they are asked for.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat as modes
import struct
import tarfile
import time
import unicodedata
import zipfile
import zlib
from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import encoding, package
from findling.extraction.embedded import seven_zip_members
from findling.extraction.embedded.embedded_entry import LARGEST, EmbeddedEntry, Shortfall
from findling.extraction.kinds import is_zip
from findling.extraction.limits import ZIP_RATIO, ZIP_RATIO_FLOOR, refuse_crowd
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

UNPACKED_LIMIT = 256_000_000
"""Bytes that are unpacked of a tar or of one packed file, since all of it has to be in memory to find its members."""

_PIECE = 2**20
_DRAWN = frozenset({"So", "Sm", "Sc"})
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_PACKED = re.compile(r"\.(?:gz|gzip|bz2|xz|z)\Z", re.IGNORECASE)
_PACKED_TAR = re.compile(r"\.t(?:gz|bz2?|xz)\Z", re.IGNORECASE)
_PASSED_OVER = re.compile(r"\A__MACOSX/")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, struct.error, ValueError),
    *(NotImplementedError, RuntimeError, tarfile.TarError),
)


def find_entries(source: Source) -> Iterator[EmbeddedEntry | Shortfall]:
    """Find the members of an archive; a damaged one ends with why no more are found.

    Raises:
        ExtractionError: `DAMAGED`, `TOO_MANY_PARTS`, or `UNPACKS_TOO_LARGE`, and there is nothing to be had.
    """
    if is_zip(source.data):
        return _find_in_zip(source)
    if source.data.startswith(seven_zip_members.SEVEN_ZIP_MAGIC):
        return seven_zip_members.find_entries(source)
    if _is_tar(source.data):
        return _find_in_tar(source.data, source)
    return _find_packed(source)


def _find_in_zip(source: Source) -> Iterator[EmbeddedEntry | Shortfall]:
    refuse_crowd(source.data)
    shortfall = None
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except _BROKEN as error:
        shortfall = Shortfall(Reason.DAMAGED, FileMessage.PACKAGE_UNREADABLE(error=str(error)))
        archive = zipfile.ZipFile(io.BytesIO(package.repair_zip(source.data)))
    for member in archive.infolist():
        source.beat()
        kind = modes.S_IFMT(member.external_attr >> 16)
        if member.is_dir() or kind not in (0, modes.S_IFREG) or _PASSED_OVER.match(member.filename):
            continue
        name = _decode_name(member)
        stamp = struct.pack("<LQ", member.CRC, member.file_size)
        modified = _to_ns(member.date_time)
        yield EmbeddedEntry(name, member.file_size, modified, stamp, partial(_unpack_zipped, archive, member))
    if shortfall is not None:
        yield shortfall


def _decode_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; programs write UTF-8 without saying so, else the code page of DOS."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeError:
        return member.filename
    # Signs that draw boxes are letters in the code page of another part of the world.
    is_drawn = any(unicodedata.category(sign) in _DRAWN for sign in member.filename)
    try:
        return encoding.decode(raw).text if is_drawn else raw.decode()
    except UnicodeError:
        return member.filename


def _to_ns(moment: tuple[int, int, int, int, int, int]) -> int | None:
    """Return a time of a zip's directory, which knows no time zone, in nanoseconds since 1970."""
    try:
        return int(time.mktime((*moment, 0, 0, -1))) * 10**9
    except (ValueError, OverflowError):
        return None


def _unpack_zipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise ExtractionError(Reason.ENCRYPTED)
    size = member.file_size
    if size > LARGEST or (size > ZIP_RATIO_FLOOR and size > ZIP_RATIO * max(member.compress_size, 1)):
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.PART_UNPACKS_TO(name=member.filename, size=size))
    try:
        with archive.open(member) as stream:
            return stream.read(LARGEST)
    except _BROKEN as error:
        raise ExtractionError(
            Reason.DAMAGED, FileMessage.PART_DAMAGED(name=member.filename, error=str(error))
        ) from error


def _is_tar(data: bytes) -> bool:
    """Return whether these bytes begin with a tar's header of right checksum (POSIX, pax)."""
    try:
        tarfile.TarInfo.frombuf(data[: tarfile.BLOCKSIZE], tarfile.ENCODING, "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _find_in_tar(data: bytes, source: Source) -> Iterator[EmbeddedEntry | Shortfall]:
    try:
        archive = tarfile.open(fileobj=io.BytesIO(data), mode="r:")  # noqa: SIM115 - members are read from it later
        for member in archive:
            source.beat()
            if member.isreg():
                yield _make_tar_entry(archive, member)
    except _BROKEN as error:
        yield Shortfall(Reason.DAMAGED, FileMessage.PACKAGE_UNREADABLE(error=str(error)))


def _make_tar_entry(archive: tarfile.TarFile, member: tarfile.TarInfo) -> EmbeddedEntry:
    modified = int(member.mtime) * 10**9 if 0 < member.mtime < 2**33 else None
    unpack = partial(_unpack_from_tar, archive, member)
    if member.size > LARGEST:
        return EmbeddedEntry(member.name, member.size, modified, b"", unpack)
    return EmbeddedEntry(member.name, member.size, modified, blake3(unpack()).digest(), unpack)


def _unpack_from_tar(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    if member.size > LARGEST:
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.PART_TOO_LARGE(name=member.name, limit=LARGEST))
    stream = archive.extractfile(member)
    return stream.read() if stream is not None else b""


def _find_packed(source: Source) -> Iterator[EmbeddedEntry | Shortfall]:
    """Find the members of a packed tar, or the one file that is packed."""
    content, shortfall = _unpack_stream(source)
    if _is_tar(content):
        yield from _find_in_tar(content, source)
    elif content:
        name = _PACKED.sub("", source.name)
        if name == source.name:
            name = _PACKED_TAR.sub(".tar", source.name)
        yield EmbeddedEntry(name, len(content), None, blake3(content).digest(), lambda: content)
    if shortfall is not None:
        if not content:
            raise ExtractionError(shortfall.reason, shortfall.detail)
        yield shortfall


def _unpack_stream(source: Source) -> tuple[bytes, Shortfall | None]:
    """Return what a packed file holds, up to the limit, and what of it is missing."""
    content = bytearray()
    try:
        with _open_stream(source.data) as stream:
            while piece := stream.read(_PIECE):
                source.beat()
                content += piece
                if len(content) > UNPACKED_LIMIT:
                    limit = FileMessage.PART_TOO_LARGE(name=source.name, limit=UNPACKED_LIMIT)
                    return bytes(content[:UNPACKED_LIMIT]), Shortfall(Reason.UNPACKS_TOO_LARGE, limit)
    except _BROKEN as error:
        return bytes(content), Shortfall(Reason.DAMAGED, FileMessage.PACKAGE_UNREADABLE(error=str(error)))
    return bytes(content), None


def _open_stream(data: bytes) -> gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    packed = io.BytesIO(data)
    if data.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=packed)
    if data.startswith(b"BZh"):
        return bz2.BZ2File(packed)
    return lzma.LZMAFile(packed)
