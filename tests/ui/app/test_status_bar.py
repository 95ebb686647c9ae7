"""The line at the bottom is always true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from findling.domain.job_progress import Transfer
from findling.domain.library import ModelChange, Progress, Status
from findling.ui.app.status_bar import StatusBar, StatusState, StatusText
from findling.ui.ipc.writer_activity import Activity, WriterState
from findling.ui.services.pause import Rest
from findling.ui.theme.theme import Theme
from findling.ui.widgets.controls import ElidedButton

EMPTY = Status(model="model", provider="CPUExecutionProvider")
FULL = replace(EMPTY, files=12_340, indexed=12_120, skipped=7, failed=3, pending=210, chunks=40_000)
CHANGING = replace(FULL, pending=0, change=ModelChange("large", 400, 100))
WORKING = WriterState(Activity.WORKING)
FOLLOWING = WriterState(Activity.FOLLOWING)


@pytest.fixture
def english(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("standing", "said", "unsaid"),
    [
        (StatusState(), ["starting"], ["file"]),
        (
            StatusState(FULL, FOLLOWING),
            ["12,340 file", "12,120 searchable", "210 waiting", "10 not: why", "indexing"],
            ["up to date"],
        ),
        (
            StatusState(replace(FULL, pending=0, indexed=12_330), FOLLOWING),
            ["12,340 file", "12,330 searchable", "10 not: why", "up to date"],
            ["waiting"],
        ),
        (
            StatusState(replace(EMPTY, files=36, indexed=36), FOLLOWING),
            ["36 file(s), all searchable", "up to date"],
            ["not", "waiting"],
        ),
        (StatusState(EMPTY, FOLLOWING), ["0 file"], ["up to date", "not", "searchable", "waiting"]),
        (
            StatusState(FULL, WORKING, Progress(doing="scanning", found=7)),
            ["12,340 file", "looking for changes"],
            ["7 file"],
        ),
        (
            StatusState(
                FULL, WORKING, Progress(doing="indexing", found=12_400, pending=99, seconds_left=240, path="a.pdf")
            ),
            ["12,400 file", "99 waiting", "about 4 minute", "left", "a.pdf"],
            ["210"],
        ),
        (
            StatusState(FULL, WORKING, Progress(doing="indexing", found=1, path="a\nb")),
            ["indexing"],
            ["\n", "left", "working out"],
        ),
        (
            StatusState(FULL, WORKING, Progress(doing="indexing", found=400, indexed=30, skipped=5, pending=365)),
            ["400 file(s), 30 searchable, 365 waiting, 5 not: why", "indexing, working out how long it takes"],
            ["left"],
        ),
        (
            StatusState(FULL, WORKING, Progress(doing="recognising", found=400, pending=37)),
            ["reading scans and pictures, working out how long it takes"],
            ["left"],
        ),
        (
            StatusState(FULL, FOLLOWING, fetched="large", fetching=Transfer("x", 109_000_000, 436_000_000)),
            ["fetching large: 109.0 MB of 436.0 MB"],
            [],
        ),
        (
            StatusState(CHANGING, WORKING, Progress(doing="changing", found=400, pending=100, seconds_left=240)),
            ["going over to large, about 4 minute", "model answers until then"],
            ["indexing", "waiting"],
        ),
        (
            StatusState(CHANGING, WORKING, Progress(doing="publishing")),
            ["going over to large · model answers"],
            ["left"],
        ),
        (StatusState(CHANGING, WORKING, Progress(doing="scanning")), ["looking for changes"], ["going over"]),
        (StatusState(FULL, WORKING, rest=Rest.RESUMED), ["paused"], ["indexing"]),
        (
            StatusState(CHANGING, WriterState(Activity.PAUSED), rest=Rest.RESUMED),
            ["paused · the change to large rests · model answers until then"],
            ["going over"],
        ),
        (
            StatusState(
                FULL, WORKING, Progress(doing="indexing", found=12_340), trouble="The settings cannot be read."
            ),
            ["12,340 file", "The settings cannot be read."],
            ["indexing"],
        ),
        (StatusState(FULL, WORKING, rest=Rest.MAINS), ["mains power"], []),
        (StatusState(FULL, WORKING, rest=Rest.BATTERY), ["battery"], []),
        (StatusState(FULL, WORKING, rest=Rest.HOUR, until=1_700_000_000), ["paused until"], []),
        (StatusState(FULL, WriterState(Activity.BUSY_ELSEWHERE, "Another is at it.")), ["Another is at it."], []),
        (StatusState(FULL, WriterState(Activity.FAILED)), ["keeps ending"], []),
    ],
)
def test_it_says_what_is_the_case(english, standing, said, unsaid):
    words = StatusText().describe(standing)
    assert all(part in words for part in said), words
    assert not any(part in words for part in unsaid), words


@pytest.fixture
def line(qtbot, qapp):
    line = StatusBar(Theme(qapp))
    qtbot.addWidget(line)
    return line


def test_what_is_told_stands_for_a_moment(qtbot, line):
    line.show_state(status=replace(FULL, pending=0), state=FOLLOWING)
    line.show_message("Path copied")
    line.show_state(progress=Progress(found=9))
    shown = line.findChildren(object)
    assert any(getattr(each, "text", str)() == "Path copied" for each in shown if hasattr(each, "text"))
    qtbot.waitUntil(lambda: any("up to date" in each.text() for each in line.children() if hasattr(each, "text")))


def test_the_pause_button_says_what_it_does(qtbot, line):
    def names():
        return [each.accessibleName() for each in line.children() if hasattr(each, "accessibleName")]

    assert "Pause indexing" in names()
    line.show_state(rest=Rest.RESUMED)
    assert "Go on indexing" in names()


def test_a_server_that_texts_are_sent_to_is_named(line):
    def shown():
        return [each.text() for each in line.children() if hasattr(each, "text")]

    line.show_state(status=FULL, state=FOLLOWING)
    assert "CPU" in shown()
    line.show_state(status=replace(FULL, remote="https://box.example:8080/v1"))
    assert "texts go to box.example:8080" in shown()


def test_why_something_came_to_nothing_stays_until_it_is_clicked_or_something_else_is_said(qtbot, theme, english):
    bar = StatusBar(theme)
    qtbot.addWidget(bar)
    line = bar.findChild(ElidedButton)
    bar.show_problem("No program opens a.xyz here")
    bar.show_state(status=replace(FULL, pending=0), state=FOLLOWING)
    assert line.accessibleName() == "No program opens a.xyz here"
    with qtbot.assertNotEmitted(bar.clicked):
        line.click()
    assert "up to date" in line.accessibleName()
    bar.show_problem("No program opens a.xyz here")
    bar.show_message("Path copied")
    assert line.accessibleName() == "Path copied"
    with qtbot.waitSignal(bar.clicked):
        line.click()
