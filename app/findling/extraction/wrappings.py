"""Wrappings of one document: signed files (.p7m), Safari's pages, packages of one part.

The document is what counts. Packages whose parts are named as files of Windows are named anew.
"""

from __future__ import annotations

import base64
import binascii
import html
import io
import plistlib
import re
import struct
import zipfile
from typing import TYPE_CHECKING, Any, cast
from xml.parsers.expat import ExpatError

from findling.extraction.limits import MEGABYTE
from findling.extraction.xml_parts import attribute, local
from findling.formats import SizeLimit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

WRAPPED_LIMIT = SizeLimit(64 * MEGABYTE, 64 * MEGABYTE)
"""Bytes of a file that is unwrapped in memory."""

_HEAD = 4_096
# APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16: a file, its record in the directory, and the end of the directory.
_ZIPPED, _RECORD, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_FLAT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*)*+<(?:\w+:)?package\b[^>]*"
    rb"\bhttp://schemas\.microsoft\.com/office/2006/xmlPackage\b"
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_BINARY_LIST = b"bplist00"
_XML_LIST = re.compile(rb"\s*<\?xml[^>]*>\s*<!DOCTYPE plist\b")
_MAIN, _FRAMES = "WebMainResource", "WebSubframeArchives"
_CONTENT, _ENCODING, _TYPE = "WebResourceData", "WebResourceTextEncodingName", "WebResourceMIMEType"
_FRAME_DEPTH = 5
# RFC 5652, 5.1: id-signedData, in DER.
_SIGNED = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_SIGNED_WITHIN = 24
_SIGNED_SUFFIX = ".p7m"
_PEM = re.compile(rb"\s*(?:-----BEGIN [A-Z0-9 ]+-----)?([A-Za-z0-9+/=\s]{64,})(?:-----END [A-Z0-9 ]+-----\s*)?\Z")
_OCTETS, _OCTET_PARTS, _SEQUENCE, _EXPLICIT = 0x04, 0x24, 0x30, 0xA0
_NESTING = 50


def is_wrapped(head: bytes, name: str) -> bool:
    """Return whether a file that begins so may wrap a document."""
    return bool(
        head.startswith(_BINARY_LIST)
        or _SIGNED in head[:_SIGNED_WITHIN]
        or name.lower().endswith(_SIGNED_SUFFIX)
        or _FLAT.match(_plain(head[:_HEAD]))
        or (_XML_LIST.match(head[:_HEAD]) and _MAIN.encode() in head)
    )


def unwrap(data: bytes, name: str) -> bytes:
    """Return the document that a file wraps; the file itself where it wraps none, or fails."""
    if len(data) > WRAPPED_LIMIT.kept:
        return data
    if data.startswith(_ZIPPED):
        return _rename_parts(data) or data
    if not is_wrapped(data[: 2 * _HEAD], name):
        return data
    if data.startswith(_BINARY_LIST) or _XML_LIST.match(data[:_HEAD]):
        return _read_web_archive(data) or data
    if _FLAT.match(_plain(data[:_HEAD])):
        return _pack(data) or data
    return _read_signed(data) or data


def _rename_parts(data: bytes) -> bytes | None:
    """Return a zip with slashes for the backslashes in its names; None where there are none.

    APPNOTE.TXT 4.4.17 asks for slashes; some programs on Windows write the others. Names outside ASCII stay: in East
    Asian code pages a letter may end with the byte of a backslash.
    """
    end = data.rfind(_END)
    at = int.from_bytes(data[end + 16 : end + 20], "little")
    if end < 0 or b"\\" not in data[at:end]:
        return None
    renamed = bytearray(data)
    while renamed.startswith(_RECORD, at) and at + 46 <= end:
        name, extra, comment = struct.unpack_from("<HHH", renamed, at + 28)
        start = int.from_bytes(renamed[at + 42 : at + 46], "little")
        _rename_part(renamed, at + 46, name)
        if renamed.startswith(_ZIPPED, start):
            _rename_part(renamed, start + 30, int.from_bytes(renamed[start + 26 : start + 28], "little"))
        at += 46 + name + extra + comment
    return bytes(renamed)


def _rename_part(renamed: bytearray, start: int, length: int) -> None:
    name = renamed[start : start + length]
    if name.isascii():
        renamed[start : start + length] = name.replace(b"\\", b"/")


def _plain(head: bytes) -> bytes:
    """Return the beginning of an XML text without a mark, in bytes that hold ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf")


def _read_web_archive(data: bytes) -> bytes | None:
    """Return a page in Safari's archive, with its frames behind it; None where it is none."""
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, KeyError, IndexError, OverflowError):
        return None
    except (RecursionError, AttributeError, EOFError):
        return None
    pages = list(_pages(archive, 0))
    return "\n".join(("<!DOCTYPE html><meta charset=utf-8>", *pages)).encode("utf-8", "replace") if pages else None


def _pages(archive: object, depth: int) -> Iterator[str]:
    main = archive.get(_MAIN) if isinstance(archive, dict) else None
    if not isinstance(archive, dict) or not isinstance(main, dict) or depth > _FRAME_DEPTH:
        return
    content, kind = main.get(_CONTENT), str(main.get(_TYPE, "text/html"))
    if isinstance(content, bytes) and kind.startswith("text/"):
        try:
            text = content.decode(str(main.get(_ENCODING) or "utf-8"), "replace")
        except LookupError:
            text = content.decode("utf-8", "replace")
        yield text if "html" in kind else f"<pre>{html.escape(text, quote=False)}</pre>"
    frames = archive.get(_FRAMES)
    for frame in frames if isinstance(frames, list) else ():
        yield from _pages(frame, depth + 1)


def _pack(data: bytes) -> bytes | None:
    """Return an Office document of one XML part as its package; None if it is damaged."""
    from lxml import etree

    options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    parts: dict[str, bytes] = {}
    types: dict[str, str] = {}
    try:
        parser = etree.iterparse(io.BytesIO(data), tag="{*}part", **options)
        for _, part in cast("Iterator[tuple[str, etree._Element]]", parser):
            name = attribute(part, "name").lstrip("/")
            for content in part:
                if local(content) == "xmlData" and len(content):
                    parts[name] = etree.tostring(content[0], encoding="UTF-8", xml_declaration=True)
                elif local(content) == "binaryData":
                    parts[name] = base64.b64decode(content.text or "")
            types[name] = attribute(part, "contentType")
            part.clear()
    except (etree.XMLSyntaxError, binascii.Error):
        return None
    listed = "".join(
        f'<Override PartName="/{html.escape(name)}" ContentType="{html.escape(kind)}"/>' for name, kind in types.items()
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}">{listed}</Types>')
        for name, unpacked in parts.items():
            archive.writestr(name or "unnamed", unpacked)
    return packed.getvalue()


def _read_signed(data: bytes) -> bytes | None:
    """Return what a signed file holds (RFC 5652, 5.1, 5.2), in BER or Base64; None for nothing.

    By hand, since asn1crypto takes quadratic time for a content that lies in many pieces, as signing programs write it.
    """
    if _SIGNED not in data[:_SIGNED_WITHIN]:
        written = _PEM.match(data)
        try:
            data = base64.b64decode(written[1]) if written else b""
        except binascii.Error:
            return None
    try:
        at = _begin(data, 0, _SEQUENCE)
        at = _begin(data, _skip(data, at), _EXPLICIT)
        at = _begin(data, at, _SEQUENCE)
        # Version and algorithms come before the content, which bears its own name.
        at = _begin(data, _skip(data, _skip(data, at)), _SEQUENCE)
        at = _begin(data, _skip(data, at), _EXPLICIT)
        return b"".join(_octets(data, at, 0)) or None
    except (IndexError, ValueError):
        return None


def _header(data: bytes, at: int) -> tuple[int, int, int | None]:
    """Return tag, begin and length of a BER value (X.690, 8.1); None for a length by end mark."""
    tag, length, at = data[at], data[at + 1], at + 2
    if tag & 0x1F == 0x1F:
        raise ValueError("a tag of several bytes")
    if length == 0x80:
        return tag, at, None
    if length > 0x80:
        width = length & 0x7F
        length = int.from_bytes(data[at : at + width], "big")
        at += width
    if at + length > len(data):
        raise ValueError("longer than the file")
    return tag, at, length


def _begin(data: bytes, at: int, wanted: int) -> int:
    """Return where the content of a value begins that has the tag which is wanted."""
    tag, begin, _ = _header(data, at)
    if tag != wanted:
        raise ValueError(f"tag {tag} where {wanted} was due")
    return begin


def _skip(data: bytes, at: int) -> int:
    """Return where the next value begins."""
    _, at, length = _header(data, at)
    if length is not None:
        return at + length
    level = 1
    while level:
        if data[at : at + 2] == b"\0\0":
            level, at = level - 1, at + 2
            continue
        _, at, length = _header(data, at)
        if length is None:
            level += 1
        else:
            at += length
    return at


def _octets(data: bytes, at: int, depth: int) -> Iterator[bytes]:
    """Yield the stretches of a string of bytes."""
    tag, begin, length = _header(data, at)
    if tag == _OCTETS and length is not None:
        yield data[begin : begin + length]
    elif tag == _OCTET_PARTS and depth < _NESTING:
        end = len(data) if length is None else begin + length
        while begin < end and data[begin : begin + 2] != b"\0\0":
            yield from _octets(data, begin, depth + 1)
            begin = _skip(data, begin)
    else:
        raise ValueError(f"tag {tag} where a string was due")
