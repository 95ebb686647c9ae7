"""Data of labels: given by the user to documents, and suggested for others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from findling.formats import FileKind


class LabelChoice(StrEnum):
    """Choice of the user about a label and a file: it bears it, does not, or is left to be suggested."""

    GIVEN = "given"
    REFUSED = "refused"
    NONE = "none"


class SuggestionOrder(StrEnum):
    """Order of suggestions: the surest first, or those that an answer teaches most about."""

    SUREST = "surest"
    LEAST_SURE = "least-sure"


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """Label of a library.

    Attributes:
        name: as it was first written; labels are the same whatever their case.
        files: files that bear it, of those that the library knows.
        watched_since_ns: from when on it is suggested for new files unasked, since 1970; None where it is not.
    """

    name: str
    files: int
    watched_since_ns: int | None = None


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
