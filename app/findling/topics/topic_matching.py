"""Matching of topics with those of before, whose ids and names they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEPT_LIKENESS = 0.5
"""Jaccard index of a topic's documents before and after, from which on it counts as the same topic."""


def match_topics(before: NDArray[np.int64], after: NDArray[np.int64]) -> dict[int, int]:
    """Return the old topics that new ones carry on, each once at most, most alike first.

    Args:
        before: int64 (documents,), ids of the old topics; -1 where a document had none.
        after: int64 (documents,), numbers of the new ones; -1 where it has none.
    """
    old_ids, old_sizes = np.unique(before[before >= 0], return_counts=True)
    new_ids, new_sizes = np.unique(after[after >= 0], return_counts=True)
    of_old = dict(zip(old_ids.tolist(), old_sizes.tolist(), strict=True))
    of_new = dict(zip(new_ids.tolist(), new_sizes.tolist(), strict=True))
    both = (before >= 0) & (after >= 0)
    pairs, shared = np.unique(np.stack((before[both], after[both])), axis=1, return_counts=True)
    likeness = [
        (common / (of_old[old] + of_new[new] - common), old, new)
        for (old, new), common in zip(pairs.T.tolist(), shared.tolist(), strict=True)
    ]
    matched: dict[int, int] = {}
    for alike, old, new in sorted(likeness, key=lambda each: (-each[0], each[1], each[2])):
        if alike >= KEPT_LIKENESS and new not in matched and old not in matched.values():
            matched[new] = old
    return matched
