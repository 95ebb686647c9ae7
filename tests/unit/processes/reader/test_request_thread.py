"""A lane answers in a thread of its own, and outlives whatever goes wrong there."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from findling.domain.search import Answer, Mode
from findling.errors import LibraryError
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.processes.reader.messages import Request, Response, SearchRequest, SearchResponse, Superseded
from findling.processes.reader.queues import LatestQueue
from findling.processes.reader.request_thread import RequestContext, RequestThread
from waiting import PATIENCE_SECONDS


def found(query: str) -> SearchResponse:
    return SearchResponse(Answer(query, Mode.WORDS, (), 0.0))


DAMAGED = LibraryMessage.NOTHING_INDEXED().advising(Remedy.ADD_FOLDER())


class Echo:
    """Answers with the query, once it may; some queries go wrong."""

    questions = (SearchRequest,)

    def __init__(self, steps: int = 0) -> None:
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.steps_left = steps
        self.prepared = threading.Event()

    def prepare(self) -> Iterator[None]:
        while self.steps_left:
            self.steps_left -= 1
            yield
        self.prepared.set()
        raise ZeroDivisionError("a mistake while nothing is asked")

    def answer(self, turn: RequestContext) -> SearchResponse | Superseded:
        query = turn.question.query
        if query == "damaged":
            raise LibraryError(DAMAGED)
        if query == "bug":
            raise ZeroDivisionError("by zero")
        turn.tell(found(query))
        assert self.may_answer.wait(PATIENCE_SECONDS)
        return Superseded() if turn.is_overtaken() else found(query)


@pytest.fixture
def heard() -> queue.Queue[Response]:
    return queue.Queue()


def start(answerer: Echo, heard: queue.Queue[Response]) -> RequestThread:
    lane = RequestThread("test", answerer, LatestQueue(lambda _: "search"), heard.put, Path("the.log"))
    lane.start()
    return lane


def test_an_answer_may_be_told_before_the_last_one(heard):
    start(Echo(), heard).ask(Request(1, SearchRequest("a")))
    assert heard.get(timeout=PATIENCE_SECONDS) == Response(1, found("a"), final=False)
    assert heard.get(timeout=PATIENCE_SECONDS) == Response(1, found("a"))


def test_what_the_machine_did_is_refused_in_its_own_words(heard):
    lane = start(Echo(), heard)
    lane.ask(Request(1, SearchRequest("damaged")))
    assert heard.get(timeout=PATIENCE_SECONDS) == Response(1, Failed(DAMAGED))


def test_a_bug_is_refused_as_such_and_the_next_question_answered(heard):
    lane = start(Echo(), heard)
    lane.ask(Request(1, SearchRequest("bug")))
    refused = heard.get(timeout=PATIENCE_SECONDS).reply
    assert isinstance(refused, Failed)
    assert refused.notice.message is SystemMessage.BUG
    assert "the.log" in str(refused.notice)
    lane.ask(Request(2, SearchRequest("b")))
    assert heard.get(timeout=PATIENCE_SECONDS).reply == found("b")


def test_a_question_being_answered_learns_that_a_later_one_waits(heard):
    echo = Echo()
    echo.may_answer.clear()
    lane = start(echo, heard)
    lane.ask(Request(1, SearchRequest("a")))
    assert not heard.get(timeout=PATIENCE_SECONDS).final
    lane.ask(Request(2, SearchRequest("ab")))
    lane.ask(Request(3, SearchRequest("abc")))
    assert heard.get(timeout=PATIENCE_SECONDS) == Response(2, Superseded())
    echo.may_answer.set()
    assert [heard.get(timeout=PATIENCE_SECONDS) for _ in range(3)] == [
        Response(1, Superseded()),
        Response(3, found("abc"), final=False),
        Response(3, found("abc")),
    ]


def test_preparing_goes_on_while_nothing_is_asked_and_may_fail(heard):
    echo = Echo(steps=3)
    lane = start(echo, heard)
    assert echo.prepared.wait(PATIENCE_SECONDS)
    lane.ask(Request(1, SearchRequest("a")))
    assert heard.get(timeout=PATIENCE_SECONDS).reply == found("a")
