"""Loading of documents for the preview: the latest one on which the selection rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.preview_messages import DocumentShown, ShowDocument
from findling.processes.reader.superseded_reply import Superseded

if TYPE_CHECKING:
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

REST_MS = 60
"""Delay of the request for a selected document; held arrow keys are faster."""
SLOW_MS = 150
"""Time for which the previous document stays on the screen."""


class DocumentLoader(QObject):
    """Requests one document at a time and drops answers to earlier requests."""

    arrived = Signal(object)
    """The requested `Preview`."""
    refused = Signal(object)
    """The reason why it cannot be shown: `Failed`."""
    slow = Signal()
    """The document takes so long that the user should see it."""

    def __init__(self, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._path: Path | None = None
        self._secrets = True
        self._number: int | None = None
        self._attempt = 0
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._ask)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self.slow)

    @property
    def path(self) -> Path | None:
        """The requested document."""
        return self._path

    def load(self, path: Path, *, secrets: bool = True) -> None:
        """Request a document in place of an earlier one.

        One with keys or passwords in it comes only where `secrets` is true.
        """
        self.cancel()
        self._path = path
        self._secrets = secrets
        self._rest.start()

    def cancel(self) -> None:
        """Cancel the request."""
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
        self._number = self._link.ask(
            ShowDocument(self._path, self._secrets), lambda reply, _: self._receive(attempt, reply)
        )

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
                # Displaced by another request; this one still holds.
                self._rest.start()
