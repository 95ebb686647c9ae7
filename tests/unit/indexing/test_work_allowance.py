"""Indexing has regard for the user and the battery, whoever started it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from findling.domain.files import FileStatus
from findling.domain.search import Mode
from findling.indexing.indexer import Indexer
from findling.indexing.work_allowance import WorkAllowance
from findling.settings import OnBattery, Settings, WhileInUse


@dataclass
class Room:
    """Computer with a plug and a chair."""

    mains: bool = True
    in_use: bool = False
    time: float = 0.0

    def has_mains_power(self):
        return self.mains

    def is_in_use(self):
        return self.in_use

    def pass_time(self):
        """Return a moment later than the last, and late enough for another look."""
        self.time += 10.0
        return self.time


@pytest.fixture
def room():
    return Room()


def allow(room, **settings):
    return WorkAllowance(Settings(**{"threads": 4, **settings}), room, room.pass_time)


@pytest.mark.parametrize(
    ("in_use", "settings", "threads"),
    [
        (False, {}, 4),
        (True, {}, 1),
        (True, {"threads": 1}, 1),
        (True, {"while_in_use": WhileInUse.ALL_CORES}, 4),
        (False, {"while_in_use": WhileInUse.ALL_CORES}, 4),
    ],
)
def test_one_core_is_taken_while_somebody_is_there_and_all_when_away(room, in_use, settings, threads):
    room.in_use = in_use
    assert allow(room, **settings).threads == threads


@pytest.mark.parametrize(("on_battery", "waits"), [(OnBattery.PAUSE, True), (OnBattery.GO_ON, False)])
def test_nothing_is_computed_on_battery_unless_wished(room, on_battery, waits):
    room.mains = False
    allowance = allow(room, on_battery=on_battery)
    assert allowance.waits_for_power is waits
    room.mains = True
    assert not allowance.waits_for_power


def test_who_wants_it_now_gets_all_until_there_is_power_and_nothing_left_to_do(room):
    room.mains, room.in_use = False, True
    allowance = allow(room)
    allowance.go_on_now()
    assert (allowance.waits_for_power, allowance.threads) == (False, 4)
    allowance.note_rest()
    assert not allowance.waits_for_power
    room.mains = True
    assert allowance.threads == 4
    allowance.note_rest()
    room.mains = False
    assert (allowance.waits_for_power, allowance.threads) == (True, 1)


def test_other_settings_hold_from_the_next_look_on(room):
    room.mains = False
    allowance = allow(room)
    assert allowance.waits_for_power
    allowance.adopt(Settings(on_battery=OnBattery.GO_ON))
    assert not allowance.waits_for_power


def test_where_nothing_is_known_of_the_computer_nothing_is_limited():
    allowance = WorkAllowance(Settings(threads=4))
    assert (allowance.waits_for_power, allowance.threads) == (False, 4)


def test_a_run_on_battery_reads_nothing_until_there_is_power_but_knows_what_came_and_went(workspace, room):
    gone = workspace.write("gone.txt", "A note on otters.")
    workspace.write("stays.txt", "A note on herons.")
    workspace.index()
    room.mains = False
    seen = []

    def report(progress):
        if progress.doing != "waiting":
            return
        seen.append(progress)
        with workspace.reading() as library:
            names.extend(result.path.name for result in library.search("note", mode=Mode.WORDS, limit=9).results)
            states.extend(row.status for row in library.files() if row.path.name == "new.txt")
        room.mains = True

    names: list[str] = []
    states: list[FileStatus] = []
    workspace.write("new.txt", "A note on badgers.")
    gone.unlink()
    indexer = Indexer.open(workspace.paths, workspace.settings, WorkAllowance(workspace.settings, room, room.pass_time))
    try:
        summary = indexer.index([], report=report, should_stop=lambda: False)
    finally:
        indexer.close()
    assert len(seen) == 1
    assert names == ["stays.txt"]
    assert states == [FileStatus.PENDING]
    assert (summary.indexed, summary.pending) == (1, 0)
    assert "new.txt" in workspace.search("badgers")


def test_a_run_that_waits_can_be_stopped(workspace, room):
    workspace.write("note.txt", "A note.")
    room.mains = False
    allowance = WorkAllowance(replace(workspace.settings, threads=2), room, room.pass_time)
    waits = []
    indexer = Indexer.open(workspace.paths, workspace.settings, allowance)
    try:
        summary = indexer.index(
            [workspace.folder],
            report=lambda progress: waits.append(progress) if progress.doing == "waiting" else None,
            should_stop=lambda: bool(waits),
        )
    finally:
        indexer.close()
    assert (summary.stopped, summary.pending) == (True, 1)
