"""Which questions wait in a lane, in what order, and which of them a later one makes pointless."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from findling.processes.reader.messages import ShowDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.processes.reader.messages import Question, Request

MOST_DRAWINGS = 8
"""Pages that wait to be drawn: about what a window shows."""


class RequestQueue(Protocol):
    """The questions that wait in one lane."""

    def add(self, asked: Request) -> list[Request]:
        """Take in a question; gives those that need no answer any more."""

    def take(self) -> Request | None:
        """The question whose turn it is; None while none waits."""

    def overtakes(self, question: Question) -> bool:
        """Whether one that waits makes this question, which is being answered, pointless."""


class FifoQueue:
    """All are answered, the oldest first."""

    def __init__(self) -> None:
        self._waiting: deque[Request] = deque()

    def add(self, asked: Request) -> list[Request]:
        """Take in a question."""
        self._waiting.append(asked)
        return []

    def take(self) -> Request | None:
        """The oldest question."""
        return self._waiting.popleft() if self._waiting else None

    def overtakes(self, question: Question) -> bool:  # noqa: ARG002 - none makes another pointless
        """Never."""
        return False


class LatestQueue:
    """Of each sort of question only the latest is answered.

    Args:
        sort: what sort a question is of.
    """

    def __init__(self, sort: Callable[[Question], object]) -> None:
        self._sort = sort
        self._waiting: dict[object, Request] = {}

    def add(self, asked: Request) -> list[Request]:
        """Take in a question in the place of the one of its sort that waits."""
        sort = self._sort(asked.question)
        replaced = self._waiting.pop(sort, None)
        self._waiting[sort] = asked
        return [replaced] if replaced else []

    def take(self) -> Request | None:
        """The question that has waited longest."""
        return self._waiting.pop(next(iter(self._waiting))) if self._waiting else None

    def overtakes(self, question: Question) -> bool:
        """Whether one of its sort waits."""
        return self._sort(question) in self._waiting


class PreviewQueue:
    """A document to be shown drops all that waits; of the pages to be drawn the latest comes first."""

    def __init__(self) -> None:
        self._show: Request | None = None
        self._drawings: deque[Request] = deque()

    def add(self, asked: Request) -> list[Request]:
        """Take in a question."""
        if isinstance(asked.question, ShowDocument):
            dropped = [*self._drawings, *([self._show] if self._show else [])]
            self._drawings.clear()
            self._show = asked
            return dropped
        self._drawings.append(asked)
        return [self._drawings.popleft()] if len(self._drawings) > MOST_DRAWINGS else []

    def take(self) -> Request | None:
        """The document that waits to be shown, else the latest page."""
        show, self._show = self._show, None
        return show or (self._drawings.pop() if self._drawings else None)

    def overtakes(self, question: Question) -> bool:  # noqa: ARG002 - whatever is being made, it is of another document
        """Whether another document waits to be shown."""
        return self._show is not None
