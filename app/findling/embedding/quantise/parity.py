"""Agreement of two models on the same passages, which a faster build has to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.domain.models import Parity

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEIGHBOURS = 10
_BLOCK = 512
LEAST_COSINE = 0.99
LEAST_OVERLAP = 0.85
"""Least overlap of a form: with less, all in docs/benchmarks.md had lost relevance on some collection."""


def agree(parity: Parity) -> bool:
    """Return whether one model may stand for the other."""
    return parity.cosine >= LEAST_COSINE and parity.overlap >= LEAST_OVERLAP


def compare_vectors(one: NDArray[np.float32], other: NDArray[np.float32]) -> Parity:
    """Compare the vectors that two models make of the same passages.

    Args:
        one: (passages, dimensions) float32, rows of length 1.
        other: likewise.

    Raises:
        ValueError: there are too few passages for neighbours, or the shapes differ.
    """
    if one.shape != other.shape or len(one) <= _NEIGHBOURS:
        raise ValueError(f"{one.shape} and {other.shape} cannot be compared by {_NEIGHBOURS} neighbours")
    cosines = np.einsum("ij,ij->i", one, other)
    shared = [len(set(ours) & set(theirs)) for ours, theirs in zip(_neighbours(one), _neighbours(other), strict=True)]
    return Parity(len(one), float(cosines.mean()), float(cosines.min()), float(np.mean(shared)) / _NEIGHBOURS)


def _neighbours(vectors: NDArray[np.float32]) -> list[list[int]]:
    """The nearest other rows of each row."""
    found: list[list[int]] = []
    for start in range(0, len(vectors), _BLOCK):
        scores = vectors[start : start + _BLOCK] @ vectors.T
        scores[np.arange(len(scores)), np.arange(start, start + len(scores))] = -np.inf
        found += np.argpartition(-scores, _NEIGHBOURS - 1, axis=1)[:, :_NEIGHBOURS].tolist()
    return found
