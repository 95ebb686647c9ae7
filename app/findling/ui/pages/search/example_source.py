"""Source of example questions, which are made of the user's own library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.domain.search import ExampleQuestions
from findling.processes.reader.example_messages import AskExamples

if TYPE_CHECKING:
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

_GROWTH = 2
"""Times by which the library grows before other examples are asked for."""


class ExampleSource(QObject):
    """Asks for examples once there are documents, and again when there are far more."""

    found = Signal(object)
    """`ExampleQuestions`."""

    def __init__(self, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked_at = 0
        self._link = link

    def note_searchable(self, files: int) -> None:
        """Take notice of how many files are searchable."""
        if files >= max(_GROWTH * self._asked_at, 1):
            self._asked_at = files
            self._link.ask(AskExamples(), self._receive)

    def _receive(self, reply: Reply, _: bool) -> None:
        if isinstance(reply, ExampleQuestions):
            self.found.emit(reply)
