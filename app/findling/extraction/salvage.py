"""Rescues what can still be read of a damaged zip: wrong checksums, flipped bits, an end that was never downloaded."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

TOTAL_LIMIT = 256 * 2**20
"""Bytes unpacked at most; a damaged file is not worth more memory than this."""

_SIGNATURE = b"PK\x03\x04"
# APPNOTE.TXT 4.3.7: signature, version, flags, method, time, date, CRC-32, sizes (packed, not), lengths (name, extra).
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x0001
_UTF8_NAME = 0x0800
_CHUNK = 4096
# Stands in for a part that a document can do without, such as its styles, so that the rest can be read.
_NOTHING = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def rescue(data: bytes) -> bytes:
    """Build a sound zip from the local headers of a damaged one, without its directory and checksums.

    A member that breaks off is kept as far as it goes; XML among the members is closed where it breaks off.

    Raises:
        ExtractionError: `Reason.DAMAGED` if no member can be found, `Reason.UNPACKS_TOO_LARGE` past `TOTAL_LIMIT`.
    """
    members: dict[str, bytes] = {}
    total = 0
    for name, content in _members(data):
        total += len(content)
        if total > TOTAL_LIMIT:
            raise ExtractionError(Reason.UNPACKS_TOO_LARGE)
        members[name] = content
    if not members:
        raise ExtractionError(Reason.DAMAGED)
    return _pack(members)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each member that has a local header and is not encrypted."""
    at = data.find(_SIGNATURE)
    while 0 <= at <= len(data) - _LOCAL_HEADER.size:
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, at)
        name_start = at + _LOCAL_HEADER.size
        start = name_start + name_length + extra_length
        content, end = b"", start
        if not flags & _ENCRYPTED and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            content, end = _inflate(data, start) if method else (data[start : start + packed], start + packed)
            name = data[name_start : name_start + name_length]
            yield name.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace"), content
        # Where nothing came, the lengths in the header may be what is damaged: they are not trusted to skip by.
        at = data.find(_SIGNATURE, max(end, start) if content else at + len(_SIGNATURE))


def _inflate(data: bytes, start: int) -> tuple[bytes, int]:
    """Inflate one deflate stream as far as it is sound; returns the bytes and where the stream ended."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    parts: list[bytes] = []
    length = 0
    at = start
    while not inflater.eof and at < len(data) and length <= TOTAL_LIMIT:
        before = inflater.copy()
        try:
            parts.append(inflater.decompress(data[at : at + _CHUNK]))
        except zlib.error:
            parts.extend(_inflate_bytewise(before, data[at : at + _CHUNK]))
            # Where this stream really ends is not known, so the search for the next header starts right behind it.
            return b"".join(parts), start
        length += len(parts[-1])
        at += _CHUNK
    return b"".join(parts), min(at, len(data)) - len(inflater.unused_data)


def _inflate_bytewise(inflater: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """Yield what comes before the flipped bit that stops the inflater somewhere in this chunk."""
    for at in range(len(chunk)):
        try:
            yield inflater.decompress(chunk[at : at + 1])
        except zlib.error:
            return


def _pack(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, _close(content) if name.endswith((".xml", ".rels")) else content)
    return packed.getvalue()


def _close(content: bytes) -> bytes:
    """Return XML that is well-formed: the same if it is, else what a forgiving parser makes of it."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return _NOTHING
    if root is None:
        return _NOTHING
    if not len(parser.error_log):
        return content
    for element in root.iter(etree.Element):
        _drop_unbound_names(element)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _drop_unbound_names(element: etree._Element) -> None:
    """Take away names with a prefix that is bound to no namespace, over which a strict parser stumbles."""
    if _is_unbound(str(element.tag)):
        element.tag = "unknown"
    for name in [name for name in map(str, element.attrib) if _is_unbound(name)]:
        del element.attrib[name]


def _is_unbound(name: str) -> bool:
    return ":" in name.rpartition("}")[2]
