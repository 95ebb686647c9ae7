"""Data of asking whether a file is in the library already."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.messages.library_templates import ArrivalMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.messages.notice import Notice


class Verdict(StrEnum):
    """Relation of a file to the library or a file in it; the value of `findling check --json`.

    Attributes:
        IDENTICAL: the same bytes.
        SAME_TEXT: the same words.
        CONTAINED: its words stand in a longer file of the library.
        NEWER_VERSION, OLDER_VERSION: another draft of the same document.
        NEAR: an edited copy, that nothing tells to be the newer or the older.
        HOLDS: a shorter file of the library stands in it.
        NEW: nothing of the library is like it; a paper of the same form is another paper.
        UNREADABLE: it could not be read, so that nothing is known.
    """

    IDENTICAL = "identical"
    SAME_TEXT = "same-text"
    NEAR = "near"
    NEWER_VERSION = "newer-version"
    OLDER_VERSION = "older-version"
    CONTAINED = "contained"
    HOLDS = "holds"
    NEW = "new"
    UNREADABLE = "unreadable"

    @property
    def is_known(self) -> bool:
        """True if a file of the library is the same, or alike."""
        return self not in (Verdict.NEW, Verdict.UNREADABLE)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """File of the library that a checked one is like.

    Attributes:
        verdict: what the checked file is to it.
        similarity: share of the words of both that they have in common, 0..1.
        containment: share of the words of the checked file that this one has too, 0..1.
    """

    path: Path
    verdict: Verdict
    similarity: float = 1.0
    containment: float = 1.0


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """File that was compared with the library.

    Attributes:
        verdict: what it is to the most alike file; `NEW` where there is none.
        of: the files that it is like, the most alike first.
        reason: why it was compared by its bytes alone, or not at all; None where its text was read.
    """

    path: Path
    verdict: Verdict
    of: tuple[KnownFile, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """File that came into a watched folder and was like another.

    Attributes:
        arrived_ns: when it was noticed, in ns since 1970.
    """

    checked: CheckedFile
    arrived_ns: int


_MESSAGES = MappingProxyType(
    {
        Verdict.IDENTICAL: ArrivalMessage.IDENTICAL,
        Verdict.SAME_TEXT: ArrivalMessage.SAME_TEXT,
        Verdict.NEAR: ArrivalMessage.NEAR,
        Verdict.NEWER_VERSION: ArrivalMessage.NEWER_VERSION,
        Verdict.OLDER_VERSION: ArrivalMessage.OLDER_VERSION,
        Verdict.CONTAINED: ArrivalMessage.CONTAINED,
        Verdict.HOLDS: ArrivalMessage.HOLDS,
    }
)


def explain_arrival(came: CheckedFile) -> Notice:
    """Describe what a known file that came is to the most alike one.

    That is named by its path where the names are equal.
    """
    known = came.of[0].path
    name = str(known) if known.name == came.path.name else known.name
    return _MESSAGES[came.verdict](file=came.path.name, known=name)


def explain_arrivals(came: Sequence[CheckedFile]) -> Notice:
    """Return what came, the last of several in full."""
    latest = explain_arrival(came[-1])
    return latest if len(came) == 1 else ArrivalMessage.SEVERAL(count=len(came), latest=latest)
