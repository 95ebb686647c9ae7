"""Messages with facts, as processes exchange them, and their rendering as sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Self, TypeAlias

from findling.frozen_program import is_frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

Fact: TypeAlias = "str | int | float | Path | tuple[str, ...] | Notice"
"""Value in a sentence: a text, a number, a path, a list of names, or another message."""

_UNITS = ("B", "kB", "MB", "GB")


class Message(Enum):
    """Base of the catalogues: each member is a message with its English template.

    A template names its facts in braces, with how each is written after a colon: `{count:number}`, `{cosine:number.4}`
    (digits behind the point), `{needed:size}` (bytes), `{share:percent}`, `{names:list}`, `{code:language}`,
    `{label:format}` (a label of the table of formats); without one, as it is.

    Attributes:
        template: the sentence for the terminal, in English.
        window: the sentence for the window, in English; the same unless the terminal's speaks of commands.
        frozen: the sentence of the frozen program for both, where the others speak of Python; else "".
    """

    template: str
    window: str
    frozen: str

    def __new__(cls, template: str, window: str | None = None, frozen: str = "") -> Self:
        """Make a member of a template, and of others where those differ."""
        member = object.__new__(cls)
        member._value_ = template
        member.template = template
        member.window = template if window is None else window
        member.frozen = frozen
        return member

    def __call__(self, **facts: Fact) -> Notice:
        """Return a notice with these facts."""
        return Notice(self, tuple(facts.items()))

    def names(self) -> frozenset[str]:
        """Return the names of its facts."""
        fields = (field for each in self.sentences for _, field, _, _ in Formatter().parse(each))
        return frozenset(field for field in fields if field)

    @property
    def sentences(self) -> tuple[str, str, str]:
        """All sentences, of which a reader sees one."""
        return self.template, self.window, self.frozen

    @property
    def code(self) -> str:
        """Name of the message for programs, such as "library.disk_full"."""
        return f"{type(self).__name__.removesuffix('Message').lower()}.{self.name.lower()}"


@dataclass(frozen=True, slots=True)
class Notice:
    """Message with its facts and remedies.

    Attributes:
        facts: names and values, as the template has them.
        remedies: of `Remedy` and `ModelRemedy`, in the order in which they are shown.
    """

    message: Message
    facts: tuple[tuple[str, Fact], ...] = ()
    remedies: tuple[Notice, ...] = ()

    def advising(self, *remedies: Notice) -> Notice:
        """Return the same message with these remedies."""
        return replace(self, remedies=remedies)

    def fact(self, name: str) -> Fact:
        """Return one of the facts.

        Raises:
            KeyError: there is none of this name.
        """
        return dict(self.facts)[name]

    def __str__(self) -> str:
        """Return the sentence and its remedies as the terminal shows them."""
        return render(self, Language())


class Language:
    """Templates and formats of the terminal and of the logs; the window overrides them all."""

    def template(self, message: Message) -> str:
        """Return the terminal's template."""
        return (is_frozen() and message.frozen) or message.template

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

    def name_language(self, code: str) -> str:
        """Return a language's code as it is."""
        return code

    def name_format(self, label: str) -> str:
        """Return the label of a format as the table of formats has it."""
        return label

    def enumerate(self, values: Sequence[str]) -> str:
        """Join names by commas."""
        return ", ".join(values)


def render(notice: Notice, language: Language) -> str:
    """Return a message and its remedies as sentences, with the messages among its facts."""
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
        write = language.name_language if form == "languages" else language.text
        return language.enumerate([write(each) for each in value])
    if isinstance(value, Path):
        return language.path(value)
    if isinstance(value, str):
        match form:
            case "language":
                return language.name_language(value)
            case "format":
                return language.name_format(value)
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
    # Imported here, as hardly any message needs it and every command would wait for it.
    from decimal import Decimal

    exponent = Decimal(repr(value)).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
