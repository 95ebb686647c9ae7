"""Data of a review of duplicates: what is looked through and chosen, and what a plan of it leaves out or loses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from findling.domain.duplicates import DiffCategory, DuplicatePreferences, MatchKind, Side
from findling.domain.plans import Plan
from findling.messages.library_templates import ClearingMessage


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user wants otherwise than proposed.

    Attributes:
        taken: files to be cleared away, though not proposed.
        spared: files to be left, though proposed.
        kept: files that stay, each in the place of the one that its group proposes to keep.
        propose: whether what is proposed is selected unasked.
    """

    taken: tuple[Path, ...] = ()
    spared: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    propose: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Selection of the groups that are looked through, with the user's preferences and choices.

    Attributes:
        threshold: the least likeness of any two files of a group, 0..1.
        kinds: groups of these kinds; all where none is named.
        folder: groups with a file in there; all where it is None.
    """

    threshold: float = 0.0
    kinds: tuple[MatchKind, ...] = ()
    folder: Path | None = None
    preferences: DuplicatePreferences = field(default_factory=DuplicatePreferences)
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over the groups of a review; what is of one template counts as nothing but `templates`.

    Attributes:
        groups, files: of like files, those to keep among them; bytes: what comes back when what is selected goes.
        keeping: groups of which something is selected; clearing, freed: how many files that is, and what comes back
            with them, those of one template among them.
        templates: groups of one template.
    """

    groups: int = 0
    files: int = 0
    bytes: int = 0
    keeping: int = 0
    clearing: int = 0
    freed: int = 0
    templates: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text in a comparison.

    Attributes:
        about: what a change is about, the most telling first.
        move: number of the passage that stands elsewhere in the other text; None for what did not move.
    """

    text: str
    side: Side
    about: tuple[DiffCategory, ...] = ()
    move: int | None = None


@dataclass(frozen=True, slots=True)
class SideRow:
    """A row of two texts side by side, about a paragraph; one side is empty where only the other has it.

    Attributes:
        skipped: how many rows that are the same on both sides were left out here; such a row has no pieces.
    """

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]
    skipped: int = 0


class Obstacle(StrEnum):
    """Reason why a file is in no plan, though it was selected or is to be renamed."""

    NOT_THE_SAME_BYTES = "not-the-same-bytes"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    SAME_FILE = "same-file"
    NO_SURVIVOR = "no-survivor"
    NAME_TAKEN = "name-taken"
    NOTHING_IN_COMMON = "nothing-in-common"


HINDRANCES = MappingProxyType(
    {
        Obstacle.NOT_THE_SAME_BYTES: ClearingMessage.NOT_SAME_BYTES,
        Obstacle.UNREADABLE: ClearingMessage.UNREADABLE_NOW,
        Obstacle.CHANGED: ClearingMessage.CHANGED_SINCE_COMPARED,
        Obstacle.SAME_FILE: ClearingMessage.OTHER_NAME,
        Obstacle.NO_SURVIVOR: ClearingMessage.SURVIVOR_UNREADABLE,
        Obstacle.NOTHING_IN_COMMON: ClearingMessage.NOTHING_IN_COMMON_WITH_ANY,
        Obstacle.NAME_TAKEN: ClearingMessage.NAME_TAKEN,
    }
)
"""Messages for the reasons."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the plan."""

    path: Path
    why: Obstacle


@dataclass(frozen=True, slots=True)
class TextLoss:
    """A file that goes by a plan, though what survives it does not hold all of its text.

    Attributes:
        held: share of its words that the survivor has too, 0..1.
    """

    path: Path
    held: float


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, what cannot be part of it, and with what of it words are lost.

    Attributes:
        freed: bytes that come back when it is carried out; a file of several names counts once.
    """

    plan: Plan
    left_out: tuple[LeftOut, ...] = ()
    losing: tuple[TextLoss, ...] = ()
    freed: int = 0


class ListForm(StrEnum):
    """Format in which a list of groups is written."""

    CSV = "csv"
    JSON = "json"
    HTML = "html"
