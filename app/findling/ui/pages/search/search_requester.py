"""The question at hand: asked again with each edit, while answers to earlier ones are let go."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.messages import FindSimilar, SearchRequest, SearchResponse, Superseded

if TYPE_CHECKING:
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient

FIRST_LIMIT = 50
_GROWTH = 4
# Answers come as text over a pipe: beyond this, reading one would hold the window up.
_MOST = 800
# What changes at one stroke makes one question. Strokes are not collected: the searching process lets go of a question
# as soon as a later one waits, and each millisecond here would be one more until the rows stand.
_DELAY_MS = 0


class SearchRequester(QObject):
    """At most one question; only its answers are heard."""

    answered = Signal(object, bool)
    """`SearchResponse.answer`, and whether it is the last."""
    refused = Signal(object)
    """`Failed`."""
    busy = Signal(bool)
    """An answer is awaited; it has come, or is wanted no more."""

    def __init__(self, link: SearchClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._question: SearchRequest | FindSimilar | None = None
        self._number: int | None = None
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self._ask)

    @property
    def question(self) -> SearchRequest | FindSimilar | None:
        """What is asked."""
        return self._question

    @property
    def limit(self) -> int:
        """How many results were asked for."""
        return self._question.limit if self._question else 0

    @property
    def first(self) -> int:
        """How many results the answer before the last one has at most."""
        return self._question.first if isinstance(self._question, SearchRequest) else 0

    @property
    def is_waiting(self) -> bool:
        """An answer is awaited."""
        return self._number is not None or self._delay.isActive()

    def ask(self, question: SearchRequest | FindSimilar) -> None:
        """Ask, in the place of what was asked before."""
        self._question = question
        self._delay.start()
        self.busy.emit(True)

    def ask_again(self) -> None:
        """Ask the same again."""
        if self._question and not self.is_waiting:
            self._ask()

    def ask_for_more(self) -> None:
        """Ask the same, for more results: those that are shown stay until all are there."""
        if self._question and not self.is_waiting and self.limit < _MOST:
            limit = min(self.limit * _GROWTH, _MOST)
            if isinstance(self._question, SearchRequest):
                self._question = replace(self._question, limit=limit, first=0)
            else:
                self._question = replace(self._question, limit=limit)
            self._ask()

    def drop(self) -> None:
        """Ask nothing."""
        self._delay.stop()
        self._question = None
        self._let_go()
        self.busy.emit(False)

    def _ask(self) -> None:
        assert self._question is not None
        self._let_go()
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
            # Another window asked something meanwhile; here the question still stands.
            self._delay.start()

    def _let_go(self) -> None:
        if self._number is not None:
            self._link.forget(self._number)
            self._number = None
