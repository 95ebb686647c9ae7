"""Tells whether two contents of the same words are one in full, or why it is not known."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from findling.domain.files import Unread
from findling.messages.library_templates import ClearingMessage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.domain.files import Wholeness
    from findling.messages.notice import Notice

_PARTS = MappingProxyType(
    {
        Unread.REPAIRED: ClearingMessage.PART_REPAIRED,
        Unread.CUT: ClearingMessage.PART_CUT,
        Unread.UNDECODABLE: ClearingMessage.PART_UNDECODABLE,
        Unread.TEXT_BOXES: ClearingMessage.PART_TEXT_BOXES,
        Unread.NOTES: ClearingMessage.PART_NOTES,
        Unread.MARGINS: ClearingMessage.PART_MARGINS,
        Unread.COMMENTS: ClearingMessage.PART_COMMENTS,
        Unread.FIELDS: ClearingMessage.PART_FIELDS,
        Unread.FORMS: ClearingMessage.PART_FORMS,
        Unread.CHANGES: ClearingMessage.PART_CHANGES,
        Unread.PICTURES: ClearingMessage.PART_PICTURES,
        Unread.DRAWINGS: ClearingMessage.PART_DRAWINGS,
        Unread.CHARTS: ClearingMessage.PART_CHARTS,
        Unread.EMBEDDED: ClearingMessage.PART_EMBEDDED,
        Unread.SCRIPTS: ClearingMessage.PART_SCRIPTS,
        Unread.RECOGNISED: ClearingMessage.PART_RECOGNISED,
        Unread.TEXT: ClearingMessage.PART_TEXT,
    }
)


class Content(Protocol):
    """Content as it was read and compared: `Copy` and `Reading` are such."""

    @property
    def content_hash(self) -> bytes:
        """BLAKE3 of its bytes."""

    @property
    def wording(self) -> bytes:
        """Hash that is equal where two documents have the same words."""

    @property
    def is_worded(self) -> bool:
        """True if its words carry it."""

    @property
    def wholeness(self) -> Wholeness:
        """Completeness of its reading."""


def find_sameness(content: Content) -> tuple[bytes, ...]:
    """Return a key that two contents of one wording share only if they are the same in full."""
    wholeness = content.wholeness
    if wholeness.unread or not content.is_worded:
        return (content.content_hash,)
    return wholeness.characters, wholeness.objects


def find_doubt(content: Content, survivor: Content) -> Notice | None:
    """Find why a content may be more than its survivor; None where they are the same.

    They are the same if their bytes are, or if nothing of either is unread and words, characters and all else in them
    are equal.
    """
    if content.content_hash == survivor.content_hash:
        return None
    if content.wording != survivor.wording:
        return ClearingMessage.OTHER_WORDS()
    one, other = content.wholeness, survivor.wholeness
    missing, missing_there = (tuple(filter(_PARTS.get, each.unread)) for each in (one, other))
    if both := [part for part in missing if part in missing_there]:
        return ClearingMessage.UNREAD_IN_BOTH(part=_name(both))
    if missing:
        return ClearingMessage.UNREAD_IN_ONE(part=_name(missing))
    if missing_there:
        return ClearingMessage.UNREAD_IN_SURVIVOR(part=_name(missing_there))
    if one.unread or other.unread:
        return ClearingMessage.NOT_KNOWN_WHOLE()
    if one.objects != other.objects:
        return ClearingMessage.OBJECTS_DIFFER()
    if one.characters != other.characters:
        return ClearingMessage.CHARACTERS_DIFFER()
    return None if content.is_worded and survivor.is_worded else ClearingMessage.FEW_WORDS()


def _name(parts: Iterable[Unread]) -> Notice:
    """Return the names of parts as one notice."""
    first, *others = parts
    named = _PARTS[first]()
    return ClearingMessage.PARTS(first=named, others=_name(others)) if others else named
