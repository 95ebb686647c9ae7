"""A query by meaning: its vector, and where its neighbours are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from findling.index.vectors.exact import Neighbours
    from findling.search.relevance import Calibration
    from findling.storage.vector_table import Space


class PassageIndex(Protocol):
    """Vectors of the passages of one space."""

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` passages nearest to a unit vector, perhaps with deleted documents'."""


@dataclass(frozen=True, slots=True)
class DenseQuery:
    """A query vector and the index to search with it.

    Attributes:
        vector: the query's, (dimensions,) float32 of length 1.
        space: that it lives in.
        index: where its neighbours are.
        calibration: how sure a cosine of this model is; None where nothing says so.
    """

    vector: NDArray[np.float32]
    space: Space
    index: PassageIndex
    calibration: Calibration | None

    def neighbours(self, k: int) -> Neighbours:
        """Return about the `k` nearest passages, including those of deleted documents."""
        return self.index.search(self.vector, k)
