"""Messages about results that are written into a file, as part of those in `messages`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from findling.domain.duplicates import ListForm
from findling.domain.search import Mode, SortOrder


@dataclass(frozen=True, slots=True)
class WriteResults:
    """Write what a search finds into a file, as CSV or JSON.

    Attributes:
        like: the file of which the like was searched for, in place of the query; None for a query.
        only: the files that are wanted of what is found; empty for all.
    """

    query: str
    file: Path
    form: ListForm
    mode: Mode = Mode.HYBRID
    order: SortOrder = SortOrder.RELEVANCE
    like: Path | None = None
    only: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultsWritten:
    """The file that results were written to, and their number."""

    file: Path
    number: int
