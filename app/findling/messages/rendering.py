"""Renders messages as sentences in the language of the place that shows them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from findling.messages.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.messages.notice import Fact, Message

_UNITS = ("B", "kB", "MB", "GB")


class Language:
    """Templates and formats of the terminal and of the logs; the window overrides them all."""

    def template(self, message: Message) -> str:
        """Return the terminal's template."""
        return message.template

    def text(self, value: str) -> str:
        """Return the text as it is."""
        return value

    def path(self, value: Path) -> str:
        """Return the path as it is."""
        return str(value)

    def number(self, value: float, digits: int) -> str:
        """Format a number in groups of thousands."""
        return f"{value:,.{digits}f}"

    def size(self, value: float) -> str:
        """Format bytes in decimal units, with one digit behind the point below ten."""
        for unit in _UNITS:
            if value < 1000:
                return f"{value:.0f} {unit}" if unit == "B" or value >= 10 else f"{value:.1f} {unit}"
            value /= 1000
        return f"{value:.1f} TB"

    def percent(self, value: float) -> str:
        """Format a share in whole percent."""
        return f"{value:.0%}"

    def enumerate(self, values: Sequence[str]) -> str:
        """Join names by commas."""
        return ", ".join(values)


def render(notice: Notice, language: Language) -> str:
    """Return a message and its remedies as sentences; messages among the facts are rendered within."""
    return " ".join(filter(None, (render_message(notice, language), render_remedies(notice, language))))


def render_message(notice: Notice, language: Language) -> str:
    """Return a message without its remedies."""
    facts = dict(notice.facts)
    parts = []
    for plain, name, form, _ in Formatter().parse(language.template(notice.message)):
        parts.append(plain)
        if name is not None:
            parts.append(_write(facts[name], form or "", language))
    return "".join(parts)


def render_remedies(notice: Notice, language: Language) -> str:
    """Return the remedies of a message; "" where there are none."""
    return " ".join(filter(None, (render_message(each, language) for each in notice.remedies)))


def _write(value: Fact, form: str, language: Language) -> str:
    if isinstance(value, Notice):
        return render(value, language)
    if isinstance(value, tuple):
        return language.enumerate([language.text(each) for each in value])
    if isinstance(value, Path):
        return language.path(value)
    if isinstance(value, str):
        return language.text(value)
    match form.split("."):
        case ["size"]:
            return language.size(value)
        case ["percent"]:
            return language.percent(value)
        case ["number", digits]:
            return language.number(value, int(digits))
        case ["number"]:
            return language.number(value, 0)
    # A whole number that stands as it is, such as a year, has no groups of thousands.
    return language.number(value, _count_decimals(value)) if isinstance(value, float) else str(value)


def _count_decimals(value: float) -> int:
    exponent = Decimal(repr(value)).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
