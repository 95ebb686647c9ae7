"""State of the writer as the window shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.messages.notice import Notice


class Activity(StrEnum):
    """Activity of the writer."""

    STARTING = "starting"
    WORKING = "working"
    FOLLOWING = "following"
    PAUSED = "paused"
    BUSY_ELSEWHERE = "busy-elsewhere"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class WriterState:
    """Activity with a text where there is something to say about it.

    Attributes:
        words: in the window's language; of a notice, all that it says.
        notice: why it failed or cannot begin; None where nothing is wrong, or the process said nothing.
    """

    activity: Activity
    words: str = ""
    notice: Notice | None = None
