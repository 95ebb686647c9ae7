"""Requests of the current query, replaced at each edit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.domain.search import TypingStage
from findling.ipc.failures import Failed
from findling.processes.reader.search_messages import SearchRequest, SearchResponse, SearchShared
from findling.processes.reader.superseded_reply import Superseded

if TYPE_CHECKING:
    from findling.domain.search import Answer
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.search_messages import ResultQuestion
    from findling.ui.ipc.reader_link import ReaderClient

_BATCH = 50
"""Results of each further request, which comes as the user scrolls to the end of those that are there."""

_MOST = 800
"""Results of one query; a refresh asks for all that are shown, and answers come as text that the window has to read."""

_REST_MS = 300
"""Rest of the keys after which a word in the midst of being typed is taken for what it is."""

# One request for all changes of one key stroke. Strokes are not debounced: the reader drops a request as
# soon as a later one waits, and each millisecond here would delay the results.
_DELAY_MS = 0


class SearchRequester(QObject):
    """Sends one request at a time and drops answers to earlier ones."""

    answered = Signal(object, bool)
    """The answer to the query, with all results that came, and whether it is complete as far as it was requested."""
    refused = Signal(object)
    """`Failed`."""
    busy = Signal(bool)
    """True while an answer is awaited."""

    def __init__(self, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._question: ResultQuestion | None = None
        self._answer: Answer | None = None
        self._has_more = False
        self._number: int | None = None
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self._ask)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask_for_rest)

    @property
    def question(self) -> ResultQuestion | None:
        """The current request."""
        return self._question

    @property
    def has_more(self) -> bool:
        """True if there may be more results than those of the last complete answer."""
        return self._has_more

    @property
    def is_going_on(self) -> bool:
        """The current request is for further results of the query."""
        return bool(self._question and self._question.offset)

    @property
    def first(self) -> int:
        """Largest number of results of the first, partial answer."""
        return self._question.first if isinstance(self._question, SearchRequest) else 0

    @property
    def is_waiting(self) -> bool:
        """An answer is awaited."""
        return self._number is not None or self._delay.isActive() or self._rest.isActive()

    def ask(self, question: ResultQuestion) -> None:
        """Replace the current request."""
        self._rest.stop()
        self._question, self._answer, self._has_more = question, None, False
        self._delay.start()
        self.busy.emit(True)

    def ask_again(self) -> None:
        """Repeat the request for all results that are there, unless others share them.

        What others share does not change with one's files.
        """
        if self._question and not self.is_waiting and not isinstance(self._question, SearchShared):
            reached = self._question.offset + self._question.limit
            self._question = replace(self._question, offset=0, limit=reached)
            self._ask()

    def ask_for_more(self) -> None:
        """Request the results after those that are there, which stay."""
        if self._question and self._has_more and not self.is_waiting:
            reached = self._question.offset + self._question.limit
            self._question = replace(self._question, offset=reached, limit=min(_BATCH, _MOST - reached))
            if isinstance(self._question, SearchRequest):
                self._question = replace(self._question, first=0)
            self._ask()

    def drop(self) -> None:
        """Cancel the current request."""
        self._delay.stop()
        self._rest.stop()
        self._question, self._answer, self._has_more = None, None, False
        self._cancel()
        self.busy.emit(False)

    def _ask(self) -> None:
        assert self._question is not None
        self._cancel()
        self._number = self._link.ask(self._question, partial(self._receive, self._question))

    def _receive(self, question: ResultQuestion, reply: Reply, final: bool) -> None:
        if question is not self._question:
            return
        if final:
            self._number = None
            self.busy.emit(False)
        if isinstance(reply, SearchResponse) and reply.answer.is_hasty:
            # What is near in meaning is still to come.
            self._rest.start()
            self.answered.emit(reply.answer, False)
        elif isinstance(reply, SearchResponse) and final:
            reached = question.offset + question.limit
            self._has_more = len(reply.answer.results) >= question.limit and reached < _MOST
            self._answer = _join(self._answer, reply.answer) if question.offset else reply.answer
            self.answered.emit(self._answer, final)
            if reply.answer.is_partial:
                self._rest.start()
        elif isinstance(reply, SearchResponse):
            self.answered.emit(reply.answer, final)
        elif isinstance(reply, Failed):
            self.refused.emit(reply)
        elif isinstance(reply, Superseded):
            # Displaced by another window; the request still holds here.
            self._delay.start()

    def _ask_for_rest(self) -> None:
        assert isinstance(self._question, SearchRequest)
        self._question = replace(self._question, stage=TypingStage.RESTING)
        self._ask()

    def _cancel(self) -> None:
        if self._number is not None:
            self._link.forget(self._number)
            self._number = None


def _join(earlier: Answer | None, further: Answer) -> Answer:
    """Return an answer with the further results that it has not yet.

    It may have some, where the library changed between the two.
    """
    if earlier is None:
        return further
    known = {result.path for result in earlier.results}
    results = tuple(result for result in further.results if result.path not in known)
    return replace(earlier, results=(*earlier.results, *results), indexing=further.indexing)
