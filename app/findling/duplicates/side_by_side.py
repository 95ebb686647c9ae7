"""Lays out two compared texts as rows of two columns, paragraph beside paragraph."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from findling.domain.comparisons import Piece, Side, SideRow
from findling.duplicates.word_tokens import find_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.domain.comparisons import DiffCategory, DiffSpan, TextComparison

_CONTEXT = 3
_MOST_SAME = 24
"""Equal rows in a run before those in its middle are left out."""


def lay_side_by_side(comparison: TextComparison) -> tuple[SideRow, ...]:
    """Return rows of both texts, without the middle of long stretches that are the same."""
    page = _Page()
    texts = _Texts(comparison)
    moved = [each for each in comparison.spans if each.side is Side.MOVED]
    numbers = {each: number for number, each in enumerate(moved)}
    pending = sorted(moved, key=lambda each: each.second_start)
    for stretch in comparison.spans:
        while pending and stretch.side is not Side.MOVED and pending[0].second_start < stretch.second_start:
            added = pending.pop(0)
            page.add_moved((), _paragraphs(texts.second(added)), numbers[added])
        first, second = texts.first(stretch), texts.second(stretch)
        if stretch.side is Side.SAME:
            page.add_same(_break_alike(first, second))
        elif stretch.side is Side.MOVED:
            page.add_moved(_paragraphs(first), (), numbers[stretch])
        else:
            page.add_changed(_paragraphs(first), _paragraphs(second), stretch.about)
        if _ends_line(first or second):
            page.break_row()
    for added in pending:
        page.add_moved((), _paragraphs(texts.second(added)), numbers[added])
    return tuple(_leave_out(page.finish()))


class _Texts:
    """The two texts, cut so that punctuation between stretches goes with the one before."""

    def __init__(self, comparison: TextComparison) -> None:
        self._comparison = comparison
        stretches = comparison.spans
        self._first = sorted(each.first_start for each in stretches if each.first_start < each.first_end)
        self._second = sorted(each.second_start for each in stretches if each.second_start < each.second_end)

    def first(self, stretch: DiffSpan) -> str:
        return _cut(self._comparison.first_text, stretch.first_start, stretch.first_end, self._first)

    def second(self, stretch: DiffSpan) -> str:
        return _cut(self._comparison.second_text, stretch.second_start, stretch.second_end, self._second)


def _cut(text: str, start: int, end: int, starts: Sequence[int]) -> str:
    if start == end:
        return ""
    follower = bisect_right(starts, start)
    begin = start if follower > 1 else 0
    return text[begin : starts[follower] if follower < len(starts) else len(text)]


def _ends_line(text: str) -> bool:
    return "\n" in text[len(text.rstrip()) :]


def _paragraphs(text: str) -> list[str]:
    return [line for line in (" ".join(line.split()) for line in text.splitlines()) if line]


def _break_alike(first: str, second: str) -> list[tuple[str, str]]:
    """Break two texts of the same words where the first has a new line."""
    one, other = find_spans(first), find_spans(second)
    if len(one) != len(other):
        return list(zip_longest(_paragraphs(first), _paragraphs(second), fillvalue=""))
    parts: list[tuple[str, str]] = []
    start = (0, 0)
    for at in range(1, len(one)):
        if "\n" in first[one[at - 1][1] : one[at][0]]:
            end = one[at][0], other[at][0]
            parts.append((first[start[0] : end[0]], second[start[1] : end[1]]))
            start = end
    parts.append((first[start[0] :], second[start[1] :]))
    return [(" ".join(left.split()), " ".join(right.split())) for left, right in parts]


@dataclass
class _Page:
    """Rows under construction; the last of them is still open."""

    rows: list[SideRow] = field(default_factory=list)
    first: list[Piece] = field(default_factory=list)
    second: list[Piece] = field(default_factory=list)

    def add_same(self, parts: Sequence[tuple[str, str]]) -> None:
        for number, (left, right) in enumerate(parts):
            if number:
                self.break_row()
            self.put(Piece(left, Side.SAME) if left else None, Piece(right, Side.SAME) if right else None)

    def add_changed(self, left: Sequence[str], right: Sequence[str], about: tuple[DiffCategory, ...]) -> None:
        for number, (here, there) in enumerate(zip_longest(left, right)):
            if number:
                self.break_row()
            self.put(here and Piece(here, Side.CHANGED, about), there and Piece(there, Side.CHANGED, about))

    def add_moved(self, left: Sequence[str], right: Sequence[str], number: int) -> None:
        self.break_row()
        for here, there in zip_longest(left, right):
            self.put(here and Piece(here, Side.MOVED, (), number), there and Piece(there, Side.MOVED, (), number))
            self.break_row()

    def put(self, left: Piece | str | None, right: Piece | str | None) -> None:
        if isinstance(left, Piece):
            self.first.append(left)
        if isinstance(right, Piece):
            self.second.append(right)

    def break_row(self) -> None:
        if self.first or self.second:
            self.rows.append(SideRow(tuple(self.first), tuple(self.second)))
            self.first, self.second = [], []

    def finish(self) -> list[SideRow]:
        self.break_row()
        return self.rows


def _leave_out(rows: Sequence[SideRow]) -> Iterator[SideRow]:
    """Replace the middle of long equal runs by one row that counts the rows left out."""
    for same, run in groupby(rows, key=_is_same):
        part = list(run)
        if not same or len(part) <= _MOST_SAME:
            yield from part
            continue
        yield from part[:_CONTEXT]
        yield SideRow((), (), len(part) - 2 * _CONTEXT)
        yield from part[-_CONTEXT:]


def _is_same(row: SideRow) -> bool:
    return all(piece.side is Side.SAME for piece in (*row.first, *row.second))
