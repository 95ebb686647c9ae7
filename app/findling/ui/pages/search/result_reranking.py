"""The second reading: once an answer has rested, a larger model puts it in a better order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.messages import Rerank, SearchResponse
from findling.ui.i18n.formatting import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from findling.domain.search import Answer, Result
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply, SearchRequest
    from findling.ui.ipc.search_client import SearchClient
    from findling.ui.services.preferences import Preferences

_REST_MS = 700
"""How long an answer stands before it is read again: that takes seconds of every core."""


class ResultReranking(QObject):
    """Reads the answer to one question again, where the person has chosen something to read with."""

    ordered = Signal()
    """There is an order."""
    changed = Signal()
    """Somebody begins to read, or does so no more, or the order is accepted."""

    def __init__(self, link: SearchClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._find: SearchRequest | None = None
        self._question: Rerank | None = None
        self._number: int | None = None
        self._order: Mapping[Path, Result] = {}
        self._is_accepted = False
        self._refusal: Failed | None = None
        self._told: Notice | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)

    @property
    def name(self) -> str:
        """Who reads, as a person calls it: a model by its id, a server by its host; "" before it is asked."""
        reranker = self._question.reranker if self._question else ""
        return one_line(urlsplit(reranker).hostname or reranker)

    @property
    def is_reading(self) -> bool:
        """An order is awaited."""
        return self._number is not None

    @property
    def has_order(self) -> bool:
        """There is an order for the question at hand."""
        return bool(self._order)

    @property
    def is_accepted(self) -> bool:
        """There is an order, and the person sees it."""
        return self._is_accepted

    @property
    def refusal(self) -> Failed | None:
        """Why there is no order; of one reason after another that are the same, only the first."""
        return self._refusal

    def plan(self, find: SearchRequest) -> None:
        """Read what a question found again, unless something else is asked soon."""
        self.drop()
        if self._preferences.settings.reranker:
            self._find = find
            self._rest.start()

    def drop(self) -> None:
        """Forget the question at hand, and its order."""
        self._rest.stop()
        if self._number is not None:
            self._link.forget(self._number)
        self._find = self._question = self._number = self._refusal = None
        self._order, self._is_accepted = {}, False

    def accept(self) -> None:
        """The order, if there is one, is what the person sees from now on."""
        self._is_accepted = self.has_order
        self.changed.emit()

    def keeps(self, answer: Answer) -> bool:
        """Whether the better order is that which an answer has already."""
        return [each.path for each in self.arrange(answer).results] == [each.path for each in answer.results]

    def arrange(self, answer: Answer) -> Answer:
        """An answer to the question at hand in the better order; what was not read again stays in its place."""
        return replace(answer, results=tuple(_arrange(answer.results, self._order)))

    def _ask(self) -> None:
        reranker = self._preferences.settings.reranker
        if self._find is None or not reranker:
            return
        find, self._find = self._find, None
        self._question = Rerank(find.query, reranker, find.mode, find.limit, find.passages)
        self._number = self._link.ask(self._question, partial(self._receive, self._question))
        self.changed.emit()

    def _receive(self, question: Rerank, reply: Reply, _final: bool) -> None:
        if question is not self._question:
            return
        self._number = None
        if isinstance(reply, SearchResponse):
            self._told = None
            self._order = {result.path: result for result in reply.answer.results}
            self.ordered.emit()
        elif isinstance(reply, Failed) and reply.notice != self._told:
            self._told = reply.notice
            self._refusal = reply
        self.changed.emit()


def _arrange(results: Iterable[Result], order: Mapping[Path, Result]) -> Iterable[Result]:
    """Those that were read again in their order, in the places that they have together."""
    here = {result.path: result for result in results}
    read = iter([_judge(here[path], judged) for path, judged in order.items() if path in here])
    return [next(read) if path in order else result for path, result in here.items()]


def _judge(result: Result, judged: Result) -> Result:
    return replace(result, score=judged.score, relevance=judged.relevance)
