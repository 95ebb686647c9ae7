"""Data of the versions of a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ChangeKind(StrEnum):
    """Subject of a change between versions; a clause is a sentence or more that came or went."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    WORDS = "words"
    CLAUSE = "clause"


class OrderClue(StrEnum):
    """Evidence that a version is newer than another, the strongest first."""

    NAME = "name"
    TEXT = "text"
    OWN_DATE = "own-date"
    FILE_TIME = "file-time"


@dataclass(frozen=True, slots=True)
class VersionChange:
    """Change from the version before; an empty side says that only the other has it."""

    kind: ChangeKind
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """Version of a document.

    Attributes:
        path: of the file that was changed first, of several with the same words.
        modified_ns: when that was, in ns since 1970.
        copies: the other files with the same words.
        changes: from the version listed after it on, in the order of the text; none for the last.
        newer_by: what tells that it is newer than the one listed after it; None where nothing does, and for the last.
    """

    path: Path
    modified_ns: int
    copies: tuple[Path, ...]
    changes: tuple[VersionChange, ...]
    newer_by: OrderClue | None = None
