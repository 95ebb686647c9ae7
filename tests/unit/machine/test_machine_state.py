"""Presence at the computer, as logind and other systems tell it, and what follows where nobody is."""

from __future__ import annotations

import pytest

from findling.machine.machine_state import SystemState
from findling.machine.processor_use import ProcessorUse
from findling.machine.user_presence import Presence, find_presence, judge_idle, judge_sessions


def session(kind="user", state="active", *, idle="no", locked="no"):
    return f"Class={kind}\nState={state}\nIdleHint={idle}\nLockedHint={locked}\n"


@pytest.mark.parametrize(
    ("sessions", "presence"),
    [
        ([session()], Presence.THERE),
        ([session(idle="yes")], Presence.AWAY),
        ([session(locked="yes")], Presence.AWAY),
        ([session(idle="yes"), session(state="online")], Presence.THERE),
        ([session(state="closing")], Presence.UNKNOWN),
        ([session("greeter")], Presence.UNKNOWN),
        ([session("greeter"), session(idle="yes")], Presence.AWAY),
        ([""], Presence.UNKNOWN),
        (["an error\nof some kind"], Presence.UNKNOWN),
    ],
    ids=str,
)
def test_somebody_is_there_while_a_session_is_neither_idle_nor_locked(sessions, presence):
    assert judge_sessions("\n".join(sessions)) is presence


@pytest.mark.parametrize(
    ("seconds", "presence"),
    [(0.0, Presence.THERE), (299.0, Presence.THERE), (300.0, Presence.AWAY), (None, Presence.UNKNOWN)],
)
def test_who_has_touched_nothing_for_five_minutes_is_away(seconds, presence):
    assert judge_idle(seconds) is presence


def test_this_system_answers_one_way_or_another():
    assert find_presence() in Presence


@pytest.mark.parametrize(
    ("presence", "use", "is_in_use"),
    [
        (Presence.THERE, 0.0, True),
        (Presence.AWAY, 1.0, False),
        (Presence.UNKNOWN, 0.0, False),
        (Presence.UNKNOWN, 0.9, True),
    ],
)
def test_other_programs_count_only_where_nobody_knows_of_a_user(presence, use, is_in_use):
    machine = SystemState(lambda: True, lambda: presence, lambda: use)
    assert machine.is_in_use() is is_in_use


def test_the_system_is_not_asked_at_every_look():
    asked, now = [], 0.0

    def ask():
        asked.append(now)
        return Presence.THERE

    machine = SystemState(lambda: True, ask, lambda: 0.0, lambda: now)
    for later in (0.0, 1.0, 14.0, 15.0, 16.0, 40.0):
        now = later
        assert machine.is_in_use()
    assert asked == [0.0, 15.0, 40.0]


def test_what_others_use_is_a_share():
    use = ProcessorUse()
    assert sum(number * number for number in range(300_000))
    assert 0.0 <= use.measure_others() <= 1.0
