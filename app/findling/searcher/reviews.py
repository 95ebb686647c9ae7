"""What the window asks of duplicates, and what the searching process answers: messages like those in `messages`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - checked at run time, as it comes over a wire

from findling.duplicates import (
    Action,
    Group,
    Likeness,
    Pair,
    Plan,
    Preferences,
    RunReport,
    Side,
    Telling,
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person wants otherwise than proposed.

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


@dataclass(frozen=True, slots=True)
class Review:
    """Which groups of like files are looked through, and how.

    Attributes:
        threshold: the least likeness of any two files of a group, 0..1.
        kinds: groups of these kinds; all where none is named.
        folder: groups with a file in there; all where it is None.
    """

    threshold: float = 0.0
    kinds: tuple[Likeness, ...] = ()
    folder: Path | None = None
    preferences: Preferences = field(default_factory=Preferences)
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True)
class AskGroups:
    """Duplicates lane: groups of like files, those first from which most comes back.

    Attributes:
        anew: read them from the library; else those that were read last are grouped again, which takes a moment.
    """

    review: Review
    offset: int = 0
    limit: int = 200
    anew: bool = True


@dataclass(frozen=True, slots=True)
class Totals:
    """What a review adds up to; what is of one template counts as nothing but `templates`.

    Attributes:
        groups, files: of like files, those to keep among them; bytes: what comes back when what is selected goes.
        keeping: groups of which something is selected; clearing, freed: how many files that is, and what comes back
            with them, those of one template among them.
        templates: groups of one template.
    """

    groups: int
    files: int
    bytes: int
    keeping: int
    clearing: int
    freed: int
    templates: int


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of a review, from the `offset`th on.

    Attributes:
        shown: how many groups there are in all, those of a template among them.
        uncompared: documents that are still to be compared.
        folders: of the library, by path.
    """

    groups: tuple[Group, ...]
    offset: int
    shown: int
    totals: Totals
    uncompared: int
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class AskRuns:
    """Duplicates lane: the history of what was cleared away, the latest first."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The history of what was cleared away."""

    runs: tuple[RunReport, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Comparison lane: two files side by side."""

    first: Path
    second: Path


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text in a comparison.

    Attributes:
        about: what a change is about, the most telling first.
        move: number of the passage that stands elsewhere in the other text; None for what did not move.
    """

    text: str
    side: Side
    about: tuple[Telling, ...] = ()
    move: int | None = None


@dataclass(frozen=True, slots=True)
class SideRow:
    """What stands side by side, about a paragraph; nothing on one side where only the other has it.

    Attributes:
        skipped: how many rows that are the same on both sides were left out here; such a row has no pieces.
    """

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two files side by side."""

    first: Path
    second: Path
    pair: Pair
    rows: tuple[SideRow, ...]


@dataclass(frozen=True, slots=True)
class MakePlan:
    """Comparison lane: what would be done with all that is selected in a review; reads these files.

    Attributes:
        target: folder that files are moved to; None for other actions.
    """

    review: Review
    action: Action = Action.BIN
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class PlanRename:
    """Comparison lane: what would be done to give a file another name in its folder; reads the file.

    Attributes:
        name: the new name, with its ending.
        protected: folders in which nothing is renamed.
    """

    path: Path
    name: str
    protected: tuple[Path, ...] = ()


class Hindrance(StrEnum):
    """Why a file is in no plan, though it was selected or is to be renamed."""

    NOT_THE_SAME_BYTES = "not-the-same-bytes"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    SAME_FILE = "same-file"
    NO_SURVIVOR = "no-survivor"
    NAME_TAKEN = "name-taken"
    NOTHING_IN_COMMON = "nothing-in-common"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not in the plan."""

    path: Path
    why: Hindrance


@dataclass(frozen=True, slots=True)
class Losing:
    """A file that goes by a plan, though what survives it does not hold all of its text.

    Attributes:
        held: share of its words that the survivor has too, 0..1.
    """

    path: Path
    held: float


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, what cannot be part of it, and with what of it words are lost."""

    plan: Plan
    left_out: tuple[LeftOut, ...]
    losing: tuple[Losing, ...] = ()


class ListForm(StrEnum):
    """What a list of groups is written as."""

    CSV = "csv"
    JSON = "json"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class WriteList:
    """Comparison lane: write the groups of a review into a file."""

    review: Review
    file: Path
    form: ListForm


@dataclass(frozen=True, slots=True)
class ListWritten:
    """The groups are in the file."""

    file: Path
    groups: int
