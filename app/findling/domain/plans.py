"""Data of plans to clear up duplicates: steps, obstacles, and reports on carrying them out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from findling.messages.library_templates import ClearingMessage
from findling.messages.notice import Notice


class Action(StrEnum):
    """Action on a file: the first three on one that another survives, the others on any.

    What is discarded goes to the bin by the user's own hand, whatever else there is of it.
    """

    BIN = "bin"
    MOVE = "move"
    LINK = "link"
    RENAME = "rename"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """State of a file when a plan was made; `content` is the BLAKE3 hash of its bytes."""

    path: Path
    size: int
    modified_ns: int
    mode: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Step:
    """File that is taken away, and its survivor; one renamed or discarded stands for itself.

    Attributes:
        target: folder that it is moved to, or the path by which it is renamed; None for other actions.
        chosen: the user chose it, though the survivor is not known to be the same; else it goes only if that is.
    """

    action: Action
    file: Seen
    survivor: Seen
    target: Path | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that would be taken, in order, once the plan is applied."""

    steps: tuple[Step, ...]
    protected: tuple[Path, ...] = ()


class Obstacle(StrEnum):
    """Reason why a file is in no plan, though it was selected or is to be renamed."""

    NOT_THE_SAME_BYTES = "not-the-same-bytes"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    SAME_FILE = "same-file"
    NO_SURVIVOR = "no-survivor"
    NAME_TAKEN = "name-taken"
    NOTHING_IN_COMMON = "nothing-in-common"


OBSTACLE_MESSAGES = MappingProxyType(
    {
        Obstacle.NOT_THE_SAME_BYTES: ClearingMessage.NOT_SAME_BYTES,
        Obstacle.UNREADABLE: ClearingMessage.UNREADABLE_NOW,
        Obstacle.CHANGED: ClearingMessage.CHANGED_SINCE_COMPARED,
        Obstacle.SAME_FILE: ClearingMessage.OTHER_NAME,
        Obstacle.NO_SURVIVOR: ClearingMessage.SURVIVOR_UNREADABLE,
        Obstacle.NOTHING_IN_COMMON: ClearingMessage.NOTHING_IN_COMMON_WITH_ANY,
        Obstacle.NAME_TAKEN: ClearingMessage.NAME_TAKEN,
    }
)
"""Messages for the obstacles."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """File that is not in the plan."""

    path: Path
    why: Obstacle


@dataclass(frozen=True, slots=True)
class TextLoss:
    """File that goes by a plan whose survivor holds only the share `held` (0..1) of its words."""

    path: Path
    held: float


@dataclass(frozen=True, slots=True)
class Planned:
    """Plan, with the files that cannot be part of it and those whose text is lost in part.

    Attributes:
        freed: bytes that come back when it is carried out; a file of several names counts once.
    """

    plan: Plan
    left_out: tuple[LeftOut, ...] = ()
    losing: tuple[TextLoss, ...] = ()
    freed: int = 0


class StepOutcome(StrEnum):
    """Outcome of a step."""

    DONE = "done"
    ALREADY = "already"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class StepReport:
    """Report on one step.

    Attributes:
        why: reason where it was not done.
        again: its bytes count with another name of the same file, of an earlier step of the run.
    """

    step: Step
    outcome: StepOutcome
    why: Notice | None = None
    again: bool = False


class Trouble(StrEnum):
    """Cause for which a step could be neither finished nor taken back; a refusal is the disk's."""

    RECORD = "record"
    REFUSAL = "refusal"
    BUG = "bug"


@dataclass(frozen=True, slots=True)
class UnsettledStep:
    """Step that could be neither finished nor taken back.

    Attributes:
        path: the file; None where the history does not say it any more.
        places: its old and its new path, where something is there.
        why: reason of a refusal.
    """

    trouble: Trouble
    path: Path | None
    places: tuple[Path, ...] = ()
    why: Notice | None = None


@dataclass(frozen=True, slots=True)
class PlanReport:
    """Report on carrying out a plan, or on undoing it.

    Attributes:
        run: number of the run in the history, by which it can be undone; 0 where nothing was done.
        steps: those that were reached; a run that was stopped has fewer than its plan.
        unsettled: those of a run to undo that the history cannot read any more.
    """

    run: int
    steps: tuple[StepReport, ...]
    unsettled: tuple[UnsettledStep, ...] = ()


@dataclass(frozen=True, slots=True)
class RunReport:
    """Line of the history; `renamed` counts the steps done and undone that renamed a file."""

    run: int
    started_ns: int
    done: int
    undone: int
    renamed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CutShort:
    """Run that ended early; each step is done by now, or not, or unsettled.

    Attributes:
        run: number in the history; 0 where nothing of it was done.
        done, planned: number of steps carried out or, where it was being undone, taken back; of how many.
        already, earlier: number of planned steps done before, and the runs that did them, the latest first.
        unsettled: steps that are half done, or may be.
    """

    run: int
    done: int
    planned: int
    undoing: bool = False
    already: int = 0
    earlier: tuple[int, ...] = ()
    unsettled: tuple[UnsettledStep, ...] = ()
