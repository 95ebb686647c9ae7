"""Data of comparing two documents: kind of match, differences, and rows side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class MatchKind(StrEnum):
    """Kind of likeness of two files, or of a group's; the value is what `--kind` takes."""

    IDENTICAL = "identical"
    SAME_TEXT = "same-text"
    NEAR = "near"
    CONTAINED = "contained"
    VERSION = "version"
    TEMPLATE = "template"


class DiffCategory(StrEnum):
    """Subject of a difference; all but words make two files different things to a user."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class WordChange:
    """Stretch in which two texts differ.

    Attributes:
        kind: what it is about, the most telling where it is about several.
        before, after: the words of the one and of the other; "" where it has none.
    """

    kind: DiffCategory
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffCounts:
    """Numbers of words that differ between two texts by subject; `words` counts all of them.

    A word that replaces another of its kind counts once.
    """

    numbers: int = 0
    dates: int = 0
    names: int = 0
    negations: int = 0
    words: int = 0

    @property
    def distinctive(self) -> int:
        """Number of those that make two files different things."""
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
        """Value that a threshold is compared with: containment or similarity, by the kind."""
        if self.likeness is MatchKind.CONTAINED:
            return max(self.first_within, self.second_within)
        return self.similarity


class Side(StrEnum):
    """Fate of a stretch of text between two files."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffSpan:
    """Stretch of two texts; an empty span on one side says that only the other has it.

    Attributes:
        first_start, first_end, second_start, second_end: code points into the canonical texts.
        about: what a change is about, the most important first; empty where nothing changed.
    """

    side: Side
    first_start: int
    first_end: int
    second_start: int
    second_end: int
    about: tuple[DiffCategory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextComparison:
    """Two files side by side; `spans` follow the first, with the second's own text in place."""

    first: Path
    second: Path
    first_text: str
    second_text: str
    pair: Pair
    spans: tuple[DiffSpan, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece of a text in a comparison.

    Attributes:
        about: subjects of a change, the most important first.
        move: number of the passage that stands elsewhere in the other text; None for what did not move.
    """

    text: str
    side: Side
    about: tuple[DiffCategory, ...] = ()
    move: int | None = None


@dataclass(frozen=True, slots=True)
class SideRow:
    """Row of two texts side by side; it has no pieces where `skipped` equal rows were left out."""

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]
    skipped: int = 0


def floor_percent(share: float) -> int:
    """Return a share of 0..1 in whole percent, rounded down: 100 only where it is all."""
    # Rounded first, for 0.29 times 100 is a little less than 29.
    return int(round(share * 10_000, 4) // 100)
