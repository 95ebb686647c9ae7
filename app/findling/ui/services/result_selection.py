"""What is chosen in a list of results: the thing that preview and actions are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.search import Hit, Result


@dataclass(frozen=True, slots=True)
class Selection:
    """A result, and which of its passages is looked at.

    Attributes:
        query: that found it, as typed; "" where none did.
        at: index into `result.hits`; -1 where it has none.
    """

    result: Result
    query: str
    at: int

    @property
    def path(self) -> Path:
        """The file."""
        return self.result.path

    @property
    def hit(self) -> Hit | None:
        """The passage that is looked at."""
        return self.result.hits[self.at] if 0 <= self.at < len(self.result.hits) else None
