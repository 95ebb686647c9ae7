"""Reading order of lines on a page: columns one after the other, rows from left to right."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.recognition.text_regions import Rectangle

_LEAST_COLUMN = 0.15
"""Share of the page's width that a column of text has at least; what is narrower are cells of a table."""
_LEAST_LINES = 3
_FILLED = 0.5
"""Share of its column that a line of running text fills, as a rule; cells of tables fill less."""
_SAME_ROW = 0.5
"""Two lines are of one row if they share more than this of the lower one's height."""


def arrange(boxes: Sequence[Rectangle], page_width: float) -> list[int]:
    """Return the indices of lines in reading order.

    A page is cut into columns where a gap runs down between lines that fill them, else across at the first gap that
    lets its halves be cut so (the recursive cut of G. Nagy and S. Seth, ICPR 1984, with the exception of tables).
    """
    spans = [_Span.around(index, box) for index, box in enumerate(boxes)]
    return [span.index for span in _order(spans, page_width)]


class _Span:
    """Line as an upright rectangle."""

    __slots__ = ("bottom", "index", "left", "right", "top")

    def __init__(self, index: int, left: float, right: float, top: float, bottom: float) -> None:
        self.index, self.left, self.right, self.top, self.bottom = index, left, right, top, bottom

    @classmethod
    def around(cls, index: int, box: Rectangle) -> _Span:
        """Return the upright rectangle of the same sides: a line turned a little stays as flat."""
        return cls(index, box.x - box.across / 2, box.x + box.across / 2, box.y - box.down / 2, box.y + box.down / 2)


def _order(spans: list[_Span], page_width: float) -> list[_Span]:
    if len(spans) < 2 * _LEAST_LINES:
        return _rows(spans)
    if columns := _split_columns(spans, page_width):
        return [span for column in columns for span in _order(column, page_width)]
    bands = _cut(spans, "top", "bottom")
    if len(bands) < 2:
        return _rows(spans)
    return [span for band in _join_bands(bands, page_width) for span in band]


def _join_bands(bands: list[list[_Span]], page_width: float) -> list[list[_Span]]:
    """Order a page's stretches between lines across it, keeping what has columns only together."""
    ordered: list[list[_Span]] = []
    start = 0
    while start < len(bands):
        for stop in range(len(bands), start, -1):
            if stop - start == len(bands) and start == 0:
                continue  # the whole of it has no columns
            block = [span for band in bands[start:stop] for span in band]
            columns = _split_columns(block, page_width)
            if columns:
                ordered.append([span for column in columns for span in _order(column, page_width)])
                start = stop
                break
        else:
            ordered.append(_rows(bands[start]))
            start += 1
    return ordered


def _split_columns(spans: list[_Span], page_width: float) -> list[list[_Span]]:
    """Return columns of running text side by side; none if fewer than two, or of a table."""
    columns = _cut(spans, "left", "right")
    if len(columns) < 2:
        return []
    for column in columns:
        width = max(span.right for span in column) - min(span.left for span in column)
        filled = median(span.right - span.left for span in column)
        if width < _LEAST_COLUMN * page_width or len(column) < _LEAST_LINES or filled < _FILLED * width:
            return []
    return columns


def _cut(spans: list[_Span], start: str, stop: str) -> list[list[_Span]]:
    """Group lines that overlap in one direction, in its order."""
    groups: list[list[_Span]] = []
    reach = float("-inf")
    for span in sorted(spans, key=lambda each: float(getattr(each, start))):
        if not groups or getattr(span, start) >= reach:
            groups.append([])
        groups[-1].append(span)
        reach = max(reach, getattr(span, stop))
    return groups


def _rows(spans: list[_Span]) -> list[_Span]:
    """Return lines row by row, each from left to right."""
    rows: list[list[_Span]] = []
    for span in sorted(spans, key=lambda each: each.top + each.bottom):
        if rows and _is_beside(rows[-1][-1], span):
            rows[-1].append(span)
        else:
            rows.append([span])
    return [span for row in rows for span in sorted(row, key=lambda each: each.left)]


def _is_beside(one: _Span, other: _Span) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _SAME_ROW * min(one.bottom - one.top, other.bottom - other.top)
