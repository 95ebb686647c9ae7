"""Places in an edited text at which its passages ended before the edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MISSES = 50
"""Passages that are looked for in vain between the first and the last edit, each of which costs a look at all of it."""


def find_anchors(before: str, passages: Sequence[tuple[int, int]], after: str) -> set[int]:
    """Find where passages of a text end in a later form of it.

    Args:
        before: the earlier text.
        passages: start and end of each in it, in order.
        after: the later text.

    Returns:
        Offsets into the later text, at which a passage ended that stands before them as it did.
    """
    prefix = _measure_prefix(before, after)
    room = min(len(before), len(after)) - prefix
    suffix = min(_measure_suffix(before, after), room)
    shift = len(after) - len(before)
    anchors = {end for _, end in passages if end <= prefix}
    anchors |= {end + shift for _, end in passages if end > len(before) - suffix}
    at, last = prefix, len(after) - suffix
    misses = 0
    for start, end in passages:
        if end <= prefix or start >= len(before) - suffix or misses >= _MISSES:
            continue
        text = before[start:end]
        # The one before may end with its first sentence.
        found = after.find(text, max(at - len(text), 0), last + len(text))
        if found < 0:
            misses += 1
        else:
            at = found + len(text)
            anchors.add(at)
    return anchors


def _measure_prefix(one: str, other: str) -> int:
    """Return the length of both texts' common beginning, by halves, as comparing runs is fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _measure_suffix(one: str, other: str) -> int:
    """Return the number of characters with which both texts end."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
