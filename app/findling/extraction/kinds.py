"""Identification of a file's kind: by its first bytes, its package's parts, then its name."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.encoding import without_padding
from findling.format_table import FORMATS, UNREAD_FORMATS, format_by_name, format_of
from findling.formats import Container, FileKind, Format
from findling.messages.file_templates import FileMessage
from findling.signatures import FRAGMENT

if TYPE_CHECKING:
    from findling.messages.notice import Notice

SNIFFED_BYTES = 65_536
_CONTROL_SHARE = 0.10
"""A text holds fewer control characters than this; compressed and compiled data hold about 11 % of them."""

_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\b\x1b"})
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_ZERO_SHARE = 0.20
"""ASCII letters in UTF-16 make every second byte zero, those in UTF-32 three of four."""

_ZIPS, _UNREAD_ZIPS, _COMPOUNDS, _UNREAD_COMPOUNDS = (
    tuple(known for known in formats if known.container is container)
    for container in Container
    for formats in (FORMATS, UNREAD_FORMATS)
)

_ARCHIVE = format_of(FileKind.ARCHIVE)

# MMDF, a kind of mailbox, has lines of these around each message.
_MESSAGE_MARK = re.compile(rb"^\x01{4}\r?$", re.MULTILINE)

_HEAD = 1024
_ROWS = 5


def identify(data: bytes, name: str) -> FileKind:
    """Identify a file: a document by its bytes, whatever its name; a text by its name.

    `data` is the whole file; its first 64 kB decide, and of packages also their directory.

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
    if (known := find_header(data, named)) is not None:
        return known.kind
    if is_zip(data):
        return identify_zip(data, named)
    if is_compound(data):
        return identify_compound(data, named)
    if (known := find_unread(data)) is not None:
        _refuse(known.reason, FileMessage.FORMAT(label=known.label), named)
    return None


def _identify_text(data: bytes, named: Format | None) -> FileKind:
    head = without_padding(data)[:SNIFFED_BYTES]
    if not is_text(_MESSAGE_MARK.sub(b"", head)):
        _refuse(Reason.BINARY, None, named)
    head = _without_mark(head)
    told = next((known for known in FORMATS if known.prologue and re.match(known.prologue, head)), None)
    if told is not None and (named is None or named.is_marked or named.reader != told.reader):
        return told.kind
    if named is None or named.is_marked:
        return _recognise_export(head, named) or _sniff(head)
    page = format_of(FileKind.HTML)
    return page.kind if named.kind is FileKind.XML and re.match(page.opening, head) else named.kind


def _without_mark(head: bytes) -> bytes:
    """Return a text's beginning as patterns expect it: without a mark, in bytes holding ASCII."""
    if head.startswith(_WIDE_MARKS[:2]):
        return head[: len(head) // 4 * 4].decode("utf-16", "replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf")


def _refuse(reason: str, content: Notice | None, named: Format | None) -> None:
    # An old document may well bear the name that those of Office had later.
    is_forerunner = reason == Reason.LEGACY and named is not None and named.container is Container.COMPOUND
    if named is not None and named.is_marked and not is_forerunner:
        raise ExtractionError(Reason.MISNAMED, content or FileMessage.BINARY_DATA())
    raise ExtractionError(reason, content)


def is_text(head: bytes) -> bool:
    """Return whether a file begins with text in some encoding, even UTF-16/32 without a mark."""
    if head.startswith(_WIDE_MARKS) or not head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= len(head) * _CONTROL_SHARE or _is_wide(head)


def _is_wide(head: bytes) -> bool:
    """Return whether zero bytes lie as in UTF-16 or UTF-32: mostly at some offsets modulo 4."""
    positions = [head[position::4].count(0) / max(len(head[position::4]), 1) for position in range(4)]
    spread = max(positions) > 1 - _ZERO_SHARE * 2 and min(positions) < _ZERO_SHARE / 4
    others = len(head.translate(None, _CONTROLS)) + head.count(0)
    return spread and others >= len(head) * (1 - _CONTROL_SHARE / 4)


def _recognise_export(head: bytes, named: Format | None) -> FileKind | None:
    """Return the kind of what programs export as Office files: a page's fragment, or a table."""
    if named is None or named.container is not Container.COMPOUND:
        return None
    if re.match(FRAGMENT, head):
        return FileKind.HTML
    rows = head.splitlines()[:_ROWS]
    has_columns = len(rows) > 1 and all(row.count(b"\t") == rows[0].count(b"\t") > 0 for row in rows[:-1])
    return FileKind.TSV if named.kind is FileKind.XLS and has_columns else None


def _sniff(head: bytes) -> FileKind:
    """Identify a text of an unknown name by its beginning."""
    texts = (known for known in FORMATS if known.opening)
    return next((known.kind for known in texts if re.match(known.opening, head)), FileKind.TEXT)


def identify_zip(data: bytes, named: Format | None) -> FileKind:
    """Identify a zip package: a document of one of the formats, or an archive.

    A package whose directory is lost is what its name says, so that its reader can save what is left of it.

    Raises:
        ExtractionError: `ARCHIVE`, `MISNAMED` or `UNSUPPORTED`, or what `limits.open_zip` finds wrong with a document.
    """
    if named in _UNREAD_ZIPS:
        raise ExtractionError(named.reason, FileMessage.FORMAT(label=named.label))
    promised = named if named in _ZIPS else None
    try:
        archive = limits.open_zip(data)
    except ExtractionError:
        return (promised or _ARCHIVE).kind
    with archive:
        names = archive.namelist()
        media_type = _media_type(limits.read_member(archive, "mimetype")) if "mimetype" in names else ""
    return _by_media_type(media_type) or _by_parts(names, promised)


def _media_type(content: bytes) -> str:
    return content[:100].decode("ascii", "replace").strip().removesuffix("-template")


def _by_media_type(media_type: str) -> FileKind | None:
    for known in _ZIPS:
        if media_type in known.media_types:
            return known.kind
    for known in _UNREAD_ZIPS:
        if media_type.startswith(known.media_types):
            raise ExtractionError(known.reason, FileMessage.FORMAT(label=known.label))
    return None


def _by_parts(names: list[str], promised: Format | None) -> FileKind:
    if promised is _ARCHIVE and "[Content_Types].xml" not in names:
        return _ARCHIVE.kind  # folders in it may have any names
    for known in _ZIPS:
        if any(name.startswith(known.parts) for name in names):
            # Of formats with the same parts it is the one that its name says.
            return promised.kind if promised and promised.parts == known.parts else known.kind
    if promised and "[Content_Types].xml" in names:
        return promised.kind
    for known in _UNREAD_ZIPS:
        if any(name.startswith(known.parts) for name in names):
            raise ExtractionError(known.reason, FileMessage.FORMAT(label=known.label))
    if promised not in (None, _ARCHIVE):
        raise ExtractionError(Reason.MISNAMED, FileMessage.ZIP_ARCHIVE())
    return _ARCHIVE.kind


def identify_compound(data: bytes, named: Format | None = None) -> FileKind:
    """Identify a compound file: a workbook, a message, or one that is not read.

    Raises:
        ExtractionError: `LEGACY`, `ENCRYPTED` or `UNSUPPORTED` by what the file holds; `DAMAGED` if its directory
            cannot be read.
    """
    names = _top_level(data)
    for known in (*_UNREAD_COMPOUNDS, *_COMPOUNDS):
        if not names.isdisjoint(known.parts):
            if known.is_read:
                return known.kind
            raise ExtractionError(known.reason, FileMessage.FORMAT(label=known.label))
    if named in _UNREAD_COMPOUNDS:
        raise ExtractionError(named.reason, FileMessage.FORMAT(label=named.label))
    raise ExtractionError(Reason.UNSUPPORTED, FileMessage.OTHER_CONTAINER())


def _top_level(data: bytes) -> set[str]:
    from olefile import OleFileIO
    from olefile.olefile import OleFileError

    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            return {entry[0].lower() for entry in compound.listdir(streams=True, storages=True)}
    except (OleFileError, OSError, ValueError, IndexError, OverflowError) as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=str(error))) from error


def find_header(data: bytes, named: Format | None) -> Format | None:
    """Return the format whose header is in these bytes, or the named one if it is damaged."""
    if is_zip(data) or is_compound(data):
        return None  # what is in a package has headers too
    head = data[:_HEAD]
    for known in FORMATS:
        if known.header and re.search(known.header, head):
            return known
    return named if named and named.fragment and re.search(named.fragment, data) else None


def find_unread(data: bytes) -> Format | None:
    """Return the format without readable text that these bytes begin, or None."""
    return next((known for known in UNREAD_FORMATS if known.magic and _matches(data, known)), None)


def _matches(data: bytes, known: Format) -> bool:
    return all(data.startswith(mark, offset) for offset, mark in known.magic)


def is_zip(data: bytes) -> bool:
    """Return whether these bytes are a zip package: with members, or empty."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_compound(data: bytes) -> bool:
    """Return whether these bytes are an OLE compound file, the container of Office before 2007."""
    return data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
