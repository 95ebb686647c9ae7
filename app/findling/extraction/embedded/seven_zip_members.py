"""Members of 7z archives: those of one packed block come at once, in memory, within limits."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.embedded_entry import LARGEST, EmbeddedEntry, Shortfall
from findling.extraction.limits import refuse_members
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from py7zr import SevenZipFile
    from py7zr.py7zr import ArchiveFile

    from findling.extraction.source import Source

SEVEN_ZIP_MAGIC = b"7z\xbc\xaf\x27\x1c"

SEVEN_ZIP_LIMIT = 256_000_000
"""Bytes that are unpacked of one archive: the members of a block can only be had one after the other."""

# What py7zr comes to on damaged archives besides its own errors, found by changing bytes of good ones: it believes
# what they say, so that a wrong count ends in an attribute of nothing, a wrong number in an assertion or in memory.
_BROKEN = (
    *(lzma.LZMAError, zlib.error, struct.error, EOFError, OSError, ValueError, TypeError, KeyError, IndexError),
    *(AttributeError, AssertionError, NotImplementedError, OverflowError, RuntimeError, MemoryError),
)
# FILETIME counts 100 ns from 1601 on.
_EPOCH = 116_444_736_000_000_000


def find_entries(source: Source) -> Iterator[EmbeddedEntry | Shortfall]:
    """Find the members of an archive; a damaged one ends with why no more are found.

    Raises:
        ExtractionError: `DAMAGED`, `ENCRYPTED` or `TOO_MANY_PARTS`, and there is nothing to be had.
    """
    from py7zr.exceptions import (
        ArchiveError,
        DecompressionBombError,
        PasswordRequired,
        UnsupportedCompressionMethodError,
    )

    archive = _open(source)
    members = [member for member in archive.files if _is_plain(member)]
    refuse_members(len(members))
    store = _Store(source.beat)
    shortfall = None
    try:
        store.fill(archive, [member for member in members if (member.uncompressed or 0) <= LARGEST])
    except PasswordRequired:
        raise ExtractionError(Reason.ENCRYPTED) from None
    except DecompressionBombError:
        limit = FileMessage.PART_TOO_LARGE(name=source.name, limit=SEVEN_ZIP_LIMIT)
        shortfall = Shortfall(Reason.UNPACKS_TOO_LARGE, limit)
    except UnsupportedCompressionMethodError as error:
        shortfall = Shortfall(Reason.UNSUPPORTED, FileMessage.PACKAGE_UNREADABLE(error=str(error)))
    except (ArchiveError, *_BROKEN) as error:
        shortfall = Shortfall(Reason.DAMAGED, FileMessage.PACKAGE_UNREADABLE(error=str(error)))
    found = [entry for member in members if (entry := _make_entry(member, store)) is not None]
    if shortfall is not None and not found:
        raise ExtractionError(shortfall.reason, shortfall.detail)
    yield from found
    if shortfall is not None:
        yield shortfall


def _open(source: Source) -> SevenZipFile:
    from py7zr import SevenZipFile
    from py7zr.exceptions import ArchiveError, PasswordRequired

    try:
        archive = SevenZipFile(io.BytesIO(source.data))
        is_locked = archive.needs_password()
    except PasswordRequired:
        raise ExtractionError(Reason.ENCRYPTED) from None
    except (ArchiveError, *_BROKEN) as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PACKAGE_UNREADABLE(error=str(error))) from error
    if is_locked:
        raise ExtractionError(Reason.ENCRYPTED)
    return archive


def _is_plain(member: ArchiveFile) -> bool:
    is_special = member.is_directory or member.is_symlink or member.is_junction or member.is_socket
    return not (is_special or member.filename.startswith("__MACOSX/"))


def _make_entry(member: ArchiveFile, store: _Store) -> EmbeddedEntry | None:
    size = member.uncompressed or 0
    written = int(member.lastwritetime or 0)
    modified = (written - _EPOCH) * 100 if written > _EPOCH else None
    if size > LARGEST:
        return EmbeddedEntry(member.filename, size, modified, b"", partial(_refuse, member.filename))
    content = store.get(member.id)
    if len(content) < size or (member.crc32 is not None and zlib.crc32(content) != member.crc32):
        return None
    return EmbeddedEntry(member.filename, size, modified, blake3(content).digest(), lambda: content)


def _refuse(name: str) -> bytes:
    raise ExtractionError(Reason.UNPACKS_TOO_LARGE, FileMessage.PART_TOO_LARGE(name=name, limit=LARGEST))


class _Store:
    """Contents of members by their numbers, kept in memory; names lead nowhere."""

    def __init__(self, beat: Callable[[], None]) -> None:
        self._beat = beat
        self._contents: dict[int, io.BytesIO] = {}

    def fill(self, archive: SevenZipFile, members: list[ArchiveFile]) -> None:
        """Unpack these members.

        Raises:
            ArchiveError: and others, once those before the fault are here.
        """
        from py7zr.io import MemIO, Py7zIO, WriterFactory

        beat, contents = self._beat, self._contents

        class MemberBytes(io.BytesIO, Py7zIO):
            """Content of one member, which stays when it is closed."""

            def write(self, data: bytes | bytearray) -> int:  # type: ignore[override]
                beat()
                return super().write(data)

            def size(self) -> int:
                return len(self.getbuffer())

            def close(self) -> None:
                """Stay open."""

        class MemberFactory(WriterFactory):
            """Maker of contents by the numbers that stand for names."""

            def create(self, filename: str) -> MemberBytes:
                made = contents[int(filename)] = MemberBytes()
                return made

        factory = MemberFactory()
        for member in members:
            archive.worker.register_filelike(member.id, MemIO(str(member.id), factory))
        archive.worker.max_extract_size = SEVEN_ZIP_LIMIT
        archive.worker.extract(archive.fp, None, parallel=False)

    def get(self, number: int) -> bytes:
        """Return what was unpacked of a member."""
        return self._contents[number].getvalue() if number in self._contents else b""
