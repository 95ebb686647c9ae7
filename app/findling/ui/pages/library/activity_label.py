"""Activity of the writer as one sentence and a share of the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from findling.domain.library import measure_share
from findling.ui.i18n import formatting
from findling.ui.ipc.writer_activity import Activity
from findling.ui.services.pause import Rest

if TYPE_CHECKING:
    from findling.domain.library import Progress
    from findling.ui.ipc.writer_activity import WriterState

translate = QCoreApplication.translate

_MANY = 20
"""Files for which it is worth saying that nobody knows yet how long they take."""


@dataclass(frozen=True, slots=True)
class ActivityText:
    """Description of the current activity.

    Attributes:
        path: current file; "" for none.
        share: share done, 0..1; None if unknown.
        wrong: True for trouble.
    """

    words: str
    path: str = ""
    share: float | None = None
    wrong: bool = False


def describe_activity(state: WriterState, progress: Progress, rest: Rest, until: float) -> ActivityText:
    """Describe the current activity; a pause of an hour ends at `until`, in seconds since 1970."""
    if state.activity in (Activity.FAILED, Activity.BUSY_ELSEWHERE):
        return _describe_trouble(state)
    if rest is not Rest.NOT:
        return ActivityText(_describe_rest(rest, until))
    match state.activity:
        case Activity.STARTING:
            return ActivityText(translate("Activity", "Starting…"))
        case Activity.PAUSED:
            return ActivityText(translate("Activity", "Paused"))
        case Activity.FOLLOWING if state.words:
            words = translate("Activity", "{trouble}; changes are noticed in all others")
            return ActivityText(words.format(trouble=state.words))
        case Activity.FOLLOWING if not (progress.pending or progress.unembedded):
            return ActivityText(translate("Activity", "Up to date; changes are noticed as they happen"))
    return _describe_work(progress)


def _describe_trouble(state: WriterState) -> ActivityText:
    keeps_ending = translate("Activity", "Indexing keeps ending. Findling goes on trying; you can search meanwhile.")
    return ActivityText(formatting.one_line(state.words) or keeps_ending, wrong=True)


def _describe_work(progress: Progress) -> ActivityText:
    if progress.doing == "publishing":
        return ActivityText(translate("Activity", "Putting the index in order"))
    if progress.doing == "scanning" or not progress.found:
        return ActivityText(translate("Activity", "Looking for changes"), progress.path)
    if progress.doing == "recognising":
        words = _time(translate("Activity", "Reading scans and pictures"), progress)
        return ActivityText(words, progress.path, 1 - progress.pending / progress.found)
    if progress.doing == "grouping":
        return ActivityText(translate("Activity", "Grouping documents by topic"), "", progress.grouped)
    is_reading = progress.pending or not progress.unembedded
    stage = translate("Activity", "Reading") if is_reading else translate("Activity", "Indexing the meaning")
    share = measure_share(progress.found, progress.pending, progress.unembedded)
    return ActivityText(_time(stage, progress), progress.path, share)


def _time(stage: str, progress: Progress) -> str:
    """Add the time left for the stage and all else, or that it is unknown where it may be long."""
    if progress.seconds_left is not None:
        timed = translate("Activity", "{stage}, {time} left")
        return timed.format(stage=stage, time=formatting.about(progress.seconds_left))
    if progress.pending + progress.unembedded < _MANY:
        return stage
    return translate("Activity", "{stage}, working out how long it takes").format(stage=stage)


def _describe_rest(rest: Rest, until: float) -> str:
    match rest:
        case Rest.HOUR:
            return translate("Activity", "Paused until {time}").format(time=formatting.clock(until))
        case Rest.MAINS:
            return translate("Activity", "Paused until there is mains power")
        case Rest.BATTERY:
            return translate("Activity", "Resting while on battery")
        case _:
            return translate("Activity", "Paused until you resume")
