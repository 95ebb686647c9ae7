"""Repeated question that never outpaces its replies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.processes.reader.messages import Question, Reply
    from findling.ui.ipc.reader_link import ReaderClient


class Polling(QObject):
    """Asks one question at a time, with a pause between; of those waiting only the latest."""

    def __init__(
        self,
        link: ReaderClient,
        receive: Callable[[Reply], None],
        *,
        rest_ms: int = 1_000,
        parent: QObject | None = None,
    ) -> None:
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
        """Ask now, or once the previous question is answered and the pause is over."""
        self._waiting = question
        if not self._asking and not self._rest.isActive():
            self._ask_waiting()

    def ask_instead(self, question: Question) -> None:
        """Ask now and drop the previous question."""
        self.forget()
        self.ask(question)

    def forget(self) -> None:
        """Drop all questions and their replies."""
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
