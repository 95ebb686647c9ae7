"""Orders to the writer on duplicates: carried out at once, stopped, and honest about what became of them."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from duplicatestubs import step

from findling.domain.plans import CutShort, Plan
from findling.messages.library_templates import ClearingMessage
from findling.paths import LibraryPaths
from findling.processes.writer.messages import Clear
from findling.ui.ipc.writer_activity import Activity
from findling.ui.ipc.writer_link import WriterLink

PROGRAM = str(Path(__file__).with_name("clearingprogram.py"))


def plan(*sizes: int) -> Plan:
    """A step of size 0 is done at once, any other goes on until it is stopped."""
    steps = []
    for number, size in enumerate(sizes):
        each = step(f"{number}.txt", "kept.txt")
        steps.append(replace(each, file=replace(each.file, size=size)))
    return Plan(tuple(steps))


@pytest.fixture
def link(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("BEGUN", str(tmp_path / "begun"))
    link = WriterLink(LibraryPaths.inside(tmp_path / "library"), command=[sys.executable, PROGRAM], delays=[10])
    link.start()
    qtbot.waitUntil(lambda: link.state.activity is Activity.WORKING)
    yield link
    link.stop()
    link.wait()


def test_a_plan_interrupts_indexing_and_its_report_comes_back(qtbot, link):
    with qtbot.waitSignal(link.cleared) as received:
        link.clear(plan(0, 0))
    command, report = received.args
    assert command == Clear(plan(0, 0))
    assert len(report.steps) == 2


def test_taking_back_reports_too(qtbot, link):
    with qtbot.waitSignal(link.cleared) as received:
        link.undo(7)
    assert received.args[1].run == 7


def test_a_stopped_plan_reports_what_was_done_by_then_and_those_that_wait_are_dropped(qtbot, link):
    reports = []
    link.cleared.connect(lambda _, report: reports.append(report))
    with qtbot.waitSignal(link.advanced):
        link.clear(plan(0, 1, 0))
        link.clear(plan(0))
    link.cancel_plan()
    link.undo(7)
    qtbot.waitUntil(lambda: bool(reports) and reports[-1].run == 7)
    assert [len(report.steps) for report in reports[:-1]] == [1]


def test_how_far_a_plan_is_is_told_as_it_goes(qtbot, link):
    sent = []
    link.advanced.connect(lambda *at: sent.append(at))
    with qtbot.waitSignal(link.cleared):
        link.clear(plan(0, 0, 0))
    assert sent
    assert all(total == 3 for _, total in sent)


def test_a_plan_that_dies_with_the_writer_is_told_of_and_not_begun_again(qtbot, link):
    reports, refusals = [], []
    link.cleared.connect(lambda _, report: reports.append(report))
    link.refused.connect(lambda command, *_: refusals.append(command))
    with qtbot.waitSignal(link.advanced):
        link.clear(plan(0, 1))
    with qtbot.waitSignal(link.cut_short) as received:
        os.kill(link.pid, signal.SIGKILL)
    assert received.args == [CutShort(run=4, done=3, planned=8)]
    qtbot.waitUntil(lambda: link.state.activity is Activity.WORKING)
    assert reports == []
    assert not any(isinstance(command, Clear) for command in refusals)


def test_a_plan_that_died_and_left_no_trace_is_told_of_too(qtbot, link, tmp_path):
    with qtbot.waitSignal(link.advanced):
        link.clear(plan(0, 1))
    (tmp_path / "begun").unlink()
    with qtbot.waitSignal(link.refused) as received:
        os.kill(link.pid, signal.SIGKILL)
    assert isinstance(received.args[0], Clear)
    assert received.args[1].message is ClearingMessage.CUT_SHORT
