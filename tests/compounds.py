"""OLE compound files ([MS-CFB]), made in a test."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR = 512
_ENTRIES = 4
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(name: str, stream: bytes) -> bytes:
    """Return a file with one stream."""
    return compound_of({name: stream})


def compound_of(members: Mapping[str, bytes | Mapping[str, bytes]]) -> bytes:
    """Return a file with some streams, and storages of streams, of at most 60 kB together.

    Each stream is filled up with zeros to whole sectors. A sector of the table comes first, then the directory, then
    the streams.
    """
    groups = [members, *(each for each in members.values() if isinstance(each, Mapping))]
    inner = 1 + len(members)
    directory = -(-(sum(map(len, groups)) + 1) // _ENTRIES)
    chain = [_TABLE, *range(2, directory + 1), _END]
    entries, content = [_entry("Root Entry", 5, child=1)], []
    for group in groups:
        last = len(entries) + len(group) - 1
        for name, member in group.items():
            # Each is the right neighbour of the one before: no balanced tree, but one in which all are found.
            right = len(entries) + 1 if len(entries) < last else _FREE
            if isinstance(member, Mapping):
                entries.append(_entry(name, 1, child=inner, right=right))
                inner += len(member)
                continue
            padded = member.ljust(4096, b"\0") + bytes(-max(len(member), 4096) % _SECTOR)
            start, count = len(chain), len(padded) // _SECTOR
            chain += [*range(start + 1, start + count), _END]
            entries.append(_entry(name, 2, start=start, size=len(padded), right=right))
            content.append(padded)
    table = struct.pack("<128L", *chain, *[_FREE] * (128 - len(chain)))
    header = struct.pack(
        "<8s16x5H6x8L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END
    )
    header += struct.pack("<L109L", 0, 0, *[_FREE] * 108)
    return header + table + b"".join(entries).ljust(directory * _SECTOR, b"\0") + b"".join(content)


def _entry(name: str, kind: int, *, child: int = _FREE, start: int = _END, size: int = 0, right: int = _FREE) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sH2B3L", encoded, len(encoded), kind, 1, _FREE, right, child)
    return head + bytes(36) + struct.pack("<LQ", start, size)
