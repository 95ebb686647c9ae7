"""Aligns two texts: words that both have, in place or moved.

Runs of words that occur once in each text are anchors, as in patience diff: of six words first, which can hardly be
chance, then, between such, of three. The longest runs that keep their order are the backbone; others have moved, if
they have eight words at least. Between two anchors the longest common subsequence decides; where less than half is
common, only its runs of three words count. So a book takes time in proportion to its length, where a plain comparison
takes the product of both. All of it is done by `word_library`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.duplicates.word_library import align_hashes

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, order=True)
class MatchRun:
    """`length` equal words, from `first` on in one text and from `second` on in the other."""

    first: int
    second: int
    length: int

    @property
    def first_end(self) -> int:
        """End in the first text: one past the last word."""
        return self.first + self.length

    @property
    def second_end(self) -> int:
        """End in the second text: one past the last word."""
        return self.second + self.length


@dataclass(frozen=True, slots=True, eq=False)
class Alignment:
    """The common words of two texts.

    Attributes:
        kept_runs: (runs, 3) int64, place in the first, place in the second, length: runs that keep their order.
        moved_runs: the same of runs that stand elsewhere in the other text, ascending in the first.
        first_length, second_length: words of each text.
    """

    kept_runs: NDArray[np.int64]
    moved_runs: NDArray[np.int64]
    first_length: int
    second_length: int

    @property
    def kept(self) -> tuple[MatchRun, ...]:
        """Runs that keep their order, ascending in both texts."""
        return tuple(MatchRun(*run) for run in self.kept_runs.tolist())

    @property
    def moved(self) -> tuple[MatchRun, ...]:
        """Runs that stand elsewhere in the other text, ascending in the first."""
        return tuple(MatchRun(*run) for run in self.moved_runs.tolist())

    @property
    def common(self) -> int:
        """Number of words that both have."""
        return int(self.kept_runs[:, 2].sum() + self.moved_runs[:, 2].sum())

    def find_unmatched(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Find the words of each text that are in no run: their places, ascending."""
        runs = np.concatenate([self.kept_runs, self.moved_runs])
        return (
            _find_uncovered(runs[:, 0], runs[:, 2], self.first_length),
            _find_uncovered(runs[:, 1], runs[:, 2], self.second_length),
        )

    def find_gaps(self, places: NDArray[np.int64], *, in_second: bool) -> NDArray[np.int64]:
        """Return for words of a text that are in no kept run how many kept runs stand before each."""
        return np.searchsorted(self.kept_runs[:, int(in_second)], places, "right")


def align(a: NDArray[np.uint64], b: NDArray[np.uint64]) -> Alignment:
    """Find the words that two texts have in common, (words,) uint64 hashes of each."""
    return Alignment(*align_hashes(a, b), len(a), len(b))


def _find_uncovered(starts: NDArray[np.int64], lengths: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the places of 0..count that no range covers; ranges do not overlap."""
    depth = np.bincount(starts, minlength=count + 1) - np.bincount(starts + lengths, minlength=count + 1)
    return np.flatnonzero(np.cumsum(depth)[:count] == 0)
