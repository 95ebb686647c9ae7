"""Order of results by date, name or size, where it is not that of their relevance."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.domain.search import Relevance, SortOrder
from findling.storage.file_order import natural_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.domain.search import Result

MOST_SORTED = 200
"""Best results of a question that are put in another order: behind them hardly any is more than near."""


def sort_answer(results: Sequence[Result], order: SortOrder) -> list[Result]:
    """Sort results, given best first, in another order, the weak ones at the end apart."""
    good = max((at for at, each in enumerate(results, 1) if each.relevance is not Relevance.WEAK), default=0)
    return [*sort_results(results[:good], order), *sort_results(results[good:], order)]


def sort_results(results: Iterable[Result], order: SortOrder) -> list[Result]:
    """Put listed results in an order; by relevance, the latest come first."""
    match order:
        case SortOrder.NAME:
            return sorted(results, key=lambda each: natural_key(os.fsencode(each.path)))
        case SortOrder.SIZE:
            return sorted(results, key=lambda each: -each.size)
        case _:
            return sorted(results, key=lambda each: -each.modified_ns)
