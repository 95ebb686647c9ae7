"""Places of texts on a page whose lines were recognised."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from findling.domain.preview import PageMark
from findling.extraction.passage_locator import locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.recognition import RecognisedLine, RecognisedPage

_SLANT = 0.3
"""A line whose ends differ by more than this share of its height is marked word by word."""


def mark_lines(page: RecognisedPage, needles: tuple[str, ...]) -> tuple[tuple[PageMark, ...], ...]:
    """Return for each text its marks on a page; none where it is not there."""
    text = "\n".join(line.text for line in page.lines)
    starts = [0, *accumulate(len(line.text) + 1 for line in page.lines)]
    return tuple(
        tuple(mark for span in locate(needle, text) for mark in _marks(page, starts, span.start, span.end))
        for needle in needles
    )


def _marks(page: RecognisedPage, starts: list[int], start: int, end: int) -> Iterator[PageMark]:
    for at in range(bisect_right(starts, start) - 1, len(page.lines)):
        if starts[at] >= end:
            return
        line = page.lines[at]
        first, last = max(start - starts[at], 0), min(end - starts[at], len(line.text))
        for begin, stop in _stretches(line, first, last):
            if mark := _mark(line, begin, stop):
                yield mark


def _stretches(line: RecognisedLine, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch of a line, or its words if an upright rectangle would cover neighbours."""
    left, top, right, other_top = line.corners[:4]
    height = max(abs(line.corners[7] - top), abs(line.corners[6] - left))
    if min(abs(other_top - top), abs(right - left)) <= _SLANT * height:
        yield first, last
        return
    begin = first
    for index in range(first, last + 1):
        if index == last or line.text[index].isspace():
            if index > begin:
                yield begin, index
            begin = index + 1


def _mark(line: RecognisedLine, begin: int, stop: int) -> PageMark | None:
    if begin >= stop:
        return None
    since, until = _edge(line, begin), _edge(line, stop)
    corners = [(line.corners[at], line.corners[at + 1]) for at in range(0, 8, 2)]
    upper_left, upper_right, lower_right, lower_left = corners
    points = [
        (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
        for one, other in ((upper_left, upper_right), (lower_left, lower_right))
        for share in (since, until)
    ]
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    width, height = max(xs) - left, max(ys) - top
    return PageMark(left, top, width, height) if width > 0 and height > 0 else None


def _edge(line: RecognisedLine, index: int) -> float:
    """Return how far along a line the gap before a character is, 0 to 1."""
    if index <= 0:
        return 0.0
    if index >= len(line.places):
        return 1.0
    return (line.places[index - 1] + line.places[index]) / 2_000
