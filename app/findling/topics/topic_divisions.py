"""Division of documents into topics, and of topics into those that they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.storage.half_precision import to_unit_length
from findling.topics.communities import find_communities, number_by_size
from findling.topics.neighbour_graph import find_covariance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from findling.topics.neighbour_graph import NeighbourGraph

RESOLUTION = 0.7
"""Resolution of the outer topics: every set that was tried is divided as its readers did (docs/benchmarks.md)."""

_INNER_RESOLUTION = 0.5
_LEAST = 5
"""Documents of a topic, at least."""

_ADDED_AT_ONCE = 8_192
"""Vectors of which a copy is made at once."""

_LEAST_INNER_SHARE = 0.04
_DIVIDED = 30
"""Documents of a topic that is divided further, at least."""

_ONE_SUBJECT_SHARE = 0.35
_CLEARER = 1.9
"""Mean cosine within topics, as a multiple of that of all documents, from which on these are about several subjects.

Single collections and newsgroups have 1.1 to 1.87, mixtures of several 2.06 and more (docs/benchmarks.md).
"""


@dataclass(frozen=True, slots=True, eq=False)
class Division:
    """Topics of documents, by numbers from 0 on.

    Attributes:
        outer: int64 (documents,), number of the topic.
        inner: int64 (documents,), number of the part of it, over all topics; -1 where the topic has no parts.
    """

    outer: NDArray[np.int64]
    inner: NDArray[np.int64]


def are_one_subject(vectors: NDArray[np.float32], outer: NDArray[np.int64], unrelated: float) -> bool:
    """Return whether documents are about one subject, which division makes hardly clearer.

    Then documents of one topic are not much more alike than any two are, and no direction parts all in two: of two
    groups that are unlike, the variance along the line between them is nearly as large as what all have in common.

    Args:
        vectors: float32 (documents, dimensions), of length 1, not centred.
        outer: int64 (documents,), numbers of their topics.
        unrelated: mean cosine of unrelated texts to this model.
    """
    mean = vectors.mean(axis=0)
    common = float(mean @ mean) - unrelated
    if common <= 0:
        return False
    widest = float(np.linalg.eigvalsh(find_covariance(vectors, mean))[-1]) / len(vectors)
    return widest < _ONE_SUBJECT_SHARE * common and _find_likeness(vectors, outer) - unrelated < _CLEARER * common


def _find_likeness(vectors: NDArray[np.float32], outer: NDArray[np.int64]) -> float:
    """Return the mean cosine of two documents of the same topic, each document counted once."""
    sizes = np.bincount(outer)
    sums = np.zeros((len(sizes), vectors.shape[1]), np.float32)
    np.add.at(sums, outer, vectors)
    squares = np.einsum("ij,ij->i", sums, sums).astype(np.float64)
    pairs = np.maximum(sizes * (sizes - 1), 1)
    return float((sizes * (squares - sizes) / pairs).sum() / len(vectors))


def divide(
    graph: NeighbourGraph, centred: NDArray[np.float32], before: Division | None = None
) -> Iterator[Division | None]:
    """Divide documents on two levels; yields None between two steps, and the division last.

    Args:
        graph: of the documents.
        centred: float32 (documents, dimensions), centred and of length 1.
        before: an earlier division, from which this one starts; -1 stands for documents that it did not know.
    """
    outer = _absorb_small(find_communities(graph, RESOLUTION, before.outer if before else None)[0], centred, _LEAST)
    yield None
    inner = np.full(len(outer), -1, np.int64)
    parts = 0
    for topic in range(int(outer.max()) + 1):
        rows = np.flatnonzero(outer == topic)
        if len(rows) < _DIVIDED:
            continue
        start = before.inner[rows] if before else None
        found = find_communities(graph.narrow(rows), _INNER_RESOLUTION, start)[0]
        found = _absorb_small(found, centred[rows], max(_LEAST, int(_LEAST_INNER_SHARE * len(rows))))
        if found.max():
            inner[rows] = parts + found
            parts += int(found.max()) + 1
        yield None
    yield Division(outer, inner)


def find_centres(centred: NDArray[np.float32], numbers: NDArray[np.int64], count: int) -> NDArray[np.float32]:
    """Return the centres, float32 (count, dimensions), of groups by number; -1 is in none."""
    sums = np.zeros((count, centred.shape[1]), np.float32)
    known = np.flatnonzero(numbers >= 0)
    ordered = known[np.argsort(numbers[known], kind="stable")]
    for start in range(0, len(ordered), _ADDED_AT_ONCE):
        rows = ordered[start : start + _ADDED_AT_ONCE]
        firsts = np.flatnonzero(np.diff(numbers[rows], prepend=-1))
        sums[numbers[rows[firsts]]] += np.add.reduceat(centred[rows], firsts, axis=0)
    return to_unit_length(sums)


def _absorb_small(communities: NDArray[np.int64], centred: NDArray[np.float32], least: int) -> NDArray[np.int64]:
    """Put the documents of communities that are too small into those whose centres are nearest."""
    sizes = np.bincount(communities)
    large = np.flatnonzero(sizes >= least)
    if not len(large):
        return np.zeros_like(communities)
    small = np.flatnonzero(sizes[communities] < least)
    if len(small):
        centres = find_centres(centred, communities, len(sizes))[large]
        communities = communities.copy()
        communities[small] = large[(centred[small] @ centres.T).argmax(axis=1)]
    return number_by_size(communities)
