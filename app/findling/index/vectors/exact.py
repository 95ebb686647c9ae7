"""Exact nearest neighbours by inner product."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Labels = NDArray[np.int64]
    Matrix = NDArray[np.float32] | NDArray[np.float16]

_BLOCK = 8_192
"""Rows that are scored at once; a block of 384 float32 columns is 12 MB."""

_NORM_TOLERANCE = 0.02
"""Largest difference of a squared norm from 1. Half precision moves it by less than 0.002; beyond is bit rot."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Nearest neighbours of a query, best first; equal scores in the order of labels.

    Attributes:
        labels: int64 (k,), ids of passages.
        scores: float32 (k,), inner products with the query: cosines, for unit vectors.
    """

    labels: Labels
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.labels)


NO_NEIGHBOURS = Neighbours(np.empty(0, np.int64), np.empty(0, np.float32))
"""Neighbours in an empty index."""


def search_rows(query: NDArray[np.float32], labels: Labels, matrix: Matrix, k: int) -> Neighbours:
    """Find the `k` best rows of a matrix by scoring all of them.

    Args:
        query: float32 (d,).
        labels: int64 (n,), the label of each row.
        matrix: float16 or float32 (n, d); half precision is widened block by block, since no BLAS multiplies it.
        k: how many are wanted; fewer come back where there are fewer rows.
    """
    scores = np.empty(len(labels), np.float32)
    for start in range(0, len(labels), _BLOCK):
        block = matrix[start : start + _BLOCK]
        np.matmul(block.astype(np.float32, copy=False), query, out=scores[start : start + len(block)])
    return take_best(labels, scores, k)


def take_best(labels: Labels, scores: NDArray[np.float32], k: int) -> Neighbours:
    """Keep the `k` highest scores, sorted, without those not finite, from damaged vectors."""
    finite = np.isfinite(scores)
    if not finite.all():
        labels, scores = labels[finite], scores[finite]
    if k <= 0:
        return NO_NEIGHBOURS
    if k < len(scores):
        # Everything that ties with the k-th score stays until the sort, so that the smaller label wins.
        kth = np.partition(scores, len(scores) - k)[len(scores) - k]
        kept = np.flatnonzero(scores >= kth)
        labels, scores = labels[kept], scores[kept]
    order = np.lexsort((labels, -scores))[:k]
    return Neighbours(labels[order], scores[order])


def merge(parts: Iterable[Neighbours], k: int) -> Neighbours:
    """Merge the neighbours from disjoint parts of an index into the `k` best."""
    found = [part for part in parts if len(part)]
    if not found:
        return NO_NEIGHBOURS
    labels = np.concatenate([part.labels for part in found])
    return take_best(labels, np.concatenate([part.scores for part in found]), k)


def check_query(query: NDArray[np.float32], dimensions: int) -> NDArray[np.float32]:
    """Return the query as contiguous float32.

    Raises:
        ValueError: it has another shape, or is not finite.
    """
    query = np.ascontiguousarray(query, np.float32)
    if query.shape != (dimensions,):
        raise ValueError(f"a query of shape {query.shape} for an index of {dimensions} dimensions")
    if not np.isfinite(query).all():
        raise ValueError("a query that holds NaN or infinity")
    return query


def widen_unit_rows(labels: Labels, matrix: Matrix) -> tuple[Labels, NDArray[np.float32]]:
    """Convert rows to contiguous float32, and drop those that are not unit vectors.

    A vector made huge by a flipped bit would be among the best for half of all queries, and NaN ruins the graph.
    """
    rows = np.ascontiguousarray(matrix, np.float32)
    squares = np.einsum("ij,ij->i", rows, rows)
    # NaN compares as false, so it is left out as well.
    kept = np.abs(squares - 1.0) <= _NORM_TOLERANCE
    return (labels, rows) if kept.all() else (labels[kept], rows[kept])
