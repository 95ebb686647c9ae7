"""Reranking of an answer by a larger model, once the query has rested."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.search_messages import Rerank, SearchResponse
from findling.ui.i18n.formatting import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from findling.domain.search import Answer, Result
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.search_messages import SearchRequest
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.preferences import Preferences

_REST_MS = 700
"""Delay of the reranking, which takes seconds of every core."""


class ResultReranking(QObject):
    """Reranks the answer to one query, if the user has chosen a reranker."""

    ordered = Signal()
    """A new order has arrived."""
    changed = Signal()
    """The state of the reranking changed."""

    def __init__(self, link: ReaderClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._find: SearchRequest | None = None
        self._question: Rerank | None = None
        self._number: int | None = None
        self._order: Mapping[Path, Result] = {}
        self._is_accepted = False
        self._refusal: Failed | None = None
        self._last_notice: Notice | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)

    @property
    def name(self) -> str:
        """Id of the model or host of the server; "" before the reranking begins."""
        reranker = self._question.reranker if self._question else ""
        return one_line(urlsplit(reranker).hostname or reranker)

    @property
    def is_reading(self) -> bool:
        """An order is awaited."""
        return self._number is not None

    @property
    def has_order(self) -> bool:
        """True if there is an order for the current query."""
        return bool(self._order)

    @property
    def is_accepted(self) -> bool:
        """True if there is an order, and the user sees it."""
        return self._is_accepted

    @property
    def refusal(self) -> Failed | None:
        """Failure of the reranking; a repeated one is not shown again."""
        return self._refusal

    def plan(self, find: SearchRequest) -> None:
        """Rerank the results of a query, unless another one follows soon."""
        self.drop()
        if self._preferences.settings.reranker:
            self._find = find
            self._rest.start()

    def drop(self) -> None:
        """Cancel the reranking and discard its order."""
        self._rest.stop()
        if self._number is not None:
            self._link.forget(self._number)
        self._find = self._question = self._number = self._refusal = None
        self._order, self._is_accepted = {}, False

    def accept(self) -> None:
        """Note that the user sees the order from now on."""
        self._is_accepted = self.has_order
        self.changed.emit()

    def keeps(self, answer: Answer) -> bool:
        """Return whether an answer has the better order already."""
        return [each.path for each in self.arrange(answer).results] == [each.path for each in answer.results]

    def arrange(self, answer: Answer) -> Answer:
        """Return an answer in the better order, with results that were not reranked in their places."""
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
            self._last_notice = None
            self._order = {result.path: result for result in reply.answer.results}
            self.ordered.emit()
        elif isinstance(reply, Failed) and reply.notice != self._last_notice:
            self._last_notice = reply.notice
            self._refusal = reply
        self.changed.emit()


def _arrange(results: Iterable[Result], order: Mapping[Path, Result]) -> Iterable[Result]:
    """Yield results with the reranked ones in their order, in the places they have together."""
    here = {result.path: result for result in results}
    read = iter([_judge(here[path], judged) for path, judged in order.items() if path in here])
    return [next(read) if path in order else result for path, result in here.items()]


def _judge(result: Result, judged: Result) -> Result:
    return replace(result, score=judged.score, relevance=judged.relevance)
