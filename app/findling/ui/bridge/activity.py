"""What the worker is doing, as the window tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    """What the worker does, with words where there is something to be said of it."""

    activity: Activity
    words: str = ""
