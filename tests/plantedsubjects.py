"""Documents of planted subjects, as vectors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from findling.storage.half_precision import to_unit_length
from findling.topics.neighbour_graph import GraphBuilder, NeighbourGraph, centre

DIMENSIONS = 24


def plant(sizes: list[int], spread: float = 0.15, seed: int = 0) -> NDArray[np.float32]:
    """Return unit vectors of documents about unlike subjects, one subject's after the other's."""
    drawn = np.random.default_rng(seed)
    subjects = np.linalg.qr(drawn.normal(size=(DIMENSIONS, DIMENSIONS)))[0][: len(sizes)]
    rows = np.repeat(subjects, sizes, axis=0) + drawn.normal(0, spread, (sum(sizes), DIMENSIONS))
    return to_unit_length(rows.astype(np.float32))


def build_graph(vectors: NDArray[np.float32]) -> tuple[NeighbourGraph, NDArray[np.float32]]:
    """Return the graph of documents, and their centred vectors."""
    centred = centre(vectors)
    builder = GraphBuilder(centred)
    assert all(0 <= done <= 1 for done in builder.steps())
    return builder.graph, centred
