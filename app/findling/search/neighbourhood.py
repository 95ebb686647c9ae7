"""Score regularisation: documents near each other in meaning are about as relevant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEIGHBOUR_SHARE = 0.3
"""Share of a document's score that its neighbours decide."""

_NEIGHBOURS = 10
"""Neighbours of a document that count, among the candidates."""

TEMPERATURE = 0.1
"""Temperature of the softmax over the neighbours' cosines."""


def smooth(scores: NDArray[np.float64], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """Move each score a share of the way to the mean of its nearest neighbours'.

    The cluster hypothesis as Diaz put it to use in "Regularizing ad hoc retrieval scores" (CIKM 2005); the constants
    are flat around where they stand (docs/benchmarks.md, "Search").

    Args:
        scores: (n,).
        vectors: (n, dimensions), of length 1.
    """
    count = min(_NEIGHBOURS, len(scores) - 1)
    if count <= 0:
        return scores
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -np.inf)
    nearest = np.argpartition(-cosines, count - 1, axis=1)[:, :count]
    near = np.take_along_axis(cosines, nearest, axis=1)
    weights = np.exp((near - near.max(axis=1, keepdims=True)) / TEMPERATURE)
    weights /= weights.sum(axis=1, keepdims=True)
    smoothed: NDArray[np.float64] = (1 - NEIGHBOUR_SHARE) * scores + NEIGHBOUR_SHARE * (weights * scores[nearest]).sum(
        axis=1
    )
    return smoothed
