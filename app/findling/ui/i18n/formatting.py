"""Figures, times and places as people say them, in the language and the manner of their system."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject

translate = QCoreApplication.translate

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_NS = 1_000_000_000
_ISOLATING = ("\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}")


def count(number: int) -> str:
    """A number of things, in groups of thousands."""
    return QLocale().toString(number)


def size(number: int) -> str:
    """A number of bytes, in the unit that suits it: "1.3 MB"."""
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def about(seconds: float) -> str:
    """A length of time that is an estimate, no more exact than estimates are: "about 20 minutes"."""
    return Estimate().words(seconds)


def day(timestamp_ns: int, today: QDate | None = None) -> str:
    """A day near by its name, any other by its date: "yesterday", "14 Mar 2021".

    Args:
        timestamp_ns: nanoseconds since 1970.
        today: what counts as today; the machine's by default.
    """
    date = QDateTime.fromMSecsSinceEpoch(timestamp_ns // (_NS // 1_000)).date()
    match date.daysTo(today or QDate.currentDate()):
        case 0:
            return translate("Wording", "today")
        case 1:
            return translate("Wording", "yesterday")
    return QLocale().toString(date, translate("Wording", "d MMM yyyy"))


def clock(timestamp: float) -> str:
    """The time of day at a moment, in seconds since 1970: "15:20"."""
    moment = QDateTime.fromMSecsSinceEpoch(round(timestamp * 1_000))
    return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)


def folder(path: Path) -> str:
    """A folder's path, with "~" for the person's own; one line, whatever its name holds."""
    home = Path.home()
    if path == home:
        return "~"
    shown = str(Path("~") / path.relative_to(home)) if home in path.parents and home != Path(home.anchor) else str(path)
    return one_line(shown)


def short(text: str, limit: int = 60) -> str:
    """A long name for the middle of a sentence, with its own middle left out; `limit` is in characters."""
    if len(text) <= limit:
        return text
    end = (limit - 1) // 2
    return f"{text[: limit - 1 - end]}…{text[-end:]}"


def one_line(text: str) -> str:
    """A name as it can be shown: what breaks the line or turns the direction of writing becomes a visible sign.

    What only keeps the direction of one part to itself stays (`translation.isolate`), if it is closed again.
    """
    kept = _ISOLATING if _closes_all(text) else ()
    return "".join(each if each.isprintable() or each in kept else "\N{REPLACEMENT CHARACTER}" for each in text)


def _closes_all(text: str) -> bool:
    """Whether each isolated part of a text ends within it."""
    opening, closing = _ISOLATING
    depth = 0
    for each in text:
        depth += (each == opening) - (each == closing)
        if depth < 0:
            return False
    return depth == 0


class Estimate(QObject):
    """Lengths of time in words; an object, since Qt Linguist learns of plurals only from `tr`."""

    def words(self, seconds: float) -> str:
        """A length of time in seconds, rounded to what people would say."""
        if seconds < 0.75 * _MINUTE:
            return self.tr("less than a minute")
        if seconds < 1.5 * _MINUTE:
            return self.tr("about a minute")
        if seconds < 10 * _MINUTE:
            return self.tr("about %n minute(s)", "", round(seconds / _MINUTE))
        if seconds < 55 * _MINUTE:
            return self.tr("about %n minute(s)", "", 5 * round(seconds / (5 * _MINUTE)))
        if seconds < 1.5 * _HOUR:
            return self.tr("about an hour")
        if seconds < 1.5 * _DAY:
            return self.tr("about %n hour(s)", "", math.floor(seconds / _HOUR + 0.5))
        return self.tr("about %n day(s)", "", math.floor(seconds / _DAY + 0.5))
