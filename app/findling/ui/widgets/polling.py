"""A question that is asked again and again, never faster than it is answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.processes.reader.messages import Question, Reply
    from findling.ui.ipc.search_client import SearchClient


class Polling(QObject):
    """Asks one kind of question: one at a time, the next only after a rest, and of those that wait the latest."""

    def __init__(
        self,
        link: SearchClient,
        receive: Callable[[Reply], None],
        *,
        rest_ms: int = 1_000,
        parent: QObject | None = None,
    ) -> None:
        """Ask nothing yet.

        Args:
            link: who answers.
            receive: gets all answers, also those before the last.
            rest_ms: milliseconds from an answer to the next question.
            parent: owns this object.
        """
        super().__init__(parent)
        self._link = link
        self._receive = receive
        self._waiting: Question | None = None
        self._round = 0
        self._number = 0
        self._asking = False
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._ask_waiting)

    def ask(self, question: Question) -> None:
        """Ask now, or as soon as the one before is answered and has rested."""
        self._waiting = question
        if not self._asking and not self._rest.isActive():
            self._ask_waiting()

    def ask_instead(self, question: Question) -> None:
        """Ask now; what was asked before is of no interest any more."""
        self.forget()
        self.ask(question)

    def forget(self) -> None:
        """Ask nothing, and hear nothing of what was asked."""
        self._waiting = None
        self._rest.stop()
        if self._asking:
            self._asking = False
            self._link.forget(self._number)

    def _ask_waiting(self) -> None:
        question, self._waiting = self._waiting, None
        if question is not None:
            self._asking = True
            self._round += 1
            self._number = self._link.ask(question, partial(self._receive_reply, self._round))

    def _receive_reply(self, round_: int, reply: Reply, final: bool) -> None:
        if not self._asking or round_ != self._round:
            return
        if final:
            self._asking = False
            self._rest.start()
        self._receive(reply)
