"""A tip a week at most, and none for who wants none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from findling.ui.services.shortcuts import Shortcuts
from findling.ui.services.weekly_tip import WEEK_SECONDS, WeeklyTip

START = 1_800_000_000.0


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shortcuts(preferences):
    return Shortcuts(preferences)


@pytest.fixture
def tip(tmp_path, preferences, shortcuts, clock):
    memory = QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat)
    return WeeklyTip(memory, preferences, shortcuts, now=clock)


def take_for(tip, clock, weeks: int) -> list[str]:
    taken = []
    for _ in range(weeks):
        clock.now += WEEK_SECONDS
        taken.append(tip.take())
    return taken


def test_the_first_week_is_left_in_peace(tip, clock):
    assert tip.take() == ""
    clock.now += WEEK_SECONDS - 1
    assert tip.take() == ""
    clock.now += 1
    assert tip.take() != ""


def test_no_two_come_in_one_week_and_each_week_has_another(tip, clock):
    tip.take()
    taken = take_for(tip, clock, 9)
    assert len(set(taken)) == 9
    assert "" not in taken
    assert tip.take() == ""


def test_they_begin_again_when_all_were_shown(tip, clock):
    tip.take()
    taken = take_for(tip, clock, 18)
    assert taken[:9] == taken[9:]


def test_who_wants_none_gets_none(tip, clock, preferences):
    tip.take()
    preferences.change(tips=False)
    assert take_for(tip, clock, 3) == ["", "", ""]


def test_a_clock_that_was_set_back_keeps_none_for_years(tip, clock):
    tip.take()
    clock.now = START - 100 * WEEK_SECONDS
    assert tip.take() == ""
    assert take_for(tip, clock, 1) != [""]


def test_a_tip_names_the_keys_that_the_user_chose_and_none_that_are_gone(tip, clock, shortcuts):
    tip.take()
    shortcuts.change("save-search", QKeySequence("Ctrl+B"))
    shortcuts.change("similar", QKeySequence())
    taken = take_for(tip, clock, 8)
    assert "Ctrl+B keeps a search under a name, at the left." in taken
    assert not any("documents like the chosen one" in each for each in taken)
