"""Documents of planted subjects, as a graph."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from findling.topics.neighbour_graph import NeighbourGraph
from plantedsubjects import build_graph, plant


@pytest.fixture(scope="session")
def planted() -> tuple[NeighbourGraph, NDArray[np.float32]]:
    """Graph and centred vectors of four subjects with 90, 60, 50 and 40 documents."""
    return build_graph(plant([90, 60, 50, 40]))
