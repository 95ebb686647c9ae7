"""Which questions wait, in what order, and which are dropped for a later one."""

from __future__ import annotations

from pathlib import Path

from findling.processes.reader.messages import (
    AskStatus,
    DrawPage,
    MakeSurvey,
    Request,
    SearchRequest,
    ShowDocument,
    TryExcludes,
)
from findling.processes.reader.queues import MOST_DRAWINGS, FifoQueue, LatestQueue, PreviewQueue

FILE = Path("/files/a.pdf")


def add(backlog, *questions) -> list[int]:
    """Add questions, numbered from 1; gives the numbers of those that were dropped, in order."""
    return [gone.number for n, each in enumerate(questions, 1) for gone in backlog.add(Request(n, each))]


def take_all(backlog) -> list[int]:
    return [asked.number for asked in iter(backlog.take, None)]


def test_reports_are_made_in_turn_and_none_is_dropped():
    backlog = FifoQueue()
    assert add(backlog, AskStatus(), AskStatus(), AskStatus()) == []
    assert not backlog.overtakes(AskStatus())
    assert take_all(backlog) == [1, 2, 3]


def test_a_later_search_takes_the_place_of_the_one_that_waits():
    backlog = LatestQueue(lambda _: "search")
    assert add(backlog, SearchRequest("a"), SearchRequest("ab"), SearchRequest("abc")) == [1, 2]
    assert backlog.overtakes(SearchRequest("a"))
    assert take_all(backlog) == [3]
    assert not backlog.overtakes(SearchRequest("abc"))


def test_questions_of_another_sort_are_left_waiting():
    backlog = LatestQueue(type)
    assert add(backlog, MakeSurvey(), TryExcludes(FILE, ()), MakeSurvey()) == [1]
    assert take_all(backlog) == [2, 3]


def test_a_document_to_be_shown_drops_all_that_waits():
    backlog = PreviewQueue()
    assert add(backlog, DrawPage(FILE, 1, 100), ShowDocument(FILE), DrawPage(FILE, 2, 100), ShowDocument(FILE)) == [
        1,
        3,
        2,
    ]
    assert backlog.overtakes(DrawPage(FILE, 1, 100))
    assert take_all(backlog) == [4]


def test_a_document_is_shown_before_its_pages_and_the_latest_page_is_drawn_first():
    backlog = PreviewQueue()
    assert add(backlog, ShowDocument(FILE), DrawPage(FILE, 1, 100), DrawPage(FILE, 2, 100)) == []
    assert take_all(backlog) == [1, 3, 2]


def test_of_many_pages_the_oldest_are_dropped():
    backlog = PreviewQueue()
    assert add(backlog, *(DrawPage(FILE, page, 100) for page in range(1, MOST_DRAWINGS + 3))) == [1, 2]
    assert len(take_all(backlog)) == MOST_DRAWINGS
