"""Protocol buffers, as far as ONNX files need them; the package onnx would take 33 MB.

Reference: https://protobuf.dev/programming-guides/encoding/
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    import mmap
    from collections.abc import Iterable, Iterator

Chunk: TypeAlias = bytes | memoryview
"""A part of a file; a view where nothing of it was changed."""

VARINT, BYTES = 0, 2
"""Wire types."""

_FIXED_32 = 5
_FIXED_SIZES = {1: 8, _FIXED_32: 4}
_SIGN, _WRAP = 1 << 63, 1 << 64


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message.

    Attributes:
        number: its number.
        value: a whole number, or the bytes of a text, a message or a number of fixed width.
        raw: all of it as it stands in the file.
    """

    number: int
    value: int | memoryview
    raw: memoryview

    @property
    def body(self) -> memoryview:
        """The bytes of a text or message.

        Raises:
            TypeError: the field is a number.
        """
        if isinstance(self.value, int):
            raise TypeError(f"field {self.number} is a number")
        return self.value

    @property
    def text(self) -> str:
        """The text of a text field."""
        return bytes(self.body).decode("utf-8")

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of a number field, or all of a packed one."""
        return (self.value,) if isinstance(self.value, int) else tuple(_read_packed(self.value))


def scan_fields(data: memoryview | mmap.mmap, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield number, wire type, and start and end of the value, of each field of a message.

    Raises:
        ValueError: it is no message; its argument is a notice.
    """
    while start < end:
        key, start = read_varint(data, start, end)
        wire = key & 7
        if wire == VARINT:
            _, stop = read_varint(data, start, end)
        elif wire == BYTES:
            length, start = read_varint(data, start, end)
            stop = start + length
        elif wire in _FIXED_SIZES:
            stop = start + _FIXED_SIZES[wire]
        else:
            raise ValueError(ModelMessage.NOT_ONNX())
        if stop > end:
            raise ValueError(ModelMessage.ENDS_EARLY())
        yield key >> 3, wire, start, stop
        start = stop


def read_fields(message: memoryview) -> Iterator[Field]:
    """Yield the fields of a message, in order.

    Raises:
        ValueError: it is no message; its argument is a notice.
    """
    begin = 0
    for number, wire, start, stop in scan_fields(message, 0, len(message)):
        value = _signed(read_varint(message, start, stop)[0]) if wire == VARINT else message[start:stop]
        yield Field(number, value, message[begin:stop])
        begin = stop


def read_varint(data: memoryview | mmap.mmap, at: int, end: int) -> tuple[int, int]:
    """Read the base-128 integer at a position; returns the position behind it too."""
    value = shift = 0
    while at < end:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > 63:
            raise ValueError(ModelMessage.NOT_ONNX())
    raise ValueError(ModelMessage.ENDS_EARLY())


def write_number(number: int, value: int) -> bytes:
    """A field that is a whole number."""
    return _write_varint(number << 3 | VARINT) + _write_varint(value)


def write_float(number: int, value: float) -> bytes:
    """A field that is a number of 32 bits with a fraction."""
    return _write_varint(number << 3 | _FIXED_32) + struct.pack("<f", value)


def write_text(number: int, value: str) -> bytes:
    """A field that is a text."""
    return b"".join(write_message(number, [value.encode()]))


def write_message(number: int, chunks: Iterable[Chunk]) -> list[Chunk]:
    """A field that is a message or bytes, in chunks, none of which is copied."""
    parts = list(chunks)
    return [_write_varint(number << 3 | BYTES) + _write_varint(sum(map(len, parts))), *parts]


def _read_packed(packed: memoryview) -> Iterator[int]:
    at = 0
    while at < len(packed):
        value, at = read_varint(packed, at, len(packed))
        yield _signed(value)


def _signed(value: int) -> int:
    return value - _WRAP if value & _SIGN else value


def _write_varint(value: int) -> bytes:
    value %= _WRAP
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
