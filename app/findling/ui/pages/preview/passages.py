"""What is to be found in a document that is shown: the passages of its result, and where a search in it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.domain.search import Hit


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a result, and which of them is looked at.

    Attributes:
        at: index into `hits`; -1 where there are none.
    """

    hits: tuple[Hit, ...] = ()
    at: int = -1

    @property
    def current(self) -> Hit | None:
        """The passage that is looked at."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    @property
    def texts(self) -> tuple[str, ...]:
        """The passages' texts."""
        return tuple(hit.text for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Findings:
    """Where a search within the document stands.

    Attributes:
        at: which occurrence is looked at, counted from 1; 0 for none.
        count: how many there are; None where only a part of the document was looked through.
        more: there are more than were counted.
        page: the page of the occurrence, where the document has pages; else 0.
        looking: the page that is being looked through; 0 when the search rests.
    """

    at: int = 0
    count: int | None = 0
    more: bool = False
    page: int = 0
    looking: int = 0
