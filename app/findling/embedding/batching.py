"""Batches of texts of equal length, so that no vector depends on the rest of its batch."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class TextBatch:
    """Texts that go through the model as one.

    Attributes:
        length: how many tokens each of them has.
        members: their positions in what was given to `plan_batches`.
    """

    length: int
    members: tuple[int, ...]


def plan_batches(lengths: Sequence[int], budget: int) -> list[TextBatch]:
    """Group texts of equal length in batches of at most `budget` tokens; a longer one is alone.

    On a processor, small batches are the fast ones, since their activations stay in its cache; and without padding the
    same text gives the same vector, to the bit, whatever it is batched with.

    Args:
        lengths: tokens of each text, special tokens included.
        budget: tokens that a batch may have.

    Returns:
        Batches that hold each position once, longest first, so that the last ones to run are the short ones.

    Raises:
        ValueError: the budget is not positive.
    """
    if budget < 1:
        raise ValueError(f"a batch needs room for a token, not {budget}")
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for position, length in enumerate(lengths):
        by_length[length].append(position)
    batches = []
    for length in sorted(by_length, reverse=True):
        members = by_length[length]
        size = max(budget // max(length, 1), 1)
        batches += [TextBatch(length, tuple(members[start : start + size])) for start in range(0, len(members), size)]
    return batches


_BUCKETS = (16, 32, 64, 128, 256, 512)
"""Lengths that texts are padded to for devices that have to prepare for every shape."""


def plan_buckets(lengths: Sequence[int], budget: int) -> list[TextBatch]:
    """Group texts in batches of few shapes, each padded to the next of `_BUCKETS`, if any.

    Returns:
        Batches that hold each position once, longest first; `rows_of` says how many rows a batch is padded to.
    """
    return plan_batches([next((size for size in _BUCKETS if size >= length), length) for length in lengths], budget)


def rows_of(batch: TextBatch, budget: int) -> int:
    """Return how many rows a batch of `plan_buckets` is padded to."""
    return max(budget // max(batch.length, 1), 1)
