"""The window's line to the searching process: questions go out with a number, answers come back to who asked."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from findling.searcher.messages import Answered, Asked, Begin, Refused, from_searcher, to_line
from findling.ui.bridge.lines import RESTART_MS, LineProcess, program
from findling.wire import MessageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from findling.paths import LibraryPaths
    from findling.searcher.messages import Question, Reply

    Receive: TypeAlias = Callable[[Reply, bool], None]

_GIVE_UP_DEATHS = 2

_log = logging.getLogger(__name__)


class Answering(Protocol):
    """Who answers questions: the searching process, or something in its place."""

    def ask(self, question: Question, receive: Receive) -> int:
        """Ask; `receive` gets each answer with whether it is the last. Gives the question's number."""

    def forget(self, number: int) -> None:
        """Have no more answers to this question delivered."""


class SearcherLink(QObject):
    """The searching process, as the window holds it; it is started with the first question or by `start`.

    A process that dies is started again and asked again what it had not answered; a question that brings it down twice
    is refused.
    """

    unwell = Signal(str)
    """The process goes on dying: what to tell the person."""

    def __init__(
        self,
        paths: LibraryPaths,
        *,
        command: Sequence[str] = (),
        delays: Sequence[int] = RESTART_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._number = 0
        self._waiting: dict[int, tuple[Question, Receive, int]] = {}
        self._running = False
        self._process = LineProcess(command or program("--searcher"), delays=delays, parent=self)
        self._process.started.connect(self._begin)
        self._process.heard.connect(self._hear)
        self._process.died.connect(self._mourn)

    @property
    def pid(self) -> int:
        """The process's number; 0 while none runs."""
        return self._process.pid

    def start(self) -> None:
        """Start the process, so that the first question need not wait for it."""
        if not self._running:
            self._running = True
            self._process.start()

    def ask(self, question: Question, receive: Receive) -> int:
        """Ask; `receive` gets each answer, with whether it is the last. Gives the question's number."""
        self._number += 1
        self._waiting[self._number] = (question, receive, 0)
        self._start_or_say(self._number)
        return self._number

    def _start_or_say(self, number: int) -> None:
        """Send a question, starting the process for it where none runs."""
        if not self._running:
            self.start()  # which sends all that waits
        else:
            self._process.say(to_line(Asked(number, self._waiting[number][0])))

    def forget(self, number: int) -> None:
        """Have no more answers to this question delivered."""
        self._waiting.pop(number, None)

    def restart(self) -> None:
        """Start a fresh process, for settings that it read at its start; what waits is asked again."""
        if self._running:
            self._process.restart()

    def stop(self) -> None:
        """Let the process end; nothing is delivered any more."""
        self._waiting.clear()
        self._running = False
        self._process.stop()

    def wait(self) -> None:
        """After `stop`: see it ended."""
        self._process.wait()

    def _begin(self) -> None:
        self._process.say(to_line(Begin(self._paths)))
        for number, (question, _, _) in sorted(self._waiting.items()):
            self._process.say(to_line(Asked(number, question)))

    def _hear(self, line: bytes) -> None:
        try:
            message = from_searcher(line)
        except MessageError:
            _log.exception("the searching process said something odd")
            return
        if not isinstance(message, Answered):
            return
        waiting = self._waiting.get(message.number)
        if waiting is None:
            return
        if message.final:
            del self._waiting[message.number]
        waiting[1](message.reply, message.final)

    def _mourn(self, deaths: int) -> None:
        for number, (question, receive, survived) in list(self._waiting.items()):
            if survived + 1 >= _GIVE_UP_DEATHS:
                del self._waiting[number]
                receive(
                    Refused(self.tr("The search ended before it could answer."), self.tr("Try again."), "WorkerError"),
                    True,
                )
            else:
                self._waiting[number] = (question, receive, survived + 1)
        if deaths > _GIVE_UP_DEATHS:
            self.unwell.emit(self.tr("The search keeps ending. Findling goes on trying."))
