"""Vectors that occur more than once, in the graph only once: many equal ones would tear it apart.

Among equal vectors no distance tells which links lead on, so a few hundred of them (a signature under every mail, a
licence above every source file) link to each other only: with 2,000 copies of each of 3 passages among 8,000 others,
recall@10 fell from 0.99 to 0.83. Placed once, it stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.index.vectors.exact import Labels, Neighbours, take_best

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BYTES_OF_PAIR = 16


@dataclass(frozen=True, slots=True, eq=False)
class Copies:
    """The labels that are not in a graph because an equal vector is.

    Attributes:
        placed: int64 (n,), ascending: the label under which the vector is in the graph.
        labels: int64 (n,): the label that it has as well; ascending where `placed` is equal.
    """

    placed: Labels
    labels: Labels

    def __len__(self) -> int:
        return len(self.labels)

    @classmethod
    def of(cls, placed: Labels, labels: Labels) -> Copies:
        """Put pairs in any order into the order that is kept here."""
        order = np.lexsort((labels, placed))
        return cls(placed[order], labels[order])

    @classmethod
    def from_bytes(cls, written: bytes) -> Copies:
        """Read what `to_bytes` gave.

        Raises:
            ValueError: it is not a whole number of pairs.
        """
        placed, labels = np.frombuffer(written, np.dtype("<i8")).reshape(2, len(written) // _BYTES_OF_PAIR)
        return cls(placed.astype(np.int64), labels.astype(np.int64))

    def to_bytes(self) -> bytes:
        """All of `placed`, then all of `labels`, little-endian."""
        return np.concatenate([self.placed, self.labels]).astype("<i8").tobytes()

    def add_to(self, found: Neighbours, k: int) -> Neighbours:
        """Put the copies of what was found beside it, with the same scores, and keep the `k` best."""
        if not len(self):
            return found
        start = np.searchsorted(self.placed, found.labels, side="left")
        counts = np.searchsorted(self.placed, found.labels, side="right") - start
        if not counts.any():
            return found
        # One position for each copy: its group's start, and its place within the group.
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        labels = self.labels[np.repeat(start, counts) + within]
        scores: NDArray[np.float32] = np.concatenate([found.scores, np.repeat(found.scores, counts)])
        return take_best(np.concatenate([found.labels, labels]), scores, k)


NO_COPIES = Copies(np.empty(0, np.int64), np.empty(0, np.int64))
"""What most small segments have."""
