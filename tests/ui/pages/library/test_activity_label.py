"""Descriptions of what the writer does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDateTime

from findling.domain.library import Progress
from findling.ui.ipc.writer_activity import Activity, WriterState
from findling.ui.pages.library.activity_label import ActivityText, describe
from findling.ui.services.pause import Rest

UNTIL = QDateTime.fromString("2026-11-23T15:20", "yyyy-MM-ddTHH:mm").toSecsSinceEpoch()
READING = Progress(found=100, indexed=75, pending=25, seconds_left=360, doing="indexing", path="a.pdf")


@pytest.mark.parametrize(
    ("activity", "progress", "rest", "doing"),
    [
        (Activity.STARTING, Progress(), Rest.NOT, ActivityText("Starting…")),
        (Activity.WORKING, Progress(path="x"), Rest.NOT, ActivityText("Looking for changes", "x")),
        (Activity.WORKING, READING, Rest.NOT, ActivityText("Reading, about 6 minute(s) left", "a.pdf", 0.75)),
        (Activity.FOLLOWING, READING, Rest.NOT, ActivityText("Reading, about 6 minute(s) left", "a.pdf", 0.75)),
        (Activity.WORKING, Progress(found=9, doing="publishing"), Rest.NOT, ActivityText("Putting the index in order")),
        (Activity.FOLLOWING, Progress(), Rest.NOT, ActivityText("Up to date; changes are noticed as they happen")),
        (Activity.PAUSED, READING, Rest.HOUR, ActivityText("Paused until 15:20")),
        (Activity.PAUSED, READING, Rest.MAINS, ActivityText("Paused until there is mains power")),
        (Activity.PAUSED, READING, Rest.RESUMED, ActivityText("Paused until you resume")),
        (Activity.PAUSED, READING, Rest.BATTERY, ActivityText("Resting while on battery")),
        (Activity.WORKING, READING, Rest.HOUR, ActivityText("Paused until 15:20")),
    ],
)
def test_it_says_what_goes_on(activity, progress, rest, doing):
    assert describe(WriterState(activity), progress, rest, UNTIL) == doing


def test_trouble_is_said_in_the_words_of_the_writer_even_while_it_rests():
    state = WriterState(Activity.BUSY_ELSEWHERE, "findling (process 7) is at work.")
    assert describe(state, Progress(), Rest.HOUR, UNTIL) == ActivityText("findling (process 7) is at work.", wrong=True)


def test_trouble_without_words_gets_some():
    assert "goes on trying" in describe(WriterState(Activity.FAILED), Progress(), Rest.NOT, 0).words
