"""Unpacks the compressed rich text that Outlook stores in messages, as laid down in [MS-OXRTFCP]."""

from __future__ import annotations

import struct

from findling.domain.files import Reason
from findling.errors import ExtractionError

RAW_LIMIT = 64 * 2**20
"""Bytes unpacked at most; a reference of two bytes stands for at most 17, so the packed size bounds it as well."""

# 2.1.3.1: sizes packed and not, kind of compression, checksum.
_HEADER = struct.Struct("<2L4sL")
_COMPRESSED, _UNCOMPRESSED = b"LZFu", b"MELA"
_WINDOW = 4096
# 2.1.2.1: what the window holds before the first byte.
_INITIAL = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def decompress(data: bytes) -> bytes:
    """Unpack a PidTagRtfCompressed property.

    Raises:
        ExtractionError: `Reason.DAMAGED` if it is no such property.
    """
    if len(data) < _HEADER.size:
        raise ExtractionError(Reason.DAMAGED)
    _, raw_size, kind, _ = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    if kind == _UNCOMPRESSED:
        return body[:raw_size]
    if kind != _COMPRESSED:
        raise ExtractionError(Reason.DAMAGED)
    return _unpack(body)[:raw_size]


def _unpack(body: bytes) -> bytes:
    """Follow 2.2.2: a control byte tells, lowest bit first, which of the next eight tokens are references."""
    window = bytearray(_INITIAL.ljust(_WINDOW, b"\0"))
    write = len(_INITIAL)
    raw = bytearray()
    at = 0
    while at < len(body) and len(raw) < RAW_LIMIT:
        control = body[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                token = int.from_bytes(body[at : at + 2], "big")
                at += 2
                start, length = token >> 4, (token & 15) + 2
                if start == write:
                    return bytes(raw)
            else:
                window_byte = body[at : at + 1]
                at += 1
                start, length = -1, len(window_byte)
            for step in range(length):
                byte = window[(start + step) % _WINDOW] if start >= 0 else window_byte[0]
                window[write] = byte
                write = (write + 1) % _WINDOW
                raw.append(byte)
    return bytes(raw)
