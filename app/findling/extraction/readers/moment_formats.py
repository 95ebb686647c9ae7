"""Dates and times as a spreadsheet's format code shows them (ECMA-376, part 1, 18.8.31)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = int | float | dt.time | dt.date | dt.datetime | dt.timedelta

_Part = Callable[[dt.datetime, float], str]

_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no time zone
_DAY = 86_400
_LAST_DAY = 2_958_465

_KINDS = frozenset({"date", "half", "elapsed"})
# Names of months and days by the lower bits of Windows' number of a locale ([MS-LCID]); English is the rest.
_MONTHS = MappingProxyType(
    {
        0x07: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        0x09: "January February March April May June July August September October November December",
        0x0A: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        0x0C: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        0x10: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        0x13: "januari februari maart april mei juni juli augustus september oktober november december",
        0x16: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    }
)
_DAYS = MappingProxyType(
    {
        0x07: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        0x09: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        0x0A: "lunes martes miércoles jueves viernes sábado domingo",
        0x0C: "lundi mardi mercredi jeudi vendredi samedi dimanche",
        0x10: "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        0x13: "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        0x16: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    }
)
_ENGLISH = 0x09
_SHORT_MONTH, _SHORT_DAY = 3, 3
_SHORT_GERMAN_DAY = 2


@dataclass(frozen=True, slots=True)
class FormatToken:
    """Token of a code: its kind, a group of the pattern of `number_formats`, and its text."""

    kind: str
    text: str


def compile_moment(tokens: Sequence[FormatToken], locale: int) -> Callable[[Value], str] | None:
    """Return a function that shows a date or time; None if the code is not of such.

    It returns "" for a value before or after all dates.
    """
    if not any(token.kind in _KINDS for token in tokens):
        return None
    has_half = any(token.kind == "half" for token in tokens)
    parts = [_compile_part(tokens, index, locale, has_half=has_half) for index in range(len(tokens))]

    def show(value: Value) -> str:
        moment, seconds = _split_value(value)
        return "" if moment is None else "".join(part(moment, seconds) for part in parts)

    return show


def _compile_part(tokens: Sequence[FormatToken], index: int, locale: int, *, has_half: bool) -> _Part:
    token = tokens[index]
    text, width = token.text, len(token.text)
    match token.kind:
        case "date":
            return _compile_date(tokens, index, locale, has_half=has_half)
        case "half":
            halves = ("AM", "PM") if width > len("A/P") else ("A", "P")
            return lambda moment, _: halves[moment.hour >= 12]
        case "elapsed":
            unit = {"h": 3_600, "m": 60, "s": 1}[text[0].lower()]
            return lambda _, seconds: f"{int(seconds // unit):0{width}d}"
        case "digit":
            return _compile_fraction(tokens, index)
        case "comma" | "point" | "slash" | "percent" | "text":
            return lambda _moment, _seconds: text
    return lambda _moment, _seconds: ""


def _split_value(value: Value) -> tuple[dt.datetime | None, float]:
    """Return a value as a moment, and as seconds since the beginning of a spreadsheet's time."""
    if isinstance(value, int | float):
        if not 0 <= value <= _LAST_DAY:
            return None, 0.0
        seconds = round(value * _DAY, 3)
        return _EPOCH + dt.timedelta(seconds=seconds), seconds
    if isinstance(value, dt.timedelta):
        moment = _EPOCH + value if dt.timedelta() <= value <= dt.timedelta(days=_LAST_DAY) else None
        return moment, value.total_seconds()
    if isinstance(value, dt.time):
        moment = dt.datetime.combine(_EPOCH, value)
    elif isinstance(value, dt.datetime):
        moment = value.replace(tzinfo=None)
    else:
        moment = dt.datetime.combine(value, dt.time())
    return moment, (moment - _EPOCH).total_seconds()


def _compile_date(tokens: Sequence[FormatToken], index: int, locale: int, *, has_half: bool) -> _Part:
    text = tokens[index].text.lower()
    width = len(text)
    narrow = min(width, 2)
    match text[0]:
        case "y" if width <= 2:
            return lambda moment, _: f"{moment.year % 100:02d}"
        case "y" | "e":
            return lambda moment, _: f"{moment.year:04d}"
        case "m" if _is_minute(tokens, index):
            return lambda moment, _: f"{moment.minute:0{narrow}d}"
        case "m":
            return lambda moment, _: _show_month(moment.month, width, locale)
        case "d":
            return lambda moment, _: _show_day(moment, width, locale)
        case "h" if has_half:
            return lambda moment, _: f"{moment.hour % 12 or 12:0{narrow}d}"
        case "h":
            return lambda moment, _: f"{moment.hour:0{narrow}d}"
    return lambda moment, _: f"{moment.second:0{narrow}d}"


def _is_minute(tokens: Sequence[FormatToken], index: int) -> bool:
    """Return whether an m follows hours or precedes seconds, and so stands for minutes."""
    if len(tokens[index].text) > 2:
        return False
    units = [(at, token.text[0].lower()) for at, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    place = next(number for number, (at, _) in enumerate(units) if at == index)
    before = units[place - 1][1] if place else ""
    after = units[place + 1][1] if place + 1 < len(units) else ""
    return before == "h" or after == "s"


def _show_month(month: int, width: int, locale: int) -> str:
    if width <= 2:
        return f"{month:0{width}d}"
    name = _MONTHS.get(locale & 0x3FF, _MONTHS[_ENGLISH]).split()[month - 1]
    return name if width == 4 else name[0] if width == 5 else name[:_SHORT_MONTH]


def _show_day(moment: dt.datetime, width: int, locale: int) -> str:
    if width <= 2:
        return f"{moment.day:0{width}d}"
    language = locale & 0x3FF
    name = _DAYS.get(language, _DAYS[_ENGLISH]).split()[moment.weekday()]
    short = _SHORT_GERMAN_DAY if language == 0x07 else _SHORT_DAY
    return name if width > 3 else name[:short]


def _compile_fraction(tokens: Sequence[FormatToken], index: int) -> _Part:
    """Compile a digit after the point that follows seconds."""
    start = index
    while start and tokens[start - 1].kind == "digit":
        start -= 1
    if start == 0 or tokens[start - 1].kind != "point":
        return lambda _moment, _seconds: ""
    return lambda moment, _: f"{moment.microsecond:06d}"[index - start : index - start + 1]
