"""A request thread answers in turn, and outlives whatever goes wrong."""

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
from findling.processes.reader.messages import Request, Response
from findling.processes.reader.queues import LatestQueue
from findling.processes.reader.request_thread import RequestContext, RequestHandler, RequestThread
from findling.processes.reader.search_messages import SearchRequest, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from waiting import PATIENCE_SECONDS


def found(query: str) -> SearchResponse:
    return SearchResponse(Answer(query, Mode.WORDS, (), 0.0))


DAMAGED = LibraryMessage.NOTHING_INDEXED().advising(Remedy.ADD_FOLDER())


class Echo(RequestHandler):
    """Handler that answers with the query, once it may; some queries fail."""

    questions = (SearchRequest,)

    def __init__(self, steps: int = 0) -> None:
        self.may_answer = threading.Event()
        self.may_answer.set()
        self.steps_left = steps
        self.prepared = threading.Event()
        self.rested = threading.Semaphore(0)

    def prepare(self) -> Iterator[None]:
        while self.steps_left:
            self.steps_left -= 1
            yield
        self.prepared.set()
        raise ZeroDivisionError("a mistake while nothing is asked")

    def rest(self) -> None:
        self.rested.release()
        raise ZeroDivisionError("a mistake at rest")

    def answer(self, context: RequestContext) -> SearchResponse | Superseded:
        query = context.question.query
        if query == "damaged":
            raise LibraryError(DAMAGED)
        if query == "bug":
            raise ZeroDivisionError("by zero")
        context.send(found(query))
        assert self.may_answer.wait(PATIENCE_SECONDS)
        return Superseded() if context.is_superseded() else found(query)


@pytest.fixture
def responses() -> queue.Queue[Response]:
    return queue.Queue()


def start(handler: Echo, responses: queue.Queue[Response]) -> RequestThread:
    thread = RequestThread("test", handler, LatestQueue(lambda _: "search"), responses.put, Path("the.log"))
    thread.start()
    return thread


def test_an_answer_may_be_told_before_the_last_one(responses):
    start(Echo(), responses).ask(Request(1, SearchRequest("a")))
    assert responses.get(timeout=PATIENCE_SECONDS) == Response(1, found("a"), final=False)
    assert responses.get(timeout=PATIENCE_SECONDS) == Response(1, found("a"))


def test_what_the_machine_did_is_refused_in_its_own_words(responses):
    thread = start(Echo(), responses)
    thread.ask(Request(1, SearchRequest("damaged")))
    assert responses.get(timeout=PATIENCE_SECONDS) == Response(1, Failed(DAMAGED))


def test_a_bug_is_refused_as_such_and_the_next_question_answered(responses):
    thread = start(Echo(), responses)
    thread.ask(Request(1, SearchRequest("bug")))
    refused = responses.get(timeout=PATIENCE_SECONDS).reply
    assert isinstance(refused, Failed)
    assert refused.notice.message is SystemMessage.BUG
    assert "the.log" in str(refused.notice)
    thread.ask(Request(2, SearchRequest("b")))
    assert responses.get(timeout=PATIENCE_SECONDS).reply == found("b")


def test_a_question_being_answered_learns_that_a_later_one_waits(responses):
    echo = Echo()
    echo.may_answer.clear()
    thread = start(echo, responses)
    thread.ask(Request(1, SearchRequest("a")))
    assert not responses.get(timeout=PATIENCE_SECONDS).final
    thread.ask(Request(2, SearchRequest("ab")))
    thread.ask(Request(3, SearchRequest("abc")))
    assert responses.get(timeout=PATIENCE_SECONDS) == Response(2, Superseded())
    echo.may_answer.set()
    assert [responses.get(timeout=PATIENCE_SECONDS) for _ in range(3)] == [
        Response(1, Superseded()),
        Response(3, found("abc"), final=False),
        Response(3, found("abc")),
    ]


def test_preparing_goes_on_while_nothing_is_asked_and_may_fail(responses):
    echo = Echo(steps=3)
    thread = start(echo, responses)
    assert echo.prepared.wait(PATIENCE_SECONDS)
    thread.ask(Request(1, SearchRequest("a")))
    assert responses.get(timeout=PATIENCE_SECONDS).reply == found("a")


def test_it_rests_once_when_nothing_was_asked_for_a_while_and_answers_again(responses):
    echo = Echo()
    thread = RequestThread(
        "test", echo, LatestQueue(lambda _: "search"), responses.put, Path("the.log"), rest_seconds=0.01
    )
    thread.start()
    for number in (1, 2):
        assert echo.rested.acquire(timeout=PATIENCE_SECONDS)
        thread.ask(Request(number, SearchRequest("a")))
        assert [responses.get(timeout=PATIENCE_SECONDS).reply for _ in range(2)] == [found("a")] * 2
