"""Data of where a document comes from: its own date, and the people of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from findling.formats import FileKind, Unit, format_of


class Role(StrEnum):
    """Part that a person has in a document."""

    SENDER = "from"
    RECIPIENT = "to"
    COPIED = "cc"
    AUTHOR = "author"


def has_one_origin(kind: FileKind) -> bool:
    """Return whether a format has one date and sender for all, as a mailbox does not."""
    return format_of(kind).unit is not Unit.MESSAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Account that a document gives of itself, or one message of those in it.

    People are as they are shown: "Ann Lee <ann@example.org>", or a name or an address alone.

    Attributes:
        dated_ns: when it was sent, taken or saved last, since 1970; None where it does not say, or cannot be right.
        copied: who got a copy, openly or not.
        subject: of a mail.
        written: names and values of what was written of it in its properties, beside its title; not kept, for it
            becomes the end of its text.
    """

    dated_ns: int | None = None
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    subject: str = ""
    written: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return self != Origin()

    @property
    def people(self) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        """People by their parts in it."""
        return (
            (Role.SENDER, self.senders),
            (Role.RECIPIENT, self.recipients),
            (Role.COPIED, self.copied),
            (Role.AUTHOR, self.authors),
        )
