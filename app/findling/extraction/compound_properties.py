"""Properties of documents before 2007: title, author, dates in a compound file ([MS-OLEPS])."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.errors import ExtractionError
from findling.extraction import encoding
from findling.extraction.compound_streams import read_stream_of
from findling.extraction.package import sensible_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from olefile import OleFileIO

_SUMMARY = "\x05SummaryInformation"
# Properties of [MS-OLEPS] 3.1.2 and 2.25.1.
_CODE_PAGE, _TITLE, _SUBJECT, _AUTHOR, _KEYWORDS, _COMMENTS, _CREATED, _SAVED = 1, 2, 3, 4, 5, 6, 12, 13
# 2.15: types that they have; a text begins with its length.
_NUMBER, _TEXT, _MOMENT = 2, 30, 64
_KINDS = MappingProxyType(
    {_CODE_PAGE: _NUMBER, _CREATED: _MOMENT, _SAVED: _MOMENT}
    | dict.fromkeys((_TITLE, _SUBJECT, _AUTHOR, _KEYWORDS, _COMMENTS), _TEXT)
)
_LONGEST = 4_000
# 2.21: where the place of the first set stands.
_SET_AT = 44
_UTF_16, _UTF_8 = 1200, 65001
_WORD = 0xFFFF
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CompoundProperties:
    """Properties as they stand there; moments are in UTC, None where there are none."""

    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    comments: str = ""
    created: datetime | None = None
    saved: datetime | None = None


def read_properties(compound: OleFileIO[bytes]) -> CompoundProperties:
    """Return the properties of a document, as far as they are whole.

    By hand, since olefile reads each property that there is, and of a damaged list of values as many as it says.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    values = dict(_read_values(read_stream_of(compound, _SUMMARY)))
    code_page = int.from_bytes(values.get(_CODE_PAGE, b"")[:2], "little")
    return CompoundProperties(
        title=_decode(values.get(_TITLE, b""), code_page),
        author=_decode(values.get(_AUTHOR, b""), code_page),
        subject=_decode(values.get(_SUBJECT, b""), code_page),
        keywords=_decode(values.get(_KEYWORDS, b""), code_page),
        comments=_decode(values.get(_COMMENTS, b""), code_page),
        created=_read_moment(values.get(_CREATED, b"")),
        saved=_read_moment(values.get(_SAVED, b"")),
    )


def _read_values(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the wanted properties of the first set (2.20, 2.21), each as the bytes of its value."""
    section = data[int.from_bytes(data[_SET_AT : _SET_AT + 4], "little") :] if len(data) > _SET_AT + 4 else b""
    count = min(int.from_bytes(section[4:8], "little"), len(section) // 8)
    for number in range(count):
        entry = section[8 + 8 * number : 16 + 8 * number]
        name, at = int.from_bytes(entry[:4], "little"), int.from_bytes(entry[4:], "little")
        kind = int.from_bytes(section[at : at + 4], "little") & _WORD
        if _KINDS.get(name) == kind:
            size = 4 + int.from_bytes(section[at + 4 : at + 8], "little") if kind == _TEXT else 8
            yield name, section[at + 4 : at + 4 + min(size, _LONGEST)]


def read_title_of(compound: OleFileIO[bytes]) -> str:
    """Return the title of a document; "" for none, or where damaged, which hides no text."""
    try:
        return sensible_title(read_properties(compound).title)
    except ExtractionError:
        return ""


def _read_moment(value: bytes) -> datetime | None:
    """Return a FILETIME, in tenths of microseconds since 1601; 0 is none."""
    ticks = int.from_bytes(value[:8], "little")
    try:
        return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
    except OverflowError:
        return None


def _decode(value: bytes, code_page: int) -> str:
    text = value[4:]
    codec = {_UTF_16: "utf-16-le", _UTF_8: "utf-8"}.get(code_page, f"cp{code_page}")
    found = encoding.decode(text if code_page == _UTF_16 else text.rstrip(b"\0"), codec if code_page else None).text
    return found.rstrip("\0")
