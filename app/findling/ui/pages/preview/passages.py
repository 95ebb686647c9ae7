"""Passages of a shown document, and the state of a search within it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.domain.search import Hit


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages of a result, one of which is the current one.

    Attributes:
        at: index of the current passage; -1 for none.
    """

    hits: tuple[Hit, ...] = ()
    at: int = -1

    @property
    def current(self) -> Hit | None:
        """The current passage."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    @property
    def texts(self) -> tuple[str, ...]:
        """Texts of the passages."""
        return tuple(hit.text for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Findings:
    """State of a search within the document.

    Attributes:
        at: current occurrence, counted from 1; 0 for none.
        count: number of occurrences; None while only a part of the document was searched.
        more: there are more than were counted.
        page: page of the occurrence; 0 without pages.
        looking: page being searched; 0 when the search is over.
    """

    at: int = 0
    count: int | None = 0
    more: bool = False
    page: int = 0
    looking: int = 0
