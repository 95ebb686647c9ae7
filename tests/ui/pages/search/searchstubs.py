"""Stubs for the Search page: made-up results, and a reader that answers when told to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView

from findling.domain.search import Answer, Hit, Mode, Relevance, Result
from findling.formats import FileKind
from findling.processes.reader.messages import Question, Reply
from findling.processes.reader.search_messages import ResultQuestion, SearchRequest, SearchResponse, SearchShared


def result(name: str, relevance: Relevance = Relevance.STRONG, passages: int = 1, text: str = "") -> Result:
    said = text or f"About {name}. The boiler leaks again. Call the engineer."
    hits = tuple(Hit(said, 0.5, at + 1, "Heating", at * 100, at * 100 + 90, ("words",)) for at in range(passages))
    return Result(Path("/home/ada") / name, name, FileKind.PDF, 0.5, relevance, 1_700_000_000 * 10**9, hits)


def answer(query: str, *results: Result) -> Answer:
    return Answer(query, Mode.HYBRID, results, 12.3)


def titles(results: QAbstractItemView) -> list[str]:
    model = results.model()
    return [model.index(at, 0).data() for at in range(model.rowCount())]


@dataclass
class SlowReader:
    """Answers nothing until a test says what; forgotten requests are not answered.

    Attributes:
        asked: all questions, by number.
        waiting: who waits for an answer, by the question's number.
        at_once: the results with which every search is answered at once, if any.
    """

    asked: dict[int, Question] = field(default_factory=dict)
    waiting: dict[int, Callable[[Reply, bool], None]] = field(default_factory=dict)
    at_once: tuple[Result, ...] = ()

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        number = len(self.asked) + 1
        self.asked[number] = question
        self.waiting[number] = receive
        if self.at_once and isinstance(question, ResultQuestion):
            self.give(*self.at_once)
        return number

    def forget(self, number: int) -> None:
        self.waiting.pop(number, None)

    @property
    def searches(self) -> list[ResultQuestion]:
        return [question for question in self.asked.values() if isinstance(question, ResultQuestion)]

    def say(self, reply: Reply, *, final: bool = True, number: int | None = None) -> None:
        """Answer a question; the latest search where none is named."""
        if number is None:
            number = max(each for each, question in self.asked.items() if isinstance(question, ResultQuestion))
        receive = self.waiting.pop(number) if final else self.waiting[number]
        receive(reply, final)

    def give(self, *results: Result, final: bool = True) -> None:
        """Answer the latest search with these results."""
        question = self.searches[-1]
        query = question.query if isinstance(question, SearchRequest | SearchShared) else ""
        self.say(SearchResponse(answer(query, *results)), final=final)
