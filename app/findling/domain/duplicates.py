"""What is said of duplicates: frozen data, light enough for every process to know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from findling.formats import FileKind
from findling.messages.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable


class MatchKind(StrEnum):
    """How two files, or the files of a group, are alike; the value is what `--kind` takes."""

    IDENTICAL = "identical"
    SAME_TEXT = "same-text"
    NEAR = "near"
    CONTAINED = "contained"
    VERSION = "version"
    TEMPLATE = "template"


class DiffCategory(StrEnum):
    """What a difference is about; all but words make two files different things to a person."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffCounts:
    """How many words differ between two texts, by what they are about.

    What stands in the place of another of its kind counts once.

    Attributes:
        words: all that differ, those counted in the other fields among them.
    """

    numbers: int = 0
    dates: int = 0
    names: int = 0
    negations: int = 0
    words: int = 0

    @property
    def telling(self) -> int:
        """Those that make two files different things: numbers, dates, names, negations."""
        return self.numbers + self.dates + self.names + self.negations


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two contents that were compared word by word and found alike.

    Attributes:
        first, second: documents; `first` is the smaller number.
        similarity: share of the words of both that they have in common, 0..1.
        first_within, second_within: share of the words of one that the other has too, 0..1.
    """

    first: int
    second: int
    likeness: MatchKind
    similarity: float
    first_within: float
    second_within: float
    changes: DiffCounts = DiffCounts()

    @property
    def strength(self) -> float:
        """What a threshold is held against: containment where one lies within the other, else similarity."""
        if self.likeness is MatchKind.CONTAINED:
            return max(self.first_within, self.second_within)
        return self.similarity


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file of a group.

    Attributes:
        size: bytes; modified_ns: since 1970.
        keep: this is the file that the group keeps.
        similarity: to the file that the group keeps, 0..1.
        containment: share of this file's words that the file that the group keeps has too, 0..1.
        protected: lies in a folder that nothing may be taken from.
        selected: proposed to be cleared away; only what is said in full by a file that stays is.
        changes: what differs from the file that the group keeps.
        survivor: the file that stays when this one goes: one of the very same text where the group has such, else the
            one that the group keeps; None for the latter itself.
        likeness: how this file and its survivor are alike.
        node: device and number of a file that the library knows by several names (hard links); None for all others.
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

    @property
    def has_twin(self) -> bool:
        """Whether its survivor holds the very same text."""
        return self.likeness in (MatchKind.IDENTICAL, MatchKind.SAME_TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Files that are all alike, the one to keep first; versions from the latest to the oldest, each like the next.

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


def floor_percent(share: float) -> int:
    """A share of 0..1 in whole percent, rounded down: 100 only where it is all."""
    # Rounded first, for 0.29 times 100 is a little less than 29.
    return int(round(share * 10_000, 4) // 100)


def count_freed(members: Iterable[Member]) -> int:
    """Bytes that come back when what is selected is cleared away.

    A file of several names takes its bytes once, and gives them back with the last name.
    """
    members = tuple(members)
    staying = {member.node for member in members if not member.selected}
    freed = {
        member.node or member.path: member.size
        for member in members
        if member.selected and (member.node is None or member.node not in staying)
    }
    return sum(freed.values())


class Side(StrEnum):
    """What became of a stretch of text between two files."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffSpan:
    """A stretch of two texts; an empty span on one side says that only the other has it.

    Attributes:
        first_start, first_end, second_start, second_end: code points into the canonical texts.
        about: what a change is about, the most telling first; empty where nothing changed.
    """

    side: Side
    first_start: int
    first_end: int
    second_start: int
    second_end: int
    about: tuple[DiffCategory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextComparison:
    """Two files side by side; `stretches` are in the order of the first, what only the second has where it stands."""

    first: Path
    second: Path
    first_text: str
    second_text: str
    pair: Pair
    stretches: tuple[DiffSpan, ...]


class KeepRule(StrEnum):
    """By what the file to keep is chosen; rules are asked in order until one decides."""

    PREFERRED_FOLDER = "preferred-folder"
    NOT_A_COPY = "not-a-copy"
    NEWEST = "newest"
    OLDEST = "oldest"
    BEST_FORMAT = "best-format"
    LARGEST = "largest"
    SHORTEST_PATH = "shortest-path"


@dataclass(frozen=True, slots=True)
class DuplicatePreferences:
    """How a person wants duplicates to be cleared up.

    Attributes:
        rules: what decides on the file to keep, first things first.
        preferred: folders whose files are rather kept, best first.
        protected: folders that nothing is ever taken from.
        excluded: folders whose files are no part of any group.
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
