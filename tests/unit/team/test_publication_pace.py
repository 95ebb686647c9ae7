"""Changes are published once they are at rest; failures are tried again ever more rarely, and never given up."""

from __future__ import annotations

import pytest

from findling.team.publication_pace import PublicationPace


@pytest.fixture
def pace():
    return PublicationPace(rest=2, most=60, first_wait=5, longest_wait=600)


def test_without_a_change_there_is_nothing_to_publish(pace):
    assert pace.due_in(100) is None


def test_a_change_is_published_when_it_is_at_rest(pace):
    pace.note_change(100)
    assert pace.due_in(100) == 2
    pace.note_change(101)
    assert pace.due_in(101.5) == 1.5
    assert pace.due_in(103) == 0
    assert pace.due_in(1000) == 0


def test_changes_without_rest_are_published_every_minute(pace):
    for second in range(60):
        pace.note_change(second)
        assert pace.due_in(second) == min(2, 60 - second)
    assert pace.due_in(60) == 0


def test_what_changes_while_something_is_published_is_published_after_that(pace):
    pace.note_change(100)
    pace.begin()
    assert pace.due_in(103) is None
    pace.note_change(104)
    pace.note_done(105, took=0)
    assert pace.due_in(105) == 1


def test_publishing_takes_a_fiftieth_of_the_time_at_most(pace):
    pace.note_change(100)
    pace.begin()
    pace.note_done(104, took=2)
    pace.note_change(105)
    assert pace.due_in(105) == 104 + 98 - 105


def test_each_failure_in_a_row_doubles_the_wait_up_to_ten_minutes(pace):
    pace.note_change(0)
    waits, now = [], 2.0
    for _ in range(40):
        pace.begin()
        pace.note_failure(now)
        waits.append(pace.due_in(now))
        now += waits[-1]
    assert waits[:8] == [5, 10, 20, 40, 80, 160, 320, 600]
    assert set(waits[8:]) == {600}
    # A change is no reason to ask a server sooner that is away; another address is.
    pace.note_failure(now)
    pace.note_change(now + 1)
    assert pace.due_in(now + 1) == 599
    pace.begin_anew(now + 1)
    assert pace.due_in(now + 1) == 0


def test_after_a_success_the_first_wait_is_short_again(pace):
    pace.note_failure(0)
    pace.note_failure(5)
    pace.begin()
    pace.note_done(20, took=0)
    pace.note_failure(30)
    assert pace.due_in(30) == 5
