"""Progress of long jobs: installing a model, a faster build, a trial, encrypting a library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Transfer:
    """Progress of an installation in bytes; `total` is None where the source does not say."""

    file: str
    done: int
    total: int | None


class BuildStage(StrEnum):
    """Stage of making a faster build."""

    CONVERTING = "converting"
    ORIGINAL = "original"
    BUILD = "build"


@dataclass(frozen=True, slots=True)
class BuildStep:
    """Progress of a faster build, in passages embedded; `total` is 0 while none are."""

    stage: BuildStage
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class TrialProgress:
    """Progress of a trial.

    Attributes:
        model: at work.
        done, total: passages or questions; 0 where not known.
        seconds: that the whole is expected to take; None where not known yet.
    """

    model: str
    done: int
    total: int
    seconds: float | None = None


class ConversionStage(StrEnum):
    """Stage of encrypting a library, or of writing it without encryption again."""

    ENDING = "ending"
    """End of the processes that have the library open."""
    CHECKING = "checking"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class ConversionStep:
    """Progress of such a conversion, in bytes of databases; `total` is 0 while none are written."""

    stage: ConversionStage
    done: int = 0
    total: int = 0
