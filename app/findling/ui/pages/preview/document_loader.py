"""Getting documents for the preview: only those on which the selection rests, and only the last one that was wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.messages import DocumentShown, ShowDocument, Superseded

if TYPE_CHECKING:
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient

REST_MS = 60
"""How long a selection stays before its document is asked for; held arrow keys are faster."""
SLOW_MS = 150
"""How long what was shown before stays on the screen while its successor is waited for."""


class DocumentLoader(QObject):
    """Asks for one document at a time; answers to earlier questions are dropped."""

    arrived = Signal(object)
    """The `Preview` that was wanted last."""
    refused = Signal(object)
    """Why it cannot be shown: `Failed`."""
    slow = Signal()
    """It takes so long that the person should see that something is on its way."""

    def __init__(self, link: SearchClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._path: Path | None = None
        self._number: int | None = None
        self._attempt = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self.slow)

    @property
    def path(self) -> Path | None:
        """The document that is being waited for."""
        return self._path

    def load(self, path: Path) -> None:
        """Get this document, and none that was wanted before."""
        self.cancel()
        self._path = path
        self._rest.start()

    def cancel(self) -> None:
        """Want nothing."""
        self._attempt += 1
        self._path = None
        self._rest.stop()
        self._slow.stop()
        if self._number is not None:
            self._link.forget(self._number)
            self._number = None

    def _ask(self) -> None:
        assert self._path is not None
        attempt = self._attempt
        if not self._slow.isActive():
            self._slow.start()
        self._number = self._link.ask(ShowDocument(self._path), lambda reply, _: self._receive(attempt, reply))

    def _receive(self, attempt: int, reply: Reply) -> None:
        if attempt != self._attempt:
            return
        match reply:
            case DocumentShown(preview):
                self.cancel()
                self.arrived.emit(preview)
            case Failed():
                self.cancel()
                self.refused.emit(reply)
            case Superseded():
                # For someone else's question; ours still stands.
                self._rest.start()
