"""Aligns two texts: words that both have, in place or moved.

Runs of words that occur once in each text are anchors, as in patience diff; the longest runs that keep their order are
the backbone, the others have moved. Between two anchors the longest common subsequence decides. So a book takes time
in proportion to its length, where a plain comparison takes the product of both.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Hashes = NDArray[np.int64]

_WIDTHS = (6, 3)
"""Words in an anchor: first what can hardly be chance, then, between such anchors, what is likely none."""

_STEP = np.int64(6364136223846793005)
_LARGEST_GAP = 4_000_000
_UNLIKE = 0.5
_SHORTEST_CHANCE = 3
_SHORTEST_MOVE = 8


@dataclass(frozen=True, slots=True, order=True)
class MatchRun:
    """`length` equal words, from `first` on in one text and from `second` on in the other."""

    first: int
    second: int
    length: int

    @property
    def first_end(self) -> int:
        """One past the last word in the first text."""
        return self.first + self.length

    @property
    def second_end(self) -> int:
        """One past the last word in the second text."""
        return self.second + self.length


@dataclass(frozen=True, slots=True)
class Gap:
    """Half-open ranges of words between two runs; one of them may be empty."""

    first: int
    first_end: int
    second: int
    second_end: int

    @property
    def size(self) -> int:
        """Pairs of words."""
        return (self.first_end - self.first) * (self.second_end - self.second)

    def __bool__(self) -> bool:
        return self.first < self.first_end or self.second < self.second_end


@dataclass(frozen=True, slots=True)
class Alignment:
    """The common words of two texts.

    Attributes:
        kept: runs that keep their order, ascending in both texts.
        moved: runs that stand elsewhere in the other text, ascending in the first.
        first_length, second_length: words of each text.
    """

    kept: tuple[MatchRun, ...]
    moved: tuple[MatchRun, ...]
    first_length: int
    second_length: int

    @property
    def common(self) -> int:
        """Number of words that both have."""
        return sum(run.length for run in (*self.kept, *self.moved))

    def gaps(self) -> Iterator[Gap]:
        """Return the gaps between the kept runs, moved words included."""
        return filter(None, _gaps_around(self.kept, Gap(0, self.first_length, 0, self.second_length)))


def align(a: Hashes, b: Hashes) -> Alignment:
    """Find the words that two texts have in common, (words,) int64 hashes of each."""
    kept, elsewhere = _match(a, b, Gap(0, len(a), 0, len(b)), _WIDTHS)
    return Alignment(tuple(kept), tuple(_choose_moves(elsewhere, kept, len(a), len(b))), len(a), len(b))


def _match(a: Hashes, b: Hashes, gap: Gap, widths: tuple[int, ...]) -> tuple[list[MatchRun], list[MatchRun]]:
    """Return the runs of a gap that keep their order, and those that do not."""
    if not gap.size:
        return [], []
    if not widths or min(gap.first_end - gap.first, gap.second_end - gap.second) < _SHORTEST_MOVE:
        # In so few words nothing can have moved, and looking for anchors costs more than the comparison.
        return (_match_words(a, b, gap) if gap.size <= _LARGEST_GAP else []), []
    backbone, elsewhere = _choose_backbone(_find_anchors(a, b, gap, widths[0]))
    kept = []
    for number, between in enumerate(_gaps_around(backbone, gap)):
        inside, outside = _match(a, b, between, widths[1:])
        kept += inside
        elsewhere += outside
        kept += backbone[number : number + 1]
    return kept, elsewhere


def _find_anchors(a: Hashes, b: Hashes, gap: Gap, width: int) -> list[MatchRun]:
    """Find runs of words made of shingles that occur once on each side."""
    if min(gap.first_end - gap.first, gap.second_end - gap.second) < width:
        return []
    first, second = _shingles(a[gap.first : gap.first_end], width), _shingles(b[gap.second : gap.second_end], width)
    places, others = _once_in_both(first, second)
    if not len(places):
        return []
    # One run goes on while both sides step on by the same number of words, and by no more than a shingle covers.
    breaks = np.flatnonzero((np.diff(others - places) != 0) | (np.diff(places) > width)) + 1
    starts, ends = np.concatenate([[0], breaks]), np.concatenate([breaks, [len(places)]]) - 1
    lengths = places[ends] - places[starts] + width
    return [
        MatchRun(int(i) + gap.first, int(j) + gap.second, int(length))
        for i, j, length in zip(places[starts], others[starts], lengths, strict=True)
    ]


def _shingles(ids: Hashes, width: int) -> Hashes:
    """Hash each run of `width` words; collisions show when words are compared."""
    count = len(ids) - width + 1
    total = ids[:count].copy()
    for place in range(1, width):
        total *= _STEP
        total += ids[place : place + count]
    return total


def _once_in_both(first: Hashes, second: Hashes) -> tuple[Hashes, Hashes]:
    """Return the positions of values that occur once on each side, ascending in the first."""
    values, places = _once(first)
    others, other_places = _once(second)
    if not len(others):
        return others, others
    at = np.minimum(np.searchsorted(others, values), len(others) - 1)
    both = others[at] == values
    found, counterparts = places[both], other_places[at[both]]
    order = np.argsort(found)
    return found[order], counterparts[order]


def _once(values: Hashes) -> tuple[Hashes, Hashes]:
    """Return the values that occur once, ascending, and their positions."""
    order = np.argsort(values)
    ascending = values[order]
    borders = np.ones(len(values) + 1, bool)
    np.not_equal(ascending[1:], ascending[:-1], out=borders[1:-1])
    single = borders[1:] & borders[:-1]
    return ascending[single], order[single]


def _choose_backbone(runs: list[MatchRun]) -> tuple[list[MatchRun], list[MatchRun]]:
    """Choose runs that keep their order, longest first; return the others too."""
    backbone: list[MatchRun] = []
    elsewhere = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        number = bisect_left(backbone, run)
        before = backbone[number - 1] if number else MatchRun(0, 0, 0)
        after = backbone[number] if number < len(backbone) else None
        fitted = _trim(run, before, after)
        if fitted:
            insort(backbone, fitted)
        else:
            elsewhere.append(run)
    return backbone, elsewhere


def _trim(run: MatchRun, before: MatchRun, after: MatchRun | None) -> MatchRun | None:
    """Cut a run to what lies between two others in both texts, if anything does."""
    skip = max(before.first_end - run.first, before.second_end - run.second, 0)
    over = max(run.first_end - after.first, run.second_end - after.second, 0) if after else 0
    left = run.length - skip - over
    return MatchRun(run.first + skip, run.second + skip, left) if left > 0 else None


def _gaps_around(runs: Sequence[MatchRun], whole: Gap) -> Iterator[Gap]:
    """Yield the gaps before, between and after runs, empty ones too."""
    first, second = whole.first, whole.second
    for run in runs:
        yield Gap(first, run.first, second, run.second)
        first, second = run.first_end, run.second_end
    yield Gap(first, whole.first_end, second, whole.second_end)


def _match_words(a: Hashes, b: Hashes, gap: Gap) -> list[MatchRun]:
    """Match by the longest common subsequence; where it is thin, without short runs."""
    left, right = a[gap.first : gap.first_end].tolist(), b[gap.second : gap.second_end].tolist()
    found = [
        MatchRun(op.src_start + gap.first, op.dest_start + gap.second, op.src_end - op.src_start)
        for op in LCSseq.opcodes(left, right)
        if op.tag == "equal"
    ]
    if 2 * sum(run.length for run in found) < _UNLIKE * (len(left) + len(right)):
        return [run for run in found if run.length >= _SHORTEST_CHANCE]
    return found


def _choose_moves(
    runs: list[MatchRun], kept: Sequence[MatchRun], first_length: int, second_length: int
) -> list[MatchRun]:
    """Choose runs out of order that are long and do not overlap others, longest first."""
    first_free, second_free = np.ones(first_length, bool), np.ones(second_length, bool)
    for run in kept:
        first_free[run.first : run.first_end] = second_free[run.second : run.second_end] = False
    moves = []
    for run in sorted(runs, key=lambda run: (-run.length, run)):
        free = first_free[run.first : run.first_end] & second_free[run.second : run.second_end]
        length = int(np.argmin(free)) if not free.all() else run.length
        if length >= _SHORTEST_MOVE:
            moves.append(MatchRun(run.first, run.second, length))
            first_free[run.first : run.first + length] = second_free[run.second : run.second + length] = False
    return sorted(moves)
