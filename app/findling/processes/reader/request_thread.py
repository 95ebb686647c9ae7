"""Threads that answer questions of some kinds, so that a slow one delays only its like."""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeVar

from findling.errors import FindlingError
from findling.ipc.failures import Failed
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.messages import Response
from findling.processes.reader.superseded_reply import Superseded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from findling.processes.reader.messages import Question, Reply, Request
    from findling.processes.reader.queues import RequestQueue

_T = TypeVar("_T")

_REST_SECONDS = 30.0
"""Time without a question after which a handler rests."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RequestContext:
    """A question that is being answered.

    Attributes:
        send: sends a reply before the last one.
        is_superseded: whether a later question has made this one pointless; `Superseded` is then reply enough.
    """

    question: Question
    send: Callable[[Reply], None]
    is_superseded: Callable[[], bool]


class RequestHandler(ABC):
    """Handler of some kinds of questions; used by one thread.

    Attributes:
        questions: the classes of questions that it answers.
    """

    questions: ClassVar[tuple[type[Question], ...]]

    def prepare(self) -> Iterator[None]:
        """Warm up while nothing is asked, step by step."""
        return iter(())

    def rest(self) -> None:
        """Give back what is had again when it is needed; called when nothing was asked for a while."""
        return

    @abstractmethod
    def answer(self, context: RequestContext) -> Reply:
        """Return the last reply to a question.

        Raises:
            FindlingError: the reason why there is none.
        """


class RequestThread:
    """A daemon thread that answers the questions of one handler.

    Args:
        name: of the thread.
        handler: answers.
        queue: the order of waiting questions.
        send: takes the replies; called by any thread.
        log: named in messages about bugs.
        rest_seconds: time without a question after which the handler rests.
    """

    def __init__(
        self,
        name: str,
        handler: RequestHandler,
        queue: RequestQueue,
        send: Callable[[Response], None],
        log: Path,
        rest_seconds: float = _REST_SECONDS,
    ) -> None:
        self._handler = handler
        self._queue = queue
        self._send = send
        self._log = log
        self._rest_seconds = rest_seconds
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def questions(self) -> tuple[type[Question], ...]:
        """Classes of questions that are answered here."""
        return self._handler.questions

    def start(self) -> None:
        """Start answering."""
        self._thread.start()

    def ask(self, request: Request) -> None:
        """Queue a question; called by any thread."""
        with self._changed:
            dropped = self._queue.add(request)
            self._changed.notify()
        for each in dropped:
            self._send(Response(each.number, Superseded()))

    def _run(self) -> None:
        steps = self._handler.prepare()
        has_steps, is_resting = True, False
        while True:
            request = self._take(0 if has_steps else None if is_resting else self._rest_seconds)
            if request is not None:
                self._answer(request)
                is_resting = False
            elif has_steps:
                has_steps = self._prepare(steps)
            else:
                self._attempt(self._handler.rest, lambda _: None)
                is_resting = True

    def _take(self, patience: float | None) -> Request | None:
        """Return the next question, or None after `patience` seconds; None waits without end."""
        with self._changed:
            request = self._queue.take()
            if request is None and patience != 0:
                self._changed.wait(patience)
                request = self._queue.take()
            return request

    def _prepare(self, steps: Iterator[None]) -> bool:
        """Take one step; False where none is left, or where it failed."""
        return self._attempt(lambda: next((True for _ in steps), False), lambda _: None) or False

    def _answer(self, request: Request) -> None:
        def send(reply: Reply, *, final: bool = True) -> None:
            self._send(Response(request.number, reply, final))

        context = RequestContext(
            request.question, lambda reply: send(reply, final=False), lambda: self._is_superseded(request.question)
        )
        self._attempt(lambda: send(self._handler.answer(context)), send)

    def _is_superseded(self, question: Question) -> bool:
        with self._changed:
            return self._queue.supersedes(question)

    def _attempt(self, action: Callable[[], _T], refuse: Callable[[Failed], None]) -> _T | None:
        """Run an action and turn errors into `Failed`; the thread logs bugs, and outlives them."""
        try:
            return action()
        except FindlingError as error:
            refuse(Failed.of(error))
        except Exception as error:  # noqa: BLE001 - the boundary at which bugs become messages
            _log.exception("a question could not be answered")
            refuse(Failed.of_bug(error, Remedy.REPORT_UNTOUCHED(file=self._log)))
        return None
