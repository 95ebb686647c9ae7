"""Dates as documents write them, in nanoseconds since 1970; impossible ones are none."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

_YEARS = range(1700, 2262)
"""Nanoseconds since 1970 fit into 63 bits."""

# What clocks and programs write that know no date: FILETIME's zero, OLE's and Excel's, the Macintosh's, Unix', FAT's,
# that of devices without a battery and of ReportLab's reproducible files, and Cocoa's. A document of that very second
# is as good as impossible.
_ZEROS = frozenset(
    {
        *((1601, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1904, 1, 1), (1970, 1, 1), (1980, 1, 1)),
        *((2000, 1, 1), (2001, 1, 1)),
    }
)
_DAY = timedelta(days=1)
_LONGEST = 200
# A leap second is the last one of its minute.
_LEAP = re.compile(r"(:\d\d):60\b", re.ASCII)
# W3C's profile of ISO 8601 (NOTE-datetime), and what programs make of it: fractions of any length, no zone.
_W3C = re.compile(
    r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?\s*",
    re.ASCII | re.IGNORECASE,
)
# ISO 32000-1, 7.9.4; many write neither the prefix nor the apostrophes.
_PDF = re.compile(
    r"\s*(?:D:)?\s*(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d))?)?)?)?)?\s*(Z|[+-]\d\d(?:'?\d\d)?)?.*",
    re.ASCII | re.DOTALL,
)
# CIPA DC-008 (Exif 2.3), 4.6.5: 20 characters with a NUL; unknown parts are blanks or zeros.
_EXIF = re.compile(r"\s*(\d{4})[:/.-](\d\d)[:/.-](\d\d)[ T](\d\d):(\d\d):(\d\d).*", re.ASCII | re.DOTALL)
_OFFSET = re.compile(r"([+-])(\d\d):?'?(\d\d)?", re.ASCII)


def read_mail_date(text: str, now: datetime | None = None) -> int | None:
    """Return a mail's date (RFC 5322, 3.3 and old forms of 4.3); without a zone, local time."""
    try:
        moment = parsedate_to_datetime(_LEAP.sub(r"\1:59", text[:_LONGEST]))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # "-0000" is UTC of a place that is not told (RFC 5322, 3.3); it is read as no zone at all.
    is_utc = moment.tzinfo is None and "-0000" in text
    return believe(moment.replace(tzinfo=UTC) if is_utc else moment, now)


def read_w3c_date(text: str, now: datetime | None = None) -> int | None:
    """Return the date of an office document or a book: a year, a month, a day or a moment."""
    found = _W3C.fullmatch(text)
    if not found:
        return None
    if found[4] is None:
        # A day without a time is one that somebody wrote, and no zero of a clock.
        year, month, day, *_ = _parts(found)
        return read_day(year, month, day, now)
    return _settle(_parts(found), _read_offset(found[7]), now)


def read_day(year: int, month: int, day: int, now: datetime | None = None) -> int | None:
    """Return the begin of a day in the local zone; None if there is none, or it is to come."""
    try:
        begin = _in_utc(datetime(year, month, day))  # noqa: DTZ001 - this computer's zone
    except ValueError:
        return None
    return _count_nanoseconds(begin, now) if begin else None


def read_pdf_date(text: str, now: datetime | None = None) -> int | None:
    """Return a date of PDF."""
    found = _PDF.fullmatch(text)
    return _settle(_parts(found), _read_offset(found[7]), now) if found else None


def read_picture_date(text: str, offset: str = "", now: datetime | None = None) -> int | None:
    """Return a date of Exif; its offset from UTC stands apart, where there is one."""
    found = _EXIF.fullmatch(text.replace("\0", " "))
    return _settle(_parts(found), _read_offset(offset.strip(" \0")), now) if found else None


def believe(moment: datetime, now: datetime | None = None) -> int | None:
    """Return a moment in ns since 1970; None if no document is from then, or it is to come.

    Args:
        moment: one without a zone is of this computer's.
        now: what is later by more than a day is not believed: the clock that wrote it was wrong.
    """
    zoned = _in_utc(moment)
    # By itself and in UTC, for programs write the zero of their clock with any zone.
    if zoned is None or _is_zero(moment) or _is_zero(zoned):
        return None
    return _count_nanoseconds(zoned, now)


def _in_utc(moment: datetime) -> datetime | None:
    try:
        return moment.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _count_nanoseconds(moment: datetime, now: datetime | None) -> int | None:
    if moment.year not in _YEARS or moment > (now or datetime.now(UTC)) + _DAY:
        return None
    return int(moment.timestamp()) * 1_000_000_000


def _is_zero(moment: datetime) -> bool:
    at_midnight = not (moment.hour or moment.minute or moment.second)
    return at_midnight and (moment.year, moment.month, moment.day) in _ZEROS


def _settle(parts: tuple[int, ...], zone: timezone | None, now: datetime | None) -> int | None:
    year, month, day, hour, minute, second = parts
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except (ValueError, OverflowError):
        return None
    return believe(moment, now)


def _parts(found: re.Match[str]) -> tuple[int, ...]:
    year, month, day, hour, minute, second = (found[number] for number in range(1, 7))
    return int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0)


def _read_offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    found = _OFFSET.match(text)
    if not found:
        return None
    seconds = 60 * (60 * int(found[2]) + int(found[3] or 0))
    return _make_zone(-seconds if found[1] == "-" else seconds)


def _make_zone(seconds: int) -> timezone | None:
    """Return a zone by its offset; None where there can be none such."""
    return timezone(timedelta(seconds=seconds)) if abs(seconds) < _DAY.total_seconds() else None
