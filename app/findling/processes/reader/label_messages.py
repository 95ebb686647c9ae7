"""Questions on labels, and the replies to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from findling.domain.labels import DocumentLabel, LabelledFile, LabelSuggestion, SuggestionOrder


@dataclass(frozen=True, slots=True)
class AskLabels:
    """Ask for the labels of the library, by name.

    Attributes:
        suggested: count the new files as well that each watched label is likely for.
    """

    suggested: bool = False


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label, and the number of new files that it is likely for."""

    label: DocumentLabel
    suggested: int = 0


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """The labels of the library, by name."""

    labels: tuple[LabelCount, ...]


@dataclass(frozen=True, slots=True)
class AskLabelsOf:
    """Ask which of the library's labels some files bear."""

    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class AppliedLabel:
    """A label, and those of the asked files that bear it."""

    name: str
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class LabelsOf:
    """All labels, each with those of the asked files that bear it."""

    files: tuple[Path, ...]
    labels: tuple[AppliedLabel, ...]


@dataclass(frozen=True, slots=True)
class AskLabelFiles:
    """Ask for the files that bear a label, by path."""

    name: str


@dataclass(frozen=True, slots=True)
class LabelFiles:
    """Files that bear a label."""

    name: str
    files: tuple[LabelledFile, ...]


@dataclass(frozen=True, slots=True)
class AskLabelSuggestions:
    """Ask for the files that a label is suggested for."""

    name: str
    order: SuggestionOrder = SuggestionOrder.LEAST_SURE
    limit: int = 100


@dataclass(frozen=True, slots=True)
class LabelSuggestions:
    """Files that a label is suggested for."""

    name: str
    suggestions: tuple[LabelSuggestion, ...]


LabelQuestion: TypeAlias = AskLabels | AskLabelsOf | AskLabelFiles | AskLabelSuggestions
LabelReply: TypeAlias = LabelCounts | LabelsOf | LabelFiles | LabelSuggestions
