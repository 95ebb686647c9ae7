"""Data of groups of duplicates, and of the user's preferences and choices among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.comparisons import DiffCounts, MatchKind
from findling.formats import FileKind
from findling.messages.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """File of a group.

    Attributes:
        size: bytes; modified_ns: since 1970.
        keep: this is the keeper of the group.
        similarity, containment: to the keeper, and the share of this file's words that the keeper has too, 0..1.
        protected: lies in a folder that nothing may be taken from, or inside another file.
        selected: proposed to be cleared away; only what is said in full by a file that stays is.
        changes: differences from the keeper.
        survivor: file that stays when this one goes: one of the very same text, else the keeper; None for the keeper.
        likeness: to its survivor.
        node: device and number of a file that the library knows by several names (hard links); None for all others.
        withheld: why it is not proposed, though its survivor has the same words; None where that is not so.
        is_embedded: it is in another file, as an attachment is, and stays as long as that does.
    """

    path: Path
    size: int
    modified_ns: int
    kind: FileKind
    keep: bool
    similarity: float
    containment: float
    protected: bool
    selected: bool
    changes: DiffCounts
    survivor: Path | None = None
    likeness: MatchKind | None = None
    node: tuple[int, int] | None = None
    withheld: Notice | None = None
    is_embedded: bool = False

    @property
    def has_twin(self) -> bool:
        """True if its survivor is the same to the byte, or is known to hold the same in full."""
        return self.likeness in (MatchKind.IDENTICAL, MatchKind.SAME_TEXT) and self.withheld is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Files all alike, the one to keep first; versions from the latest, each like the next.

    Attributes:
        similarity: of the two that are least alike, of versions of the two neighbours that are, 0..1.
        reclaimable_bytes: what comes back when those that are selected are cleared away.
        reason: why the first is the one to keep, by the rule that decided.
    """

    likeness: MatchKind
    similarity: float
    reclaimable_bytes: int
    reason: Notice
    members: tuple[Member, ...]

    @property
    def withheld(self) -> Notice | None:
        """Reason why nothing is proposed, though words are the same; None where there is none."""
        if any(member.selected for member in self.members):
            return None
        return next((member.withheld for member in self.members if member.withheld), None)


def count_freed(members: Iterable[Member]) -> int:
    """Return the bytes that clearing the selected frees; hard links free theirs with the last."""
    members = tuple(members)
    staying = {member.node for member in members if not member.selected}
    freed = {
        member.node or member.path: member.size
        for member in members
        if member.selected and (member.node is None or member.node not in staying)
    }
    return sum(freed.values())


class KeepRule(StrEnum):
    """Rule by which the file to keep is chosen; they are asked in order until one decides."""

    PREFERRED_FOLDER = "preferred-folder"
    NOT_A_COPY = "not-a-copy"
    NEWEST = "newest"
    OLDEST = "oldest"
    BEST_FORMAT = "best-format"
    LARGEST = "largest"
    SHORTEST_PATH = "shortest-path"


@dataclass(frozen=True, slots=True)
class DuplicatePreferences:
    """Preferences of the user for clearing up duplicates.

    Attributes:
        rules: by which the file to keep is chosen, the first that decides counts.
        preferred: folders whose files are rather kept, best first.
        protected: folders that nothing is ever taken from.
        excluded: folders whose files are in no group.
    """

    rules: tuple[KeepRule, ...] = (
        KeepRule.PREFERRED_FOLDER,
        KeepRule.NOT_A_COPY,
        KeepRule.BEST_FORMAT,
        KeepRule.NEWEST,
        KeepRule.SHORTEST_PATH,
    )
    preferred: tuple[Path, ...] = ()
    protected: tuple[Path, ...] = ()
    excluded: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions of the user that differ from what is proposed.

    Attributes:
        selected: files to be cleared away, though not proposed.
        deselected: files to be left, though proposed.
        keepers: files that stay, each in the place of the one that its group proposes to keep.
        propose: what is proposed is selected unasked.
    """

    selected: tuple[Path, ...] = ()
    deselected: tuple[Path, ...] = ()
    keepers: tuple[Path, ...] = ()
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
    """Sums over the groups of a review; what is of one template counts only in the last four.

    Attributes:
        groups, files, bytes: groups and files of like ones, and what comes back when what is selected goes.
        keeping, clearing, freed: groups of which something is selected, how many files, and what comes back with them.
    """

    groups: int = 0
    files: int = 0
    bytes: int = 0
    keeping: int = 0
    clearing: int = 0
    freed: int = 0
    templates: int = 0


class ListForm(StrEnum):
    """Format in which a list of groups is written."""

    CSV = "csv"
    JSON = "json"
    HTML = "html"
