"""Requests of the current query, replaced at each edit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.messages import FindSimilar, SearchRequest, SearchResponse, Superseded

if TYPE_CHECKING:
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

FIRST_LIMIT = 50
_GROWTH = 4
# Answers come as text over a pipe: beyond this, parsing one would block the window.
_MOST = 800
# One request for all changes of one key stroke. Strokes are not debounced: the reader drops a request as
# soon as a later one waits, and each millisecond here would delay the results.
_DELAY_MS = 0


class SearchRequester(QObject):
    """Sends one request at a time and drops answers to earlier ones."""

    answered = Signal(object, bool)
    """`SearchResponse.answer`, and whether it is the last."""
    refused = Signal(object)
    """`Failed`."""
    busy = Signal(bool)
    """True while an answer is awaited."""

    def __init__(self, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._question: SearchRequest | FindSimilar | None = None
        self._number: int | None = None
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self._ask)

    @property
    def question(self) -> SearchRequest | FindSimilar | None:
        """The current request."""
        return self._question

    @property
    def limit(self) -> int:
        """Number of requested results."""
        return self._question.limit if self._question else 0

    @property
    def first(self) -> int:
        """Largest number of results of the first, partial answer."""
        return self._question.first if isinstance(self._question, SearchRequest) else 0

    @property
    def is_waiting(self) -> bool:
        """An answer is awaited."""
        return self._number is not None or self._delay.isActive()

    def ask(self, question: SearchRequest | FindSimilar) -> None:
        """Replace the current request."""
        self._question = question
        self._delay.start()
        self.busy.emit(True)

    def ask_again(self) -> None:
        """Repeat the current request."""
        if self._question and not self.is_waiting:
            self._ask()

    def ask_for_more(self) -> None:
        """Repeat the current request for more results; shown ones stay until then."""
        if self._question and not self.is_waiting and self.limit < _MOST:
            limit = min(self.limit * _GROWTH, _MOST)
            if isinstance(self._question, SearchRequest):
                self._question = replace(self._question, limit=limit, first=0)
            else:
                self._question = replace(self._question, limit=limit)
            self._ask()

    def drop(self) -> None:
        """Cancel the current request."""
        self._delay.stop()
        self._question = None
        self._cancel()
        self.busy.emit(False)

    def _ask(self) -> None:
        assert self._question is not None
        self._cancel()
        self._number = self._link.ask(self._question, partial(self._receive, self._question))

    def _receive(self, question: SearchRequest | FindSimilar, reply: Reply, final: bool) -> None:
        if question is not self._question:
            return
        if final:
            self._number = None
            self.busy.emit(False)
        if isinstance(reply, SearchResponse):
            self.answered.emit(reply.answer, final)
        elif isinstance(reply, Failed):
            self.refused.emit(reply)
        elif isinstance(reply, Superseded):
            # Displaced by another window; the request still holds here.
            self._delay.start()

    def _cancel(self) -> None:
        if self._number is not None:
            self._link.forget(self._number)
            self._number = None
