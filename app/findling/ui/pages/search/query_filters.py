"""Filters in the text of a query, and their labels."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from findling.formats import find_family, kinds_of_type
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.search.query import FilterToken
translate = QCoreApplication.translate
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "tr", "ru", "ar", "zh", "ja")
"""Those that the menu offers; any other can be typed."""


def write_filter(key: str, value: str) -> str:
    """A filter as it is typed; a value with spaces stands in quotation marks."""
    plain = value.replace('"', " ").strip()
    return f'{key}:"{plain}"' if any(map(str.isspace, plain)) or not plain else f"{key}:{plain}"


def add_filter(text: str, written: str) -> str:
    """A query with one more filter at its end."""
    return f"{text.rstrip()} {written}".lstrip()


def replace_filter(text: str, token: FilterToken, written: str) -> str:
    """A query with another filter in the place of one that it has."""
    return text[: token.start] + written + text[token.end :]


def remove_filters(text: str, tokens: Iterable[FilterToken]) -> str:
    """A query without some of its filters."""
    for token in sorted(tokens, key=lambda token: -token.start):
        text = f"{text[: token.start].rstrip()} {text[token.end :].lstrip()}"
    return text.strip()


def tell_filter(token: FilterToken) -> str:
    """A filter as its chip shows it; one that is wrong as it was typed."""
    if token.wrong:
        return one_line(f"{token.key}:{token.value}")
    match token.key:
        case "type":
            return ", ".join(tell_type(name.strip().lstrip(".")) for name in token.value.lower().split(","))
        case "in":
            name = "~" if token.value == "~" else PurePath(token.value).name or token.value
            return translate("Filters", "in {folder}").format(folder=isolate(one_line(name)))
        case "lang":
            return ", ".join(tell_language(code) for code in token.value.lower().split(","))
        case "name":
            return translate("Filters", "“{part}” in the name").format(part=isolate(one_line(token.value)))
        case "after":
            return translate("Filters", "since {day}").format(day=_tell_day(token.value))
        case _:
            return translate("Filters", "before {day}").format(day=_tell_day(token.value))


def tell_type(name: str) -> str:
    """A kind of file, or a family of kinds, by what `type:` takes."""
    if family := find_family(name):
        return translate("Filters", family.label)
    return name.upper() if kinds_of_type(name) else name


def tell_language(code: str) -> str:
    """A language by its code, in the words of the window's own language where there are such."""
    if code == "und":
        return translate("Filters", "Unknown language")
    return name_language(code)


def _tell_day(value: str) -> str:
    value = value.lower()
    if value in ("today", "yesterday"):
        return translate("Filters", "today") if value == "today" else translate("Filters", "yesterday")
    match [int(part) for part in value.split("-")]:
        case [year]:
            return str(year)
        case [year, month]:
            return QLocale().toString(QDate(year, month, 1), "MMM yyyy")
        case [year, month, day]:
            return QLocale().toString(QDate(year, month, day), translate("Filters", "d MMM yyyy"))
    return value
