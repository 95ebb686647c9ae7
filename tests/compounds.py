"""OLE compound files ([MS-CFB]) of one stream, made in a test."""

from __future__ import annotations

import struct

_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(name: str, stream: bytes) -> bytes:
    """Return a file with one stream of at most 60 kB: a sector of the table, one of the directory, then the stream."""
    data = stream.ljust(4096, b"\0")
    data += bytes(-len(data) % _SECTOR)
    count = len(data) // _SECTOR
    chain = [_TABLE, _END, *range(3, count + 2), _END]
    table = struct.pack("<128L", *chain, *[_FREE] * (128 - len(chain)))
    header = struct.pack(
        "<8s16x5H6x8L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END
    )
    header += struct.pack("<L109L", 0, 0, *[_FREE] * 108)
    entries = _entry("Root Entry", 5, child=1) + _entry(name, 2, start=2, size=len(data)) + bytes(2 * 128)
    return header + table + entries + data


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sH2B3L", encoded, len(encoded), kind, 1, _FREE, _FREE, child)
    return head + bytes(36) + struct.pack("<LQ", start, size)
