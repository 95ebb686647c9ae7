"""Questions wait in order, and are dropped for a later one."""

from __future__ import annotations

from pathlib import Path

from findling.processes.reader.library_messages import AskStatus, MakeSurvey, TryExcludes
from findling.processes.reader.messages import Request
from findling.processes.reader.preview_messages import DrawPage, ShowDocument
from findling.processes.reader.queues import MOST_DRAWINGS, FifoQueue, LatestQueue, NewestQueue, PreviewQueue
from findling.processes.reader.search_messages import SearchRequest
from findling.processes.reader.thumbnail_messages import AskThumbnail

FILE = Path("/files/a.pdf")


def add(waiting, *questions) -> list[int]:
    """Add questions, numbered from 1; return the numbers of those that were dropped, in order."""
    return [gone.number for n, each in enumerate(questions, 1) for gone in waiting.add(Request(n, each))]


def take_all(waiting) -> list[int]:
    return [request.number for request in iter(waiting.take, None)]


def test_reports_are_made_in_turn_and_none_is_dropped():
    waiting = FifoQueue()
    assert add(waiting, AskStatus(), AskStatus(), AskStatus()) == []
    assert not waiting.supersedes(AskStatus())
    assert take_all(waiting) == [1, 2, 3]


def test_the_newest_thumbnail_comes_first_and_the_oldest_ones_beyond_a_number_never():
    waiting = NewestQueue(2)
    assert add(waiting, *(AskThumbnail(FILE, page) for page in (1, 2, 3))) == [1]
    assert not waiting.supersedes(AskThumbnail(FILE))
    assert take_all(waiting) == [3, 2]


def test_a_later_search_takes_the_place_of_the_one_that_waits():
    waiting = LatestQueue(lambda _: "search")
    assert add(waiting, SearchRequest("a"), SearchRequest("ab"), SearchRequest("abc")) == [1, 2]
    assert waiting.supersedes(SearchRequest("a"))
    assert take_all(waiting) == [3]
    assert not waiting.supersedes(SearchRequest("abc"))


def test_questions_of_another_sort_are_left_waiting():
    waiting = LatestQueue(type)
    assert add(waiting, MakeSurvey(), TryExcludes(FILE, ()), MakeSurvey()) == [1]
    assert take_all(waiting) == [2, 3]


def test_a_document_to_be_shown_drops_all_that_waits():
    waiting = PreviewQueue()
    assert add(waiting, DrawPage(FILE, 1, 100), ShowDocument(FILE), DrawPage(FILE, 2, 100), ShowDocument(FILE)) == [
        1,
        3,
        2,
    ]
    assert waiting.supersedes(DrawPage(FILE, 1, 100))
    assert take_all(waiting) == [4]


def test_a_document_is_shown_before_its_pages_and_the_latest_page_is_drawn_first():
    waiting = PreviewQueue()
    assert add(waiting, ShowDocument(FILE), DrawPage(FILE, 1, 100), DrawPage(FILE, 2, 100)) == []
    assert take_all(waiting) == [1, 3, 2]


def test_of_many_pages_the_oldest_are_dropped():
    waiting = PreviewQueue()
    assert add(waiting, *(DrawPage(FILE, page, 100) for page in range(1, MOST_DRAWINGS + 3))) == [1, 2]
    assert len(take_all(waiting)) == MOST_DRAWINGS
