"""Messages about duplicates, as part of those in `messages`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from findling.domain.comparisons import Pair, SideRow
from findling.domain.duplicate_check import Arrival
from findling.domain.duplicates import Group, ListForm, Review, Totals
from findling.domain.plans import Action, RunReport


@dataclass(frozen=True, slots=True)
class AskGroups:
    """Ask for groups of like files, those first that free most bytes.

    Attributes:
        reload: read them from the library; else those that were read last are grouped again, which takes a moment.
    """

    review: Review
    offset: int = 0
    limit: int = 200
    reload: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Groups of a review, from the `offset`th on.

    Attributes:
        shown: number of all groups, those of a template included.
        uncompared: number of documents still to be compared.
        folders: of the library, by path.
        arrivals: files that came lately and are like others, the latest first.
    """

    groups: tuple[Group, ...] = ()
    offset: int = 0
    shown: int = 0
    totals: Totals = field(default_factory=Totals)
    uncompared: int = 0
    folders: tuple[Path, ...] = ()
    arrivals: tuple[Arrival, ...] = ()


@dataclass(frozen=True, slots=True)
class AskRuns:
    """Ask for the history of what was cleared away, the latest first."""


@dataclass(frozen=True, slots=True)
class Runs:
    """The history of what was cleared away."""

    runs: tuple[RunReport, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Compare two files."""

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
    """Plan to clear away all that is selected in a review.

    Attributes:
        target: folder that files are moved to; None for other actions.
    """

    review: Review
    action: Action = Action.BIN
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class PlanRename:
    """Plan to rename a file in its folder.

    Attributes:
        name: the new name, with its ending.
        protected: folders in which nothing is renamed.
    """

    path: Path
    name: str
    protected: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class WriteList:
    """Write the groups of a review into a file."""

    review: Review
    file: Path
    form: ListForm


@dataclass(frozen=True, slots=True)
class ListWritten:
    """The file that the groups were written to."""

    file: Path
    groups: int
