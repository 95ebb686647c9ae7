"""Indexing pauses and resumes when it should."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from findling.domain.library import Progress
from findling.ui.services.pause import HOUR_SECONDS, Pause, Rest


class Machine:
    """A writer that notes whether it rests, a plug that can be pulled, and a clock."""

    def __init__(self):
        self.rests = False
        self.is_forced = False
        self.mains = True
        self.time = 1_700_000_000.0

    def now(self):
        return self.time

    def pause(self):
        self.rests = True

    def resume(self):
        self.rests = False

    def go_on_now(self):
        self.is_forced = True


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def make_pause(tmp_path, machine):
    def make():
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        pause = Pause(machine, memory, on_mains=lambda: machine.mains, now=machine.now)
        pause.look()
        return pause

    return make


def test_without_a_reason_it_does_not_rest(make_pause, machine):
    assert make_pause().rest is Rest.NOT
    assert not machine.rests


def test_it_rests_until_resumed(make_pause, machine):
    pause = make_pause()
    pause.rest_for(Rest.RESUMED)
    assert machine.rests
    pause.look()
    assert machine.rests
    pause.go_on()
    assert not machine.rests


def test_a_pause_outlives_the_window(make_pause, machine):
    make_pause().rest_for(Rest.RESUMED)
    machine.rests = False
    assert make_pause().rest is Rest.RESUMED
    assert machine.rests


def test_an_hour_ends(make_pause, machine):
    pause = make_pause()
    pause.rest_for(Rest.HOUR)
    assert pause.until == machine.time + HOUR_SECONDS
    machine.time += HOUR_SECONDS
    pause.look()
    assert pause.rest is Rest.NOT
    assert not machine.rests


def test_until_mains_power_ends_with_the_plug(make_pause, machine):
    machine.mains = False
    pause = make_pause()
    pause.rest_for(Rest.MAINS)
    pause.look()
    assert machine.rests
    machine.mains = True
    pause.look()
    assert not machine.rests


def test_a_writer_that_waits_for_mains_power_is_shown_to_rest_and_not_paused(make_pause, machine):
    pause = make_pause()
    pause.note_progress(Progress(doing="waiting"))
    assert (pause.rest, machine.rests) == (Rest.BATTERY, False)
    pause.note_progress(Progress(doing="indexing"))
    assert (pause.rest, machine.rests) == (Rest.NOT, False)


def test_a_pause_of_the_users_is_shown_before_one_of_the_writers(make_pause, machine):
    pause = make_pause()
    pause.note_progress(Progress(doing="waiting"))
    pause.rest_for(Rest.RESUMED)
    assert (pause.rest, machine.rests) == (Rest.RESUMED, True)


def test_who_wants_it_to_go_on_without_mains_is_obeyed(make_pause, machine):
    machine.mains = False
    pause = make_pause()
    pause.note_progress(Progress(doing="waiting"))
    pause.toggle()
    assert (pause.rest, machine.is_forced) == (Rest.NOT, True)


def test_with_mains_power_there_is_nothing_to_force(make_pause, machine):
    pause = make_pause()
    pause.rest_for(Rest.RESUMED)
    pause.go_on()
    assert (pause.rest, machine.is_forced) == (Rest.NOT, False)


@pytest.mark.parametrize(
    ("kind", "until"), [("weird", "0"), ("hour", "abc"), ("hour", "nan"), ("hour", "1e300"), ("", ""), ("hour", "-5")]
)
def test_anything_odd_in_its_place_is_no_pause(make_pause, tmp_path, machine, kind, until):
    (tmp_path / "window.ini").write_text(f"[pause]\nkind={kind}\nuntil={until}\n")
    assert make_pause().rest is Rest.NOT
    assert not machine.rests
