"""The window's line to the searching process: questions go out with a number, answers come back to who asked."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.codec import MessageError
from findling.ipc.command import ProcessRole, build_command
from findling.ipc.failures import Failed
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.processes.reader.messages import (
    FindSimilar,
    Init,
    Request,
    Response,
    SearchRequest,
    from_reader,
    to_line,
)
from findling.ui.ipc.json_line_process import RESTART_MS, JsonLineProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Question, Reply

    Receive: TypeAlias = Callable[[Reply, bool], None]

_GIVE_UP_DEATHS = 2
_PATIENCE_MS = 20_000
"""How long a search may take before the process is taken for one that hangs."""
_LOOK_MS = 1_000

_log = logging.getLogger(__name__)


class SearchClient(Protocol):
    """Who answers questions: the searching process, or something in its place."""

    def ask(self, question: Question, receive: Receive) -> int:
        """Ask; `receive` gets each answer with whether it is the last. Gives the question's number."""

    def forget(self, number: int) -> None:
        """Have no more answers to this question delivered."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A question that is not answered yet.

    Attributes:
        question: what is asked.
        receive: who asks.
        since: when the process that runs was asked, by `time.monotonic`.
        survived: how many processes it has outlived.
    """

    question: Question
    receive: Receive
    since: float
    survived: int = 0


class SearcherLink(QObject):
    """The searching process, as the window holds it; it is started with the first question or by `start`.

    A process that dies is started again and asked again what it had not answered, and so is one that leaves a search
    without an answer for too long; a question that brings it down twice is refused.
    """

    unwell = Signal(str)
    """The process goes on dying: what to tell the person."""

    def __init__(
        self,
        paths: LibraryPaths,
        *,
        command: Sequence[str] = (),
        delays: Sequence[int] = RESTART_MS,
        patience_ms: int = _PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._patience = patience_ms / 1_000
        self._number = 0
        self._waiting: dict[int, _Waiting] = {}
        self._look = QTimer(self, interval=min(_LOOK_MS, patience_ms))
        self._look.timeout.connect(self._look_for_hanging)
        self._running = False
        self._process = JsonLineProcess(command or build_command(ProcessRole.SEARCHER), delays=delays, parent=self)
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
        self._waiting[self._number] = _Waiting(question, receive, time.monotonic())
        if not self._look.isActive():
            self._look.start()
        self._start_or_say(self._number)
        return self._number

    def _start_or_say(self, number: int) -> None:
        """Send a question, starting the process for it where none runs."""
        if not self._running:
            self.start()  # which sends all that waits
        else:
            self._process.say(to_line(Request(number, self._waiting[number].question)))

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
        self._process.say(to_line(Init(self._paths)))
        for number, waiting in sorted(self._waiting.items()):
            self._waiting[number] = replace(waiting, since=time.monotonic())
            self._process.say(to_line(Request(number, waiting.question)))

    def _hear(self, line: bytes) -> None:
        try:
            message = from_reader(line)
        except MessageError:
            _log.exception("the searching process said something odd")
            return
        if not isinstance(message, Response):
            return
        waiting = self._waiting.get(message.number)
        if waiting is None:
            return
        if message.final:
            del self._waiting[message.number]
        else:
            self._waiting[message.number] = replace(waiting, since=time.monotonic())
        waiting.receive(message.reply, message.final)

    def _look_for_hanging(self) -> None:
        searches = [
            each.since for each in self._waiting.values() if isinstance(each.question, SearchRequest | FindSimilar)
        ]
        if not searches:
            self._look.stop()
        elif self._process.pid and time.monotonic() - min(searches) > self._patience:
            _log.warning("a search is not answered: the searching process is started afresh")
            self._bury(lambda each: isinstance(each.question, SearchRequest | FindSimilar))
            self._process.restart()

    def _mourn(self, deaths: int) -> None:
        self._bury(lambda _: True)
        if deaths > _GIVE_UP_DEATHS:
            self.unwell.emit(self.tr("The search keeps ending. Findling goes on trying."))

    def _bury(self, may_be_to_blame: Callable[[_Waiting], bool]) -> None:
        """Count a process that is gone against what it was asked, and refuse what was asked of too many."""
        for number, waiting in list(self._waiting.items()):
            survived = waiting.survived + may_be_to_blame(waiting)
            if survived < _GIVE_UP_DEATHS:
                self._waiting[number] = replace(waiting, survived=survived)
                continue
            del self._waiting[number]
            waiting.receive(Failed(SystemMessage.SEARCH_ENDED().advising(Remedy.TRY_ONCE_MORE())), True)
