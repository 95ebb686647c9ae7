"""Data of labels: given by the user to documents, and suggested for others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from findling.formats import FileKind


class LabelChoice(StrEnum):
    """The user's choice about a label and a file: it bears it, does not, or may be suggested it."""

    GIVEN = "given"
    REFUSED = "refused"
    NONE = "none"


class SuggestionOrder(StrEnum):
    """Order of suggestions: the surest first, or those that an answer teaches most about."""

    SUREST = "surest"
    LEAST_SURE = "least-sure"


class LabelActKind(StrEnum):
    """Kind of an act with a label: given, refused or taken off, removed, renamed or merged."""

    GIVEN = "given"
    REFUSED = "refused"
    TAKEN = "taken"
    REMOVED = "removed"
    RENAMED = "renamed"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class LabelAct:
    """Act of the user with a label.

    Attributes:
        name: of the label before.
        made_ns: when, since 1970.
    """

    kind: LabelActKind
    name: str
    made_ns: int


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """Label of a library.

    Attributes:
        name: as it was first written; labels are the same whatever their case.
        files: files that bear it, of those that the library knows.
        watched_since_ns: from when on it is suggested for new files unasked, since 1970; None where it is not.
        colour: number of its colour, from 0 on, which it keeps whatever other labels come and go.
    """

    name: str
    files: int
    watched_since_ns: int | None = None
    colour: int = 0


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """File that bears a label, or might.

    Attributes:
        title: of its document, "" where it has none.
        kind: of its document, or what its name promises.
    """

    path: Path
    title: str
    kind: FileKind
    modified_ns: int


@dataclass(frozen=True, slots=True)
class LabelSuggestion:
    """File that a label is suggested for.

    Attributes:
        probability: that the user would give it, 0..1.
        is_new: it came, or was changed, since the label is suggested for new files.
    """

    file: LabelledFile
    probability: float
    is_new: bool = False

    @property
    def path(self) -> Path:
        """Path of the file."""
        return self.file.path


def fold_label(name: str) -> str:
    """Return a label's name as names are compared: without case and needless spaces."""
    return " ".join(name.split()).casefold()
