"""What the worker is doing, as the window tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.messages.notice import Notice


class Activity(StrEnum):
    """What the worker does."""

    STARTING = "starting"
    WORKING = "working"
    FOLLOWING = "following"
    PAUSED = "paused"
    BUSY_ELSEWHERE = "busy-elsewhere"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WorkerState:
    """Activity of the worker, with words where there is something to be said of it.

    Attributes:
        words: in the window's language; of a notice, all that it says.
        notice: why it failed or cannot begin; None where nothing is wrong, or the process said nothing.
    """

    activity: Activity
    words: str = ""
    notice: Notice | None = None
