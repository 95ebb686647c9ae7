"""What the window asks of duplicates, and what the searching process answers: messages like those in `messages`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from findling.domain.comparisons import Pair, SideRow
from findling.domain.duplicates import Group, ListForm, Review, Totals
from findling.domain.plans import Action, RunReport


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Groups of a review, from the `offset`th on.

    Attributes:
        shown: how many groups there are in all, those of a template among them.
        uncompared: documents that are still to be compared.
        folders: of the library, by path.
    """

    groups: tuple[Group, ...] = ()
    offset: int = 0
    shown: int = 0
    totals: Totals = field(default_factory=Totals)
    uncompared: int = 0
    folders: tuple[Path, ...] = ()


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
