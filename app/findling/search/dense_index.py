"""Dense index of a library: the model that answers, and the place of its space's vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.catalogue import read_catalogue
from findling.index.vectors.exact import check_query, take_best
from findling.search.dense_query import DenseQuery
from findling.search.relevance import Calibration

if TYPE_CHECKING:
    from typing import Protocol

    from numpy.typing import NDArray

    from findling.embedding.catalogue import ModelSpec
    from findling.index.vectors.exact import Neighbours
    from findling.models.embedder import Embedder
    from findling.search.dense_query import PassageIndex
    from findling.storage.database import Database
    from findling.storage.vector_table import Space

    class RefreshedIndex(PassageIndex, Protocol):
        """A `PassageIndex` that follows the library."""

        def refresh(self, database: Database) -> None:
            """Take in what came since."""

        def rest(self) -> None:
            """Give memory back that the next search takes again."""


class StoredVectors:
    """The vectors in the database, all read and scored: cheaper than graphs for a single query."""

    def __init__(self, database: Database, space: Space) -> None:
        self._database = database
        self._space = space

    def refresh(self, database: Database) -> None:
        """Do nothing: whatever is in the database is searched."""

    def rest(self) -> None:
        """Do nothing: nothing is kept."""

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find the `k` nearest passages of a unit vector."""
        query = check_query(query, self._space.dimensions)
        labels, scores = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        for block in self._database.vectors.all_in_blocks(self._space):
            labels.append(block.labels)
            scores.append(block.matrix @ query)
        return take_best(np.concatenate(labels), np.concatenate(scores), k)


class DenseIndex:
    """The model of a space and its index, as one snapshot of the library has them."""

    def __init__(self, embedder: Embedder, space: Space, index: RefreshedIndex) -> None:
        if not embedder.fits_queries(space):
            raise ValueError(f"queries of {embedder.fingerprint} do not belong into {space.fingerprint}")
        self.embedder = embedder
        self.space = space
        self._index = index
        self._calibration: Calibration | None = None

    def refresh(self, database: Database) -> None:
        """Take in what came since."""
        self._calibration = _calibrate(self.embedder.encoder.spec, database, self.space)
        self._index.refresh(database)

    def rest(self) -> None:
        """Give memory back that the next query takes again."""
        self._index.rest()

    def embed(self, text: str) -> DenseQuery:
        """Embed a query."""
        return self.query(self.embedder.encoder.encode_query(text))

    def query(self, vector: NDArray[np.float32]) -> DenseQuery:
        """Return the dense query of a vector."""
        return DenseQuery(vector, self.space, self._index, self._calibration)


def _calibrate(spec: ModelSpec, database: Database, space: Space) -> Calibration | None:
    """Return how sure a model is: by its own fit, or by another one's brought to its scale."""
    if spec.relevance is not None:
        return Calibration(spec.relevance)
    background = database.spaces.background(space)
    fit = next((known.relevance for known in read_catalogue() if known.relevance), None) if background else None
    return Calibration(fit, background) if fit else None
