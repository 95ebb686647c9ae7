"""Selected result, the subject of preview and actions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.search import Hit, Result


@dataclass(frozen=True, slots=True)
class Selection:
    """Frozen record of a result and its current passage.

    Attributes:
        query: that found it, as typed; "" where none did.
        words: that were searched for; "" where filters alone were, or what is like a file.
        at: index into `result.hits`; -1 where it has none.
    """

    result: Result
    query: str
    at: int
    words: str = ""

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.result.path

    @property
    def hit(self) -> Hit | None:
        """Return the current passage."""
        return self.result.hits[self.at] if 0 <= self.at < len(self.result.hits) else None

    @property
    def identity(self) -> tuple[object, ...]:
        """Return what its preview depends on, which are not the scores."""
        return self.path, self.result.modified_ns, self.query, self.hit and self.hit.text
