"""Layout of pages in one column: pure arithmetic, cheap for thousands."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Position of a page in the column, in pixels at 100 %; pages are centred."""

    top: float
    width: float
    height: float


class PageLayout:
    """Pages in one column.

    Args:
        sizes: width and height of each page, in any unit.
        scale: pixels per unit.
        gap: pixels between pages, above the first and below the last.
    """

    def __init__(self, sizes: Sequence[tuple[float, float]], scale: float, gap: float) -> None:
        self._sizes = sizes
        self._scale = scale
        self._gap = gap
        self._tops = list(accumulate((height * scale + gap for _, height in sizes), initial=gap))

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    @property
    def width(self) -> float:
        """Width of the widest page."""
        return max((width for width, _ in self._sizes), default=0.0) * self._scale

    @property
    def height(self) -> float:
        """Height of the column."""
        return self._tops[-1]

    def frame(self, page: int) -> PageFrame:
        """Return the position of a page, counted from 1."""
        width, height = self._sizes[page - 1]
        return PageFrame(self._tops[page - 1], width * self._scale, height * self._scale)

    def page_at(self, y: float) -> int:
        """Return the page at a height: the one above a gap, and the nearest beyond the ends."""
        return min(max(bisect_right(self._tops, y), 1), self.count)

    def pages_between(self, top: float, bottom: float) -> range:
        """Return the pages that overlap the range between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.count else range(0)
