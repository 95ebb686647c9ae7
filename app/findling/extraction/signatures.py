"""Search of a file's bytes for the marks by which formats are known."""

from __future__ import annotations

import re

from findling.formats import FORMATS, UNREAD_FORMATS, Format

_HEAD = 1024


def find_header(data: bytes, named: Format | None) -> Format | None:
    """Return the format whose header is in these bytes, or the one named if they are a damaged file of it."""
    head = data[:_HEAD]
    for known in FORMATS:
        if known.header and re.search(known.header, head):
            return known
    return named if named and named.fragment and re.search(named.fragment, data) else None


def find_unread(data: bytes) -> Format | None:
    """Return the format without readable text that these bytes begin, or None."""
    return next((known for known in UNREAD_FORMATS if known.magic and _bears(data, known)), None)


def _bears(data: bytes, known: Format) -> bool:
    return all(data.startswith(mark, offset) for offset, mark in known.magic)


def is_zip(data: bytes) -> bool:
    """Return whether these bytes are a zip package: with members, or empty."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_compound(data: bytes) -> bool:
    """Return whether these bytes are an OLE compound file, the container of Office before 2007."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
