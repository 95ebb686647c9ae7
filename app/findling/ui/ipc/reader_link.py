"""Client of the reader process, with numbered requests."""

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
from findling.processes.reader.search_messages import FindSimilar, SearchRequest
from findling.ui.ipc.json_line_process import RESTART_MS, JsonLineProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Question, Reply

    Receive: TypeAlias = Callable[[Reply, bool], None]

_GIVE_UP_DEATHS = 2
_TIMEOUT_MS = 20_000
"""Time that a search may take before the process is taken for one that hangs."""
_HANG_CHECK_MS = 1_000

_log = logging.getLogger(__name__)


class ReaderClient(Protocol):
    """Interface for asking questions about the library."""

    def ask(self, question: Question, receive: Receive) -> int:
        """Ask; `receive` gets each reply and whether it is the last. Return the question's number."""

    def forget(self, number: int) -> None:
        """Deliver no more replies to this question."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Pending question.

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


class ReaderLink(QObject):
    """Client of the reader process; what is asked before `start` waits for it.

    No part of the window that is built or shown can thus have the first paint wait for a process.
    A process that dies is started again and asked again what it had not answered, and so is one that leaves a search
    without an answer for too long; a question that brings it down twice is refused.
    """

    failing = Signal(str)
    """Message for the user: the process keeps crashing."""

    def __init__(
        self,
        paths: LibraryPaths,
        *,
        command: Sequence[str] = (),
        delays: Sequence[int] = RESTART_MS,
        timeout_ms: int = _TIMEOUT_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._timeout_s = timeout_ms / 1_000
        self._number = 0
        self._waiting: dict[int, _Waiting] = {}
        self._hang_check = QTimer(self, interval=min(_HANG_CHECK_MS, timeout_ms))
        self._hang_check.timeout.connect(self._check_hung)
        self._running = False
        self._process = JsonLineProcess(command or build_command(ProcessRole.READER), delays=delays, parent=self)
        self._process.started.connect(self._begin)
        self._process.line_received.connect(self._receive)
        self._process.exited.connect(self._handle_exit)

    @property
    def pid(self) -> int:
        """Return the process id; 0 while none runs."""
        return self._process.pid

    def start(self) -> None:
        """Start the process, and ask it what waits."""
        if not self._running:
            self._running = True
            self._process.start()

    def ask(self, question: Question, receive: Receive) -> int:
        """Ask, once there is a process; `receive` gets each reply and whether it is the last.

        Returns:
            The question's number.
        """
        self._number += 1
        self._waiting[self._number] = _Waiting(question, receive, time.monotonic())
        if not self._hang_check.isActive():
            self._hang_check.start()
        if self._running:
            self._send(self._number)
        return self._number

    def _send(self, number: int) -> None:
        # The messages of all pages are imported here and below once a process runs: the window is painted by then.
        from findling.processes.reader.messages import Request, to_line

        self._process.send(to_line(Request(number, self._waiting[number].question)))

    def forget(self, number: int) -> None:
        """Deliver no more replies to this question."""
        self._waiting.pop(number, None)

    def restart(self) -> None:
        """Restart the process for changed settings and repeat the pending questions."""
        if self._running:
            self._process.restart()

    def stop(self) -> None:
        """Stop the process and deliver no more replies."""
        self._waiting.clear()
        self._running = False
        self._process.stop()

    def wait(self) -> None:
        """Wait after `stop` for the process to end."""
        self._process.wait()

    def _begin(self) -> None:
        from findling.processes.reader.messages import Init, to_line

        self._process.send(to_line(Init(self._paths)))
        for number, waiting in sorted(self._waiting.items()):
            self._waiting[number] = replace(waiting, since=time.monotonic())
            self._send(number)

    def _receive(self, line: bytes) -> None:
        from findling.processes.reader.messages import Response, from_reader

        try:
            message = from_reader(line)
        except MessageError:
            _log.exception("the reader said something odd")
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

    def _check_hung(self) -> None:
        searches = [
            each.since for each in self._waiting.values() if isinstance(each.question, SearchRequest | FindSimilar)
        ]
        if not searches:
            self._hang_check.stop()
        elif self._process.pid and time.monotonic() - min(searches) > self._timeout_s:
            _log.warning("a search is not answered: the reader is started afresh")
            self._charge_crash(lambda each: isinstance(each.question, SearchRequest | FindSimilar))
            self._process.restart()

    def _handle_exit(self, deaths: int) -> None:
        self._charge_crash(lambda _: True)
        if deaths > _GIVE_UP_DEATHS:
            self.failing.emit(self.tr("The search keeps ending. Findling goes on trying."))

    def _charge_crash(self, is_suspect: Callable[[_Waiting], bool]) -> None:
        """Charge the crash to suspect requests; fail those that exceeded the limit."""
        for number, waiting in list(self._waiting.items()):
            survived = waiting.survived + is_suspect(waiting)
            if survived < _GIVE_UP_DEATHS:
                self._waiting[number] = replace(waiting, survived=survived)
                continue
            del self._waiting[number]
            waiting.receive(Failed(SystemMessage.SEARCH_ENDED().advising(Remedy.TRY_ONCE_MORE())), True)
