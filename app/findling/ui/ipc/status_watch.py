"""Poller of the library's status, which other processes change too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.domain.library import Status
from findling.processes.reader.messages import AskStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

_INTERVAL_MS = 5_000


class StatusWatch(QObject):
    """Asks for the status on demand, and every five seconds while the window is visible."""

    status_received = Signal(Status)
    """Status of the library, after each question."""
    changed = Signal()
    """The counts differ from those of the last status."""

    def __init__(
        self,
        link: ReaderClient,
        is_visible: Callable[[], bool],
        *,
        interval_ms: int = _INTERVAL_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._is_visible = is_visible
        self._asked = 0
        self._is_waiting = False
        self._counts: tuple[int, ...] = ()
        self._timer = QTimer(self, interval=interval_ms)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Ask now and periodically."""
        self.ask()
        self._timer.start()

    def ask(self) -> None:
        """Ask now."""
        self._link.forget(self._asked)
        self._is_waiting = True
        self._asked = self._link.ask(AskStatus(), self._receive)

    def _look(self) -> None:
        if self._is_visible() and not self._is_waiting:
            self.ask()

    def _receive(self, reply: Reply, _: bool) -> None:
        self._is_waiting = False
        if not isinstance(reply, Status):
            return
        before, self._counts = self._counts, _counts(reply)
        self.status_received.emit(reply)
        if before and before != self._counts:
            self.changed.emit()


def _counts(status: Status) -> tuple[int, ...]:
    return status.files, status.indexed, status.skipped, status.failed, status.pending, status.chunks
