"""The wire format of protocol buffers, as far as an ONNX file is made of it; the package onnx would be 33 MB for this.

Reference: https://protobuf.dev/programming-guides/encoding/
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Chunk: TypeAlias = bytes | memoryview
"""A part of a file; a view where nothing of it was changed."""

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
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


def read_fields(message: memoryview) -> Iterator[Field]:
    """The fields of a message, in order.

    Raises:
        ValueError: it is no message.
    """
    at = 0
    try:
        while at < len(message):
            begin = at
            key, at = _read_varint(message, at)
            value, at = _read_value(message, at, key & 7)
            yield Field(key >> 3, value, message[begin:at])
    except IndexError as error:
        raise ValueError("a message that ends too early") from error


def write_number(number: int, value: int) -> bytes:
    """A field that is a whole number."""
    return _write_varint(number << 3 | _VARINT) + _write_varint(value)


def write_text(number: int, value: str) -> bytes:
    """A field that is a text."""
    return b"".join(write_message(number, [value.encode()]))


def write_message(number: int, chunks: Iterable[Chunk]) -> list[Chunk]:
    """A field that is a message or bytes, in chunks, none of which is copied."""
    parts = list(chunks)
    return [_write_varint(number << 3 | _BYTES) + _write_varint(sum(map(len, parts))), *parts]


def _read_value(message: memoryview, at: int, wire: int) -> tuple[int | memoryview, int]:
    if wire == _VARINT:
        value, at = _read_varint(message, at)
        return (value - _WRAP if value & _SIGN else value), at
    if wire == _BYTES:
        length, at = _read_varint(message, at)
    elif wire in (_FIXED32, _FIXED64):
        length = 4 if wire == _FIXED32 else 8
    else:
        raise ValueError(f"wire type {wire}")
    if at + length > len(message):
        raise ValueError("a field that is longer than its message")
    return message[at : at + length], at + length


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if not byte & 0x80:
            return value, at
        shift += 7


def _read_packed(packed: memoryview) -> Iterator[int]:
    at = 0
    while at < len(packed):
        value, at = _read_varint(packed, at)
        yield value - _WRAP if value & _SIGN else value


def _write_varint(value: int) -> bytes:
    value %= _WRAP
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
