"""Files embedded in Rich Text, as hexadecimal digits of an OLE object (RTF 1.9.1).

See "Objects" there, and [MS-OLEDS] 2.2.
"""

from __future__ import annotations

import re
import struct
from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.embedded_entry import EmbeddedEntry
from findling.extraction.embedded.ole_objects import OleFile, read_native, unwrap_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

_DATA = re.compile(rb"\\objdata\b([0-9A-Fa-f\s]*+)")
_WHITE = re.compile(rb"\s+")
_NUMBER = struct.Struct("<L")
_EMBEDDED = 2
_PACKAGE = b"Package"
_LONGEST_NAME = 1_024


def find_entries(source: Source) -> Iterator[EmbeddedEntry]:
    """Find the embedded files; links to files elsewhere are none."""
    for number, found in enumerate(_DATA.finditer(source.data), start=1):
        source.beat()
        digits = found.span(1)
        unpack = partial(_unpack, source.data, digits, number)
        try:
            file = _read(source.data, digits, number)
        except ExtractionError as error:
            yield EmbeddedEntry(f"object{number}", 0, None, str(error.reason).encode(), unpack)
            continue
        if file is not None:
            yield EmbeddedEntry(file.name, len(file.content), None, blake3(file.content).digest(), unpack)


def _unpack(data: bytes, digits: tuple[int, int], number: int) -> bytes:
    file = _read(data, digits, number)
    return file.content if file is not None else b""


def _read(data: bytes, digits: tuple[int, int], number: int) -> OleFile | None:
    """Read the header of an object of OLE 1.0, and what is in it."""
    packed = _WHITE.sub(b"", data[slice(*digits)])
    try:
        raw = bytes.fromhex(packed[: len(packed) // 2 * 2].decode("ascii"))
        if _NUMBER.unpack_from(raw, 4)[0] != _EMBEDDED:
            return None
        at = 8
        names = []
        for _ in range(3):
            (length,) = _NUMBER.unpack_from(raw, at)
            if length > _LONGEST_NAME:
                raise ExtractionError(Reason.DAMAGED)
            at += _NUMBER.size
            names.append(raw[at : at + length].rstrip(b"\0"))
            at += length
        (length,) = _NUMBER.unpack_from(raw, at)
    except struct.error as error:
        raise ExtractionError(Reason.DAMAGED) from error
    content = raw[at + _NUMBER.size : at + _NUMBER.size + length]
    if names[0] == _PACKAGE:
        return read_native(content)
    return unwrap_object(content, f"object{number}.bin")
