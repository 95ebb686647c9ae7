"""Days and spans as typed: a year, month or day, a name, or so many days, weeks, or longer."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# The last so many days, weeks, months or years.
SPAN = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)

BETWEEN = ".."
"""Sign between the first and the last day of a span; either may be missing."""

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
# Nanoseconds since 1970 have to fit into 63 bits.
_YEARS = range(1700, 2200)
_WEEK, _YEAR = 7, 12
_NANOSECONDS = 1_000_000_000


def find_day(value: str, now: datetime) -> int | None:
    """Return where a year, month, day or span begins, in ns since 1970; None for anything else."""
    found = _find(value.lower(), now)
    return _count(found[0]) if found else None


def find_span(value: str, now: datetime) -> tuple[int | None, int | None] | None:
    """Return where a year, month, day or span begins, and where what comes after it does.

    "2023..2024-06" goes from the begin of the one to the end of the other, "..2023" has no begin, and "2023.." no end;
    None where it is none of these.
    """
    first, between, last = value.lower().partition(BETWEEN)
    if not between:
        found = _find(first, now)
        return (_count(found[0]), _count(found[1])) if found else None
    start, end = _find(first, now), _find(last, now)
    if not (start or end) or (first and not start) or (last and not end):
        return None
    return (_count(start[0]) if start else None, _count(end[1]) if end else None)


def _count(moment: datetime) -> int:
    try:
        seconds = moment.timestamp()
    except (OSError, OverflowError, ValueError):
        # Windows knows no rules for the time zone of a day before 1970.
        seconds = moment.replace(tzinfo=UTC).timestamp()
    return int(seconds) * _NANOSECONDS


def _find(value: str, now: datetime) -> tuple[datetime, datetime] | None:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if value in RELATIVE_DAYS:
        begun = RELATIVE_DAYS[value](today)
        return begun, _ENDS[value.rpartition("-")[2]](begun)
    if span := SPAN.fullmatch(value):
        start = _begin_span(today, int(span[1]), span[2])
        return (start, _next_day(today)) if start else None
    found = _DATE.fullmatch(value)
    if not found or int(found[1]) not in _YEARS:
        return None
    try:
        begun = datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=now.tzinfo)
    except ValueError:
        return None
    return begun, (_next_day if found[3] else _next_month if found[2] else _next_year)(begun)


def _begin_span(today: datetime, number: int, unit: str) -> datetime | None:
    """Return the first day of a span that ends today; None if it begins before all files."""
    if unit in "dw":
        days = number * (1 if unit == "d" else _WEEK)
        begun = today - timedelta(days=max(days - 1, 0))
    else:
        begun = _go_back(today, number * (1 if unit == "m" else _YEAR)) + timedelta(days=1)
    return begun if begun.year in _YEARS else None


def _go_back(day: datetime, months: int) -> datetime:
    """Return the same day so many months earlier, or the last one of a month that is shorter."""
    year, month = divmod(max(day.year * _YEAR + day.month - 1 - months, _YEAR), _YEAR)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def _begin_week(day: datetime) -> datetime:
    return day - timedelta(days=day.weekday())


def _next_day(day: datetime) -> datetime:
    return day + timedelta(days=1)


def _next_month(day: datetime) -> datetime:
    return _go_back(day.replace(day=1), -1)


def _next_year(day: datetime) -> datetime:
    return day.replace(year=day.year + 1, month=1, day=1)


RELATIVE_DAYS: Mapping[str, Callable[[datetime], datetime]] = {
    "today": lambda today: today,
    "yesterday": lambda today: today - timedelta(days=1),
    "this-week": _begin_week,
    "last-week": lambda today: _begin_week(today) - timedelta(days=_WEEK),
    "this-month": lambda today: today.replace(day=1),
    "last-month": lambda today: _go_back(today.replace(day=1), 1),
    "this-year": lambda today: today.replace(month=1, day=1),
    "last-year": lambda today: today.replace(year=today.year - 1, month=1, day=1),
}
"""Days by names, reckoned from today; a week begins on Monday (ISO 8601)."""

_ENDS: Mapping[str, Callable[[datetime], datetime]] = {
    "today": _next_day,
    "yesterday": _next_day,
    "week": lambda begun: begun + timedelta(days=_WEEK),
    "month": _next_month,
    "year": _next_year,
}
