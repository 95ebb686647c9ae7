"""Communities of a neighbour graph by the Leiden algorithm (Traag et al., arXiv 1810.08473)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.topics.neighbour_graph import NeighbourGraph

_SHARPNESS = 3
"""Power of the cosine that weighs an edge; of 1 to 4 the one that kept unlike texts apart best (docs/benchmarks.md)."""

_SEED = 7
_RANDOMNESS, _ROUNDS = 0.001, 3
_TRIALS, _FEW = 6, 5_000
"""Divisions of few documents of which the best is taken: they differ more, and cost next to nothing."""


def find_communities(
    graph: NeighbourGraph, resolution: float, start: NDArray[np.int64] | None = None
) -> tuple[NDArray[np.int64], float]:
    """Divide documents into communities, with the modularity that this has.

    Args:
        graph: of at least one document.
        resolution: above 1 gives more and smaller communities, below 1 fewer.
        start: int64 (documents,), communities to begin with, as they were found before; -1 where there is none.

    Returns:
        int64 (documents,), numbers of communities from 0 on, the largest first; documents without any edge have
        communities of their own. And the modularity, at most 1.
    """
    # Imported where it is used: few processes group anything.
    from graspologic_native import leiden

    first, second, weights = _list_edges(graph)
    if not len(first):
        return np.arange(len(graph), dtype=np.int64), 0.0
    names = [str(row) for row in range(len(graph))]
    edges = [
        (names[a], names[b], weight)
        for a, b, weight in zip(first.tolist(), second.tolist(), weights.tolist(), strict=True)
    ]
    begun = None if start is None else _name_start(start, np.union1d(first, second))
    trials = _TRIALS if len(graph) <= _FEW else 1
    quality, found = leiden(edges, begun, resolution, _RANDOMNESS, _ROUNDS, True, _SEED, trials)
    communities = np.full(len(graph), -1, np.int64)
    communities[[int(name) for name in found]] = list(found.values())
    return number_by_size(communities), float(quality)


def number_by_size(communities: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number communities from 0 on, the largest first; each -1 becomes one of its own."""
    alone = communities < 0
    communities = np.where(alone, communities.max() + 1 + np.cumsum(alone), communities)
    _, numbers, sizes = np.unique(communities, return_inverse=True, return_counts=True)
    ranks = np.empty(len(sizes), np.int64)
    ranks[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return ranks[numbers]


def _list_edges(graph: NeighbourGraph) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return each edge once: its two documents and weight, doubled if each is a neighbour."""
    count, width = graph.neighbours.shape
    near = np.repeat(np.arange(count, dtype=np.int64), width)
    far = graph.neighbours.ravel().astype(np.int64)
    weights = np.maximum(graph.cosines.ravel(), 0).astype(np.float64) ** _SHARPNESS
    kept = (near != far) & (weights > 0)
    near, far, weights = near[kept], far[kept], weights[kept]
    keys, positions = np.unique(np.minimum(near, far) * count + np.maximum(near, far), return_inverse=True)
    return keys // count, keys % count, np.bincount(positions, weights, len(keys)).astype(np.float64, copy=False)


def _name_start(start: NDArray[np.int64], linked: NDArray[np.int64]) -> dict[str, int]:
    """Return the communities to begin with, of documents with an edge, numbered without gaps."""
    wanted = number_by_size(start)[linked]
    numbers = np.unique(wanted, return_inverse=True)[1]
    return {str(row): number for row, number in zip(linked.tolist(), numbers.tolist(), strict=True)}
