"""A thread that answers one sort of question, so that a slow one keeps only its like waiting."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from findling.errors import FindlingError
from findling.ipc.failures import Failed
from findling.messages.remedy_templates import Remedy
from findling.processes.reader.messages import Response, Superseded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from findling.processes.reader.messages import Question, Reply, Request
    from findling.processes.reader.queues import RequestQueue

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RequestContext:
    """A question whose turn it is.

    Attributes:
        tell: sends an answer before the last one.
        is_overtaken: whether a later question has made this one pointless; `Superseded` is then answer enough.
    """

    question: Question
    tell: Callable[[Reply], None]
    is_overtaken: Callable[[], bool]


class RequestHandler(Protocol):
    """Handler of the questions of a lane; used by the lane's thread alone."""

    @property
    def questions(self) -> tuple[type[Question], ...]:
        """The classes of questions that it answers."""

    def prepare(self) -> Iterator[None]:
        """Work for while nothing is asked, step by step."""

    def answer(self, turn: RequestContext) -> Reply:
        """The last answer to a question.

        Raises:
            FindlingError: there is none, and why.
        """


class RequestThread:
    """A lane with its thread, which ends with the process."""

    def __init__(
        self, name: str, answerer: RequestHandler, backlog: RequestQueue, send: Callable[[Response], None], log: Path
    ) -> None:
        """Prepare; `start` starts it.

        Args:
            name: of the thread.
            answerer: answers.
            backlog: the order in which questions wait.
            send: takes the answers; called by any thread.
            log: named in messages about bugs.
        """
        self._answerer = answerer
        self._backlog = backlog
        self._send = send
        self._log = log
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def questions(self) -> tuple[type[Question], ...]:
        """The classes of questions that are answered here."""
        return self._answerer.questions

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def ask(self, asked: Request) -> None:
        """Take in a question; called by any thread."""
        with self._changed:
            dropped = self._backlog.add(asked)
            self._changed.notify()
        for each in dropped:
            self._send(Response(each.number, Superseded()))

    def _run(self) -> None:
        steps = self._answerer.prepare()
        idle = True
        while True:
            asked = self._take(wait=not idle)
            if asked is not None:
                self._answer(asked)
            else:
                idle = self._prepare(steps)

    def _take(self, *, wait: bool) -> Request | None:
        with self._changed:
            while (asked := self._backlog.take()) is None and wait:
                self._changed.wait()
            return asked

    def _prepare(self, steps: Iterator[None]) -> bool:
        """Take one step; False where there are no more, or where it failed: whoever asks is told then."""
        return self._attempt(lambda: next((True for _ in steps), False), lambda _: None) or False

    def _answer(self, asked: Request) -> None:
        def send(reply: Reply, *, final: bool = True) -> None:
            self._send(Response(asked.number, reply, final))

        turn = RequestContext(
            asked.question, lambda reply: send(reply, final=False), lambda: self._is_overtaken(asked.question)
        )
        self._attempt(lambda: send(self._answerer.answer(turn)), send)

    def _is_overtaken(self, question: Question) -> bool:
        with self._changed:
            return self._backlog.overtakes(question)

    def _attempt(self, action: Callable[[], _T], refuse: Callable[[Failed], None]) -> _T | None:
        """Do something, and make of what goes wrong a refusal: the lane outlives its bugs, each in the log."""
        try:
            return action()
        except FindlingError as error:
            refuse(Failed.of(error))
        except Exception as error:  # noqa: BLE001 - the door at which bugs become messages
            _log.exception("a question could not be answered")
            refuse(Failed.of_bug(error, Remedy.REPORT_UNTOUCHED(file=self._log)))
        return None
