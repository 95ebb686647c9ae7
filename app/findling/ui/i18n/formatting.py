"""Numbers, times and paths formatted for the user's locale."""

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
    """Format an integer with thousands separators."""
    return QLocale().toString(number)


def percent(share: float) -> str:
    """Format a share of 0..1 in whole percent."""
    return QLocale().toString(round(share * 100)) + QLocale().percent()


def found_by(words: int, meaning: int) -> str:
    """Format how many files are found by their words, and how many of them by meaning too."""
    sentence = translate("Formatting", "{words} found by words, {meaning} of them by meaning too")
    return sentence.format(words=count(words), meaning=count(meaning))


def size(number: int) -> str:
    """Format a number of bytes in a suitable unit: "1.3 MB"."""
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def about(seconds: float) -> str:
    """Format an estimated duration in seconds: "about 20 minutes"."""
    return Estimate().words(seconds)


def day(timestamp_ns: int, today: QDate | None = None) -> str:
    """Format a date, the last two days by name: "yesterday", "14 Mar 2021".

    Args:
        timestamp_ns: nanoseconds since 1970.
        today: what counts as today; the machine's by default.
    """
    date = QDateTime.fromMSecsSinceEpoch(timestamp_ns // (_NS // 1_000)).date()
    match date.daysTo(today or QDate.currentDate()):
        case 0:
            return translate("Formatting", "today")
        case 1:
            return translate("Formatting", "yesterday")
    return QLocale().toString(date, translate("Formatting", "d MMM yyyy"))


def clock(timestamp: float) -> str:
    """Format the time of day of a POSIX timestamp in seconds: "15:20"."""
    moment = QDateTime.fromMSecsSinceEpoch(round(timestamp * 1_000))
    return QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)


def folder(path: Path) -> str:
    """Format a path on one line, with "~" for the user's home."""
    home = Path.home()
    if path == home:
        return "~"
    shown = str(Path("~") / path.relative_to(home)) if home in path.parents and home != Path(home.anchor) else str(path)
    return one_line(shown)


def location(path: Path, outermost: Path | None) -> str:
    """Format where a file is: its folder, or the file that it is in and the folder of that."""
    if outermost is None:
        return folder(path.parent)
    within = " › ".join((outermost.name, *path.relative_to(outermost).parts[:-1]))
    return translate("Formatting", "in {file}, {folder}").format(file=one_line(within), folder=folder(outermost.parent))


def short(text: str, limit: int = 60) -> str:
    """Shorten a text to `limit` characters by leaving out its middle."""
    if len(text) <= limit:
        return text
    end = (limit - 1) // 2
    return f"{text[: limit - 1 - end]}…{text[-end:]}"


def one_line(text: str) -> str:
    """Replace characters that break lines or change the direction of writing.

    What only keeps the direction of one part to itself stays (`translation.isolate`), if it is closed again.
    """
    kept = _ISOLATING if _closes_all(text) else ()
    return "".join(each if each.isprintable() or each in kept else "\N{REPLACEMENT CHARACTER}" for each in text)


def _closes_all(text: str) -> bool:
    """Return whether each directional isolate of a text ends within it."""
    opening, closing = _ISOLATING
    depth = 0
    for each in text:
        depth += (each == opening) - (each == closing)
        if depth < 0:
            return False
    return depth == 0


class Estimate(QObject):
    """Durations in words; a QObject, since Qt Linguist finds plurals only in `tr`."""

    def words(self, seconds: float) -> str:
        """Round a duration in seconds to the precision of an estimate."""
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
