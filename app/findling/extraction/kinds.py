"""What a file is: by its first bytes, then by what its package holds, then by its name; or why it has no text."""

from __future__ import annotations

import re

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import containers, signatures
from findling.formats import FORMATS, FileKind, Format, format_by_name, format_of
from findling.messages.file_templates import FileMessage

SNIFFED_BYTES = 65_536
_CONTROL_SHARE = 0.10
"""A text holds fewer control characters than this; compressed and compiled data hold about 11 % of them."""

_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\b\x1b"})
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_ZERO_SHARE = 0.20
"""ASCII letters in UTF-16 make every second byte zero, those in UTF-32 three of four."""


def identify(data: bytes, name: str) -> FileKind:
    """Tell what a file is; a document under a wrong name is what its bytes say, a text is what its name says.

    Args:
        data: the whole file; its first 64 kB decide, for packages also their directory.
        name: the file's name with its suffix.

    Raises:
        ExtractionError: there is no text to be had, with the reason: `EMPTY`, `ENCRYPTED`, `LEGACY`, `ARCHIVE`,
            `BINARY`, `UNSUPPORTED`, `DAMAGED`, or `MISNAMED` for a document's name on something without text.
    """
    if not data.strip():
        raise ExtractionError(Reason.EMPTY, FileMessage.ONLY_WHITE_SPACE() if data else None)
    named = format_by_name(name)
    if (kind := _identify_document(data, named)) is not None:
        return kind
    return _identify_text(data, named)


def _identify_document(data: bytes, named: Format | None) -> FileKind | None:
    if (known := signatures.find_header(data, named)) is not None:
        return known.kind
    if signatures.is_zip(data):
        return containers.identify_zip(data, named)
    if signatures.is_compound(data):
        return containers.identify_compound(data)
    if (known := signatures.find_unread(data)) is not None:
        _refuse(known.reason, known.label, named)
    return None


def _identify_text(data: bytes, named: Format | None) -> FileKind:
    head = data[:SNIFFED_BYTES]
    if not is_text(head):
        _refuse(Reason.BINARY, "", named)
    if named is None or named.is_marked:
        return _sniff(head.removeprefix(b"\xef\xbb\xbf"))
    page = format_of(FileKind.HTML)
    return page.kind if named.kind is FileKind.XML and re.match(page.opening, head) else named.kind


def _refuse(reason: str, content: str, named: Format | None) -> None:
    if named is not None and named.is_marked:
        raise ExtractionError(Reason.MISNAMED, content or FileMessage.BINARY_DATA())
    raise ExtractionError(reason, content)


def is_text(head: bytes) -> bool:
    """Whether a file's beginning reads as text in some encoding, UTF-16 and UTF-32 without a mark among them."""
    if head.startswith(_WIDE_MARKS) or not head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= len(head) * _CONTROL_SHARE or _is_wide(head)


def _is_wide(head: bytes) -> bool:
    """Whether zero bytes stand as UTF-16 or UTF-32 puts them: nearly all in some lanes, hardly any in the others."""
    lanes = [head[lane::4].count(0) / max(len(head[lane::4]), 1) for lane in range(4)]
    spread = max(lanes) > 1 - _ZERO_SHARE * 2 and min(lanes) < _ZERO_SHARE / 4
    others = len(head.translate(None, _CONTROLS)) + head.count(0)
    return spread and others >= len(head) * (1 - _CONTROL_SHARE / 4)


def _sniff(head: bytes) -> FileKind:
    """What a text of an unknown name is, by how it begins."""
    texts = (known for known in FORMATS if known.opening)
    return next((known.kind for known in texts if re.match(known.opening, head)), FileKind.TEXT)
