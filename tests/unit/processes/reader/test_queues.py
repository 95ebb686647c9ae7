"""Which questions wait, in what order, and which are dropped for a later one."""

from __future__ import annotations

from pathlib import Path

from findling.processes.reader.messages import Asked, AskStatus, DrawPage, Find, MakeSurvey, Show, TryRules
from findling.processes.reader.queues import MOST_DRAWINGS, InTurn, Latest, Views

FILE = Path("/files/a.pdf")


def add(backlog, *questions) -> list[int]:
    """Add questions, numbered from 1; gives the numbers of those that were dropped, in order."""
    return [gone.number for n, each in enumerate(questions, 1) for gone in backlog.add(Asked(n, each))]


def take_all(backlog) -> list[int]:
    return [asked.number for asked in iter(backlog.take, None)]


def test_reports_are_made_in_turn_and_none_is_dropped():
    backlog = InTurn()
    assert add(backlog, AskStatus(), AskStatus(), AskStatus()) == []
    assert not backlog.overtakes(AskStatus())
    assert take_all(backlog) == [1, 2, 3]


def test_a_later_search_takes_the_place_of_the_one_that_waits():
    backlog = Latest(lambda _: "search")
    assert add(backlog, Find("a"), Find("ab"), Find("abc")) == [1, 2]
    assert backlog.overtakes(Find("a"))
    assert take_all(backlog) == [3]
    assert not backlog.overtakes(Find("abc"))


def test_questions_of_another_sort_are_left_waiting():
    backlog = Latest(type)
    assert add(backlog, MakeSurvey(), TryRules(FILE, ()), MakeSurvey()) == [1]
    assert take_all(backlog) == [2, 3]


def test_a_document_to_be_shown_drops_all_that_waits():
    backlog = Views()
    assert add(backlog, DrawPage(FILE, 1, 100), Show(FILE), DrawPage(FILE, 2, 100), Show(FILE)) == [1, 3, 2]
    assert backlog.overtakes(DrawPage(FILE, 1, 100))
    assert take_all(backlog) == [4]


def test_a_document_is_shown_before_its_pages_and_the_latest_page_is_drawn_first():
    backlog = Views()
    assert add(backlog, Show(FILE), DrawPage(FILE, 1, 100), DrawPage(FILE, 2, 100)) == []
    assert take_all(backlog) == [1, 3, 2]


def test_of_many_pages_the_oldest_are_dropped():
    backlog = Views()
    assert add(backlog, *(DrawPage(FILE, page, 100) for page in range(1, MOST_DRAWINGS + 3))) == [1, 2]
    assert len(take_all(backlog)) == MOST_DRAWINGS
