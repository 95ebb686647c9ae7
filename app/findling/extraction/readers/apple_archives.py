"""Objects in archives (.iwa) of Pages, Numbers and Keynote since 2013: Snappy, protobuf.

Apple has published neither; the layout is the one that keynote-parser and numbers-parser go by.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.limits import ZIP_PART

if TYPE_CHECKING:
    from collections.abc import Iterator

STORAGE = 2001
"""Kind of an object that is a stretch of text (TSWP.StorageArchive)."""

_STORED_TEXT = 3
_CHUNK_HEADER = 4
_LITERAL_INLINE = 60


@dataclass(frozen=True, slots=True)
class ArchivedObject:
    """Object: its number, its kind, and the message that it is."""

    number: int
    kind: int
    message: bytes


def read_objects(data: bytes) -> list[ArchivedObject]:
    """Return the objects of one archive, in the order in which they stand there.

    Raises:
        ExtractionError: `DAMAGED`, or `UNPACKS_TOO_LARGE`.
    """
    try:
        return list(_iterate_objects(_unpack(data)))
    except (IndexError, ValueError, TypeError) as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def read_stored_text(message: bytes) -> Iterator[str]:
    """Yield the texts of an object of the kind `STORAGE`."""
    yield from (decode_text(value) for field, value in read_archive_fields(message) if field == _STORED_TEXT)


def decode_text(value: int | bytes) -> str:
    """Return the text that a field holds."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""


def _iterate_objects(data: bytes) -> Iterator[ArchivedObject]:
    """Yield each message; before those of an object stands how long each is."""
    at = 0
    while at < len(data):
        length, at = _read_varint(data, at)
        header, at = data[at : at + length], at + length
        number = 0
        for field, value in read_archive_fields(header):
            if field == 1 and isinstance(value, int):
                number = value
            elif field == 2 and isinstance(value, bytes):
                facts = dict(read_archive_fields(value))
                kind, size = facts.get(1, 0), facts.get(3, 0)
                if isinstance(kind, int) and isinstance(size, int):
                    yield ArchivedObject(number, kind, data[at : at + size])
                    at += size


def read_archive_fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield number and value of a protocol buffer's fields (protobuf.dev's guide on encoding)."""
    at = 0
    while at < len(message):
        key, at = _read_varint(message, at)
        match key & 7:
            case 0:
                value, at = _read_varint(message, at)
                yield key >> 3, value
            case 1:
                at += 8
            case 2:
                length, at = _read_varint(message, at)
                yield key >> 3, message[at : at + length]
                at += length
            case 5:
                at += 4
            case other:
                raise ValueError(f"wire type {other}")


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError("a number of more than 64 bits")


def _unpack(data: bytes) -> bytes:
    """Unpack the chunks of an archive: a zero, the length of the rest in three bytes, Snappy.

    Snappy is without checksums.

    Raises:
        ExtractionError: `UNPACKS_TOO_LARGE`.
    """
    unpacked = bytearray()
    at = 0
    while at + _CHUNK_HEADER <= len(data):
        length = int.from_bytes(data[at + 1 : at + _CHUNK_HEADER], "little")
        at += _CHUNK_HEADER
        _unpack_chunk(data[at : at + length], unpacked)
        at += length
    return bytes(unpacked)


def _unpack_chunk(chunk: bytes, unpacked: bytearray) -> None:
    """Unpack one stretch of Snappy (google/snappy, format_description.txt)."""
    size, at = _read_varint(chunk, 0)
    if len(unpacked) + size > ZIP_PART:
        raise ExtractionError(Reason.UNPACKS_TOO_LARGE)
    begin = len(unpacked)
    while at < len(chunk) and len(unpacked) - begin <= size:
        tag = chunk[at]
        at += 1
        if tag & 3 == 0:
            length = tag >> 2
            if length >= _LITERAL_INLINE:
                extra = length - _LITERAL_INLINE + 1
                length = int.from_bytes(chunk[at : at + extra], "little")
                at += extra
            unpacked += chunk[at : at + length + 1]
            at += length + 1
            continue
        if tag & 3 == 1:
            length, offset = (tag >> 2 & 7) + 4, (tag >> 5) << 8 | chunk[at]
            at += 1
        else:
            width = 2 if tag & 3 == 2 else 4
            length, offset = (tag >> 2) + 1, int.from_bytes(chunk[at : at + width], "little")
            at += width
        if not 0 < offset <= len(unpacked) - begin:
            raise ValueError("a copy of what is not there")
        for _ in range(length):
            unpacked.append(unpacked[-offset])
