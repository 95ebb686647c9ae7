"""Properties of documents of before 2007: title, author and dates in a compound file ([MS-OLEPS])."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import encoding
from findling.extraction.compound_streams import BROKEN
from findling.extraction.package import sensible_title
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from olefile import OleFileIO

_SUMMARY = "\x05SummaryInformation"
# Properties of [MS-OLEPS] 3.1.2 and 2.25.1.
_CODE_PAGE, _TITLE, _AUTHOR, _CREATED, _SAVED = 1, 2, 4, 12, 13
_UTF_16, _UTF_8 = 1200, 65001
_WORD = 0xFFFF


@dataclass(frozen=True, slots=True)
class CompoundProperties:
    """Properties as they stand there; moments are in UTC, None where there are none."""

    title: str = ""
    author: str = ""
    created: datetime | None = None
    saved: datetime | None = None


def read_properties(compound: OleFileIO[bytes]) -> CompoundProperties:
    """Return the properties of a document.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    try:
        if not compound.exists(_SUMMARY):
            return CompoundProperties()
        found = compound.getproperties(_SUMMARY, convert_time=True)
    except BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.PART_DAMAGED(name=_SUMMARY[1:], error=str(error))) from error
    page = found.get(_CODE_PAGE)
    code_page = page if isinstance(page, int) else 0
    return CompoundProperties(
        title=_decode(found.get(_TITLE), code_page),
        author=_decode(found.get(_AUTHOR), code_page),
        created=_moment(found.get(_CREATED)),
        saved=_moment(found.get(_SAVED)),
    )


def read_title_of(compound: OleFileIO[bytes]) -> str:
    """Return the title of a document; "" where it has none, or it is damaged there, which does not hide the text."""
    try:
        return sensible_title(read_properties(compound).title)
    except ExtractionError:
        return ""


def _moment(value: object) -> datetime | None:
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else None


def _decode(text: object, code_page: int) -> str:
    if isinstance(text, str):
        return text.rstrip("\0")
    if not isinstance(text, bytes):
        return ""
    # Stored as 16 bits, of which the highest passes for a sign.
    number = code_page & _WORD
    codec = {_UTF_16: "utf-16-le", _UTF_8: "utf-8"}.get(number, f"cp{number}")
    return encoding.decode(text.rstrip(b"\0"), codec if number else None).text
