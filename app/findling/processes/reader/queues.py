"""Queues of questions: their order, and those that a later one supersedes."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

from findling.processes.reader.preview_messages import ShowDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.processes.reader.messages import Question, Request

MOST_THUMBNAILS = 24
"""Thumbnails that wait to be drawn: about what a tall window shows."""

MOST_DRAWINGS = 8
"""Pages that wait to be drawn: about what a window shows."""


class RequestQueue(Protocol):
    """Questions that wait for one thread."""

    def add(self, request: Request) -> list[Request]:
        """Add a question; return those that need no answer any more."""

    def take(self) -> Request | None:
        """Remove and return the next question; None while none waits."""

    def supersedes(self, question: Question) -> bool:
        """Tell whether one that waits makes this question, which is being answered, pointless."""


class FifoQueue:
    """Queue in which every question is answered, the oldest first."""

    def __init__(self) -> None:
        self._waiting: deque[Request] = deque()

    def add(self, request: Request) -> list[Request]:
        """Append a question."""
        self._waiting.append(request)
        return []

    def take(self) -> Request | None:
        """Remove and return the oldest question."""
        return self._waiting.popleft() if self._waiting else None

    def supersedes(self, question: Question) -> bool:  # noqa: ARG002 - none makes another pointless
        """Return False."""
        return False


class LatestQueue:
    """Queue in which only the latest question of each kind is answered.

    Args:
        key: gives the kind of a question.
    """

    def __init__(self, key: Callable[[Question], object]) -> None:
        self._key = key
        self._waiting: dict[object, Request] = {}

    def add(self, request: Request) -> list[Request]:
        """Replace the question of the same kind."""
        key = self._key(request.question)
        replaced = self._waiting.pop(key, None)
        self._waiting[key] = request
        return [replaced] if replaced else []

    def take(self) -> Request | None:
        """Remove and return the question that has waited longest."""
        return self._waiting.pop(next(iter(self._waiting))) if self._waiting else None

    def supersedes(self, question: Question) -> bool:
        """Tell whether a question of the same kind waits."""
        return self._key(question) in self._waiting


class NewestQueue:
    """Queue that answers the newest question first, and the oldest beyond a number not at all."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: deque[Request] = deque()

    def add(self, request: Request) -> list[Request]:
        """Add a question; too many drop the oldest."""
        self._waiting.append(request)
        return [self._waiting.popleft()] if len(self._waiting) > self._most else []

    def take(self) -> Request | None:
        """Remove and return the newest question."""
        return self._waiting.pop() if self._waiting else None

    def supersedes(self, question: Question) -> bool:  # noqa: ARG002 - none makes another pointless
        """Return False."""
        return False


class PreviewQueue:
    """Queue in which a document drops all that waits, and the latest page is drawn first."""

    def __init__(self) -> None:
        self._show: Request | None = None
        self._drawings: deque[Request] = deque()

    def add(self, request: Request) -> list[Request]:
        """Add a question; too many pages drop the oldest."""
        if isinstance(request.question, ShowDocument):
            dropped = [*self._drawings, *([self._show] if self._show else [])]
            self._drawings.clear()
            self._show = request
            return dropped
        self._drawings.append(request)
        return [self._drawings.popleft()] if len(self._drawings) > MOST_DRAWINGS else []

    def take(self) -> Request | None:
        """Remove and return the document to be shown, else the latest page."""
        show, self._show = self._show, None
        return show or (self._drawings.pop() if self._drawings else None)

    def supersedes(self, question: Question) -> bool:  # noqa: ARG002 - whatever is being made, it is of another document
        """Tell whether another document waits to be shown."""
        return self._show is not None
