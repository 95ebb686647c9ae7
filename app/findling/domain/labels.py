"""Data of labels: given by the user to documents, and suggested for others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class LabelChoice(StrEnum):
    """Choice of the user about a label and a file: it bears it, does not, or is left to be suggested."""

    GIVEN = "given"
    REFUSED = "refused"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """Label of a library.

    Attributes:
        name: as it was first written; labels are the same whatever their case.
        files: files that bear it, of those that the library knows.
    """

    name: str
    files: int


@dataclass(frozen=True, slots=True)
class LabelSuggestion:
    """File that a label is suggested for.

    Attributes:
        probability: that the user would give it, 0..1.
    """

    path: Path
    probability: float
