"""Origins of office documents of before 2007: the property sets of compound files ([MS-OLEPS])."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.origin import Origin
from findling.errors import ExtractionError
from findling.extraction import encoding
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import believe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.extraction.source import Source

_SUMMARY = "\x05SummaryInformation"
# Properties of [MS-OLEPS] 3.1.2 and 2.25.1.
_CODE_PAGE, _AUTHOR, _CREATED, _SAVED = 1, 4, 12, 13
_UTF_16, _UTF_8 = 1200, 65001
_WORD = 0xFFFF
_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error)


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a .doc, .xls or .ppt file.

    Raises:
        ExtractionError: `DAMAGED`.
    """
    from olefile import OleFileIO

    try:
        with OleFileIO(io.BytesIO(source.data)) as compound:
            if not compound.exists(_SUMMARY):
                return
            properties = compound.getproperties(_SUMMARY, convert_time=True)
    except _BROKEN as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error
    dates = (properties.get(number) for number in (_SAVED, _CREATED))
    believed = (believe(date.replace(tzinfo=UTC)) for date in dates if isinstance(date, datetime))
    author = properties.get(_AUTHOR)
    page = properties.get(_CODE_PAGE)
    yield Origin(
        dated_ns=next((date for date in believed if date is not None), None),
        authors=split_authors(_decode(author, page if isinstance(page, int) else 0)),
    )


def _decode(text: object, code_page: int) -> str:
    if isinstance(text, str):
        return text
    if not isinstance(text, bytes):
        return ""
    # Stored as 16 bits, of which the highest passes for a sign.
    number = code_page & _WORD
    codec = {_UTF_16: "utf-16-le", _UTF_8: "utf-8"}.get(number, f"cp{number}")
    return encoding.decode(text.rstrip(b"\0"), codec if number else None).text
