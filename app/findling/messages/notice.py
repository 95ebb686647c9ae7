"""Messages with their facts, which processes exchange, and terminal and window render."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from string import Formatter
from typing import TYPE_CHECKING, Self, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Fact: TypeAlias = "str | int | float | Path | tuple[str, ...] | Notice"
"""Value in a sentence: a text, a number, a path, a list of names, or another message."""


class Message(Enum):
    """Base of the catalogues: each member is a message with its English template.

    A template names its facts in braces, with how each is written after a colon: `{count:number}`, `{cosine:number.4}`
    (digits behind the point), `{needed:size}` (bytes), `{share:percent}`, `{names:list}`; without one, as it is.

    Attributes:
        template: the sentence for the terminal, in English.
        window: the sentence for the window, in English; the same unless the terminal's speaks of commands.
    """

    template: str
    window: str

    def __new__(cls, template: str, window: str | None = None) -> Self:
        """Make a member of a template, and the window's own where that differs."""
        member = object.__new__(cls)
        member._value_ = template
        member.template = template
        member.window = template if window is None else window
        return member

    def __call__(self, **facts: Fact) -> Notice:
        """Return a notice with these facts."""
        return Notice(self, tuple(facts.items()))

    def names(self) -> frozenset[str]:
        """Return the names of its facts."""
        fields = (field for each in (self.template, self.window) for _, field, _, _ in Formatter().parse(each))
        return frozenset(field for field in fields if field)

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
        from findling.messages.rendering import Language, render

        return render(self, Language())
