"""View of an answer in the order of a larger model, and what is said of it beside the count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from findling.domain.search import SortOrder
from findling.processes.reader.search_messages import SearchRequest
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.result_reranking import ResultReranking

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.processes.reader.search_messages import ResultQuestion
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.search.result_pane import ResultsPane
    from findling.ui.pages.search.search_header import SearchHeader
    from findling.ui.services.preferences import Preferences


class RerankedView(QObject):
    """Better order of one answer, shown where nobody has touched the list, offered otherwise."""

    def __init__(
        self, link: ReaderClient, preferences: Preferences, pane: ResultsPane, header: SearchHeader, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pane = pane
        self._header = header
        self._reranking = ResultReranking(link, preferences, self)
        self._answer: Answer | None = None
        self._searched = ""
        self._reranking.ordered.connect(self._take_order)
        self._reranking.changed.connect(self.show_state)
        pane.held_accepted.connect(self._reranking.accept)

    @property
    def answer(self) -> Answer | None:
        """The last complete answer; None while there is none."""
        return self._answer

    def drop(self) -> None:
        """Forget the answer: another question is asked."""
        self._answer = None
        self._reranking.drop()

    def arrange(self, answer: Answer) -> Answer:
        """Return an answer in the order that the user sees."""
        return self._reranking.arrange(answer) if self._reranking.is_accepted else answer

    def take(self, question: ResultQuestion | None, answer: Answer, words: str) -> None:
        """Take a complete answer; rerank the first one to a query with words, sorted by relevance."""
        is_first = self._answer is None
        self._answer, self._searched = answer, words
        by_relevance = isinstance(question, SearchRequest) and question.order is SortOrder.RELEVANCE
        if is_first and by_relevance and len(answer.results) > 1 and words:
            assert isinstance(question, SearchRequest)
            self._reranking.plan(question)

    def show_state(self) -> None:
        """Say beside the count who reads again, and offer the order that was not shown."""
        reading, answer = self._reranking, self._answer
        if answer is None:
            return
        name = isolate(reading.name)
        if reading.has_order and not reading.is_accepted:
            self._pane.offer_order(reading.arrange(answer), self._searched)
        if reading.refusal:
            self._header.show_remark(self.tr("not read again"), describe(reading.refusal.notice))
        elif reading.is_reading:
            self._header.show_remark(self.tr("being read again by {name}…").format(name=name))
        elif reading.is_accepted:
            self._header.show_remark(self.tr("read again by {name}").format(name=name))
        else:
            self._header.show_remark()

    def _take_order(self) -> None:
        """Show the better order, unless the user has touched the list."""
        assert self._answer is not None
        if self._pane.list.is_untouched:
            self._pane.show_answer(self._reranking.arrange(self._answer), self._searched, is_new=False)
            self._reranking.accept()
        elif self._reranking.keeps(self._answer):
            self._reranking.accept()
