"""Filters in the text of a query, and their labels."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from findling.format_table import find_family, kinds_of_type
from findling.search.calendar_spans import BETWEEN, SPAN
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.search.query import FilterToken
translate = QCoreApplication.translate
OFFERED_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "tr", "ru", "ar", "zh", "ja")
"""Languages that the menu offers; any other can be typed."""


def write_filter(key: str, value: str) -> str:
    """Return a filter as it is typed, a value with spaces in quotation marks."""
    plain = value.replace('"', " ").strip()
    return f'{key}:"{plain}"' if any(map(str.isspace, plain)) or not plain else f"{key}:{plain}"


def add_filter(text: str, written: str) -> str:
    """Return a query with one more filter at its end."""
    return f"{text.rstrip()} {written}".lstrip()


def replace_filter(text: str, token: FilterToken, written: str) -> str:
    """Return a query with one of its filters replaced."""
    return text[: token.start] + written + text[token.end :]


def remove_filters(text: str, tokens: Iterable[FilterToken]) -> str:
    """Return a query without some of its filters."""
    for token in sorted(tokens, key=lambda token: -token.start):
        text = f"{text[: token.start].rstrip()} {text[token.end :].lstrip()}"
    return text.strip()


def filter_label(token: FilterToken) -> str:
    """Return the label of a filter; an invalid one is shown as it was typed."""
    if token.wrong:
        return one_line(f"{'-' if token.excludes else ''}{token.key}:{token.value}")
    match token.key:
        case "type":
            return ", ".join(type_label(name.strip().lstrip(".")) for name in token.value.lower().split(","))
        case "in":
            name = "~" if token.value == "~" else PurePath(token.value).name or token.value
            words = translate("Filters", "not in {folder}") if token.excludes else translate("Filters", "in {folder}")
            return words.format(folder=isolate(one_line(name)))
        case "lang":
            return ", ".join(language_label(code) for code in token.value.lower().split(","))
        case "label":
            return translate("Filters", "label {name}").format(name=isolate(one_line(token.value)))
        case "topic":
            return translate("Filters", "about {topic}").format(topic=isolate(one_line(token.value)))
        case "name":
            return translate("Filters", "“{part}” in the name").format(part=isolate(one_line(token.value)))
        case "after" if span := SPAN.fullmatch(token.value.lower()):
            return SpanLabels().after(int(span[1]), span[2])
        case "before" if span := SPAN.fullmatch(token.value.lower()):
            return SpanLabels().before(int(span[1]), span[2])
        case "after":
            return translate("Filters", "since {day}").format(day=_day_label(token.value))
        case "before":
            return translate("Filters", "before {day}").format(day=_day_label(token.value))
        case _:
            return _origin_label(token)


def _origin_label(token: FilterToken) -> str:
    """Return the label of a filter on what a document says of itself."""
    if token.key == "date":
        return translate("Filters", "dated {day}").format(day=_span_of_days_label(token.value.lower()))
    part = isolate(one_line(token.value))
    match token.key:
        case "from":
            return translate("Filters", "from {person}").format(person=part)
        case "to":
            return translate("Filters", "to {person}").format(person=part)
        case "author":
            return translate("Filters", "by {person}").format(person=part)
        case _:
            return translate("Filters", "“{part}” in the subject").format(part=part)


def type_label(name: str) -> str:
    """Return the label of a value of `type:`."""
    if family := find_family(name):
        return translate("Filters", family.label)
    return name.upper() if kinds_of_type(name) else name


def language_label(code: str) -> str:
    """Return the name of a language in the language of the window."""
    if code == "und":
        return translate("Filters", "Unknown language")
    return name_language(code)


def _span_of_days_label(value: str) -> str:
    """Return the label of a value of `date:`."""
    if span := SPAN.fullmatch(value):
        return SpanLabels().after(int(span[1]), span[2])
    first, between, last = value.partition(BETWEEN)
    if not between:
        return _day_label(first)
    if first and last:
        return f"{_end_label(first)} – {_end_label(last)}"
    words = translate("Filters", "since {day}") if first else translate("Filters", "until {day}")
    return words.format(day=_end_label(first or last))


def _end_label(value: str) -> str:
    span = SPAN.fullmatch(value)
    return SpanLabels().after(int(span[1]), span[2]) if span else _day_label(value)


def _day_label(value: str) -> str:
    value = value.lower()
    if name := _name_day(value):
        return name
    match [int(part) for part in value.split("-")]:
        case [year]:
            return str(year)
        case [year, month]:
            return QLocale().toString(QDate(year, month, 1), "MMM yyyy")
        case [year, month, day]:
            return QLocale().toString(QDate(year, month, day), translate("Filters", "d MMM yyyy"))
    return value


def _name_day(value: str) -> str:
    """Return a day that has a name in the language of the window; "" for others."""
    match value:
        case "today":
            return translate("Filters", "today")
        case "yesterday":
            return translate("Filters", "yesterday")
        case "this-week":
            return translate("Filters", "this week")
        case "last-week":
            return translate("Filters", "last week")
        case "this-month":
            return translate("Filters", "this month")
        case "last-month":
            return translate("Filters", "last month")
        case "this-year":
            return translate("Filters", "this year")
        case "last-year":
            return translate("Filters", "last year")
    return ""


class SpanLabels(QObject):
    """Labels of spans of time; a QObject, since Qt Linguist finds plurals only in `tr`."""

    def after(self, number: int, unit: str) -> str:
        """Return the last days, weeks, months or years."""
        match unit:
            case "d":
                return self.tr("the last %Ln day(s)", "", number)
            case "w":
                return self.tr("the last %Ln week(s)", "", number)
            case "m":
                return self.tr("the last %Ln month(s)", "", number)
        return self.tr("the last %Ln year(s)", "", number)

    def before(self, number: int, unit: str) -> str:
        """Return what lies before the last days, weeks, months or years."""
        match unit:
            case "d":
                return self.tr("before the last %Ln day(s)", "", number)
            case "w":
                return self.tr("before the last %Ln week(s)", "", number)
            case "m":
                return self.tr("before the last %Ln month(s)", "", number)
        return self.tr("before the last %Ln year(s)", "", number)
