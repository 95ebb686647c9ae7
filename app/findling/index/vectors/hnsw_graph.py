"""Adapter of hnswlib: a graph of nearest neighbours over labelled unit vectors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from findling.errors import FindlingError, LibraryError
from findling.index.vectors.exact import NO_NEIGHBOURS, Labels, Neighbours, merge, search_rows, take_best
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from numpy.typing import NDArray

LINKS = 16
"""M of Malkov and Yashunin (arXiv 1603.09320): links of a vector on each level, twice as many on the lowest."""

EFFORT = 200
"""ef_construction: candidates looked at to place a vector."""

EF = 160
"""Candidates looked at to answer a query, at least; docs/benchmarks.md has the recall that it gives."""

EF_PER_NEIGHBOUR = 3
"""Candidates looked at for each neighbour that is wanted: with one, recall@100 falls to 0.92."""

_WIDER = 8
"""Factor for the candidates if the graph gave too few neighbours, before every vector is scored."""

_GATHERED = 8_192
"""Vectors that are copied out of the graph at once."""


def import_hnswlib() -> ModuleType:
    """Import hnswlib when it is needed.

    Raises:
        FindlingError: it is not installed, or was built for another Python.
    """
    try:
        import hnswlib
    except ImportError as error:
        raise FindlingError(LibraryMessage.HNSWLIB_NOT_LOADED(error=str(error)), Remedy.COMPILE_HNSWLIB()) from error
    module: ModuleType = hnswlib
    return module


def bytes_per_vector(dimensions: int, links: int = LINKS) -> int:
    """Return the bytes of a vector in memory and in a file, with label and links, on average."""
    on_level = 4 + 4 * links
    return 4 * dimensions + 8 + (4 + 8 * links) + 4 + on_level // (links - 1) + 1


class HnswGraph:
    """An HNSW graph over unit vectors with inner product as similarity.

    `add` must never run beside `search`: hnswlib allows no reader while it is written to.
    """

    def __init__(self, dimensions: int) -> None:
        self._index = import_hnswlib().Index(space="ip", dim=dimensions)

    @classmethod
    def create(cls, dimensions: int, capacity: int) -> HnswGraph:
        """Start an empty graph with room for `capacity` vectors."""
        graph = cls(dimensions)
        graph._index.init_index(max_elements=max(capacity, 1), M=LINKS, ef_construction=EFFORT)
        return graph

    @classmethod
    def load(cls, path: Path, dimensions: int, capacity: int) -> HnswGraph:
        """Load a graph that was verified before; hnswlib crashes on a damaged one rather than refuse it.

        Args:
            path: a file that `save` wrote.
            dimensions: of its vectors.
            capacity: vectors to have room for, those in the file among them.

        Raises:
            RuntimeError: hnswlib cannot read the file.
        """
        graph = cls(dimensions)
        graph._index.load_index(_name_natively(path), max_elements=capacity)
        return graph

    def __len__(self) -> int:
        return int(self._index.get_current_count())

    @property
    def file_size(self) -> int:
        """Bytes that `save` writes; hnswlib reports no failure."""
        return int(self._index.index_file_size())

    def add(self, labels: Labels, rows: NDArray[np.float32], threads: int) -> None:
        """Place vectors in the graph.

        Args:
            labels: int64 (n,), new ones.
            rows: float32 (n, d), unit vectors.
            threads: how many place them at once.
        """
        if len(labels):
            self._index.add_items(rows, labels, num_threads=threads)

    def blocks(self) -> Iterator[tuple[Labels, NDArray[np.float32]]]:
        """Yield all labels and vectors in blocks, in no particular order: int64 (n,), float32 (n, d)."""
        labels = np.array(self._index.get_ids_list(), np.int64)
        for start in range(0, len(labels), _GATHERED):
            block = labels[start : start + _GATHERED]
            yield block, self._index.get_items(block, return_type="numpy")

    def save(self, path: Path) -> None:
        """Write the graph; only the size of the file shows whether all of it was written."""
        self._index.save_index(_name_natively(path))

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` best vectors; all of them where there are fewer."""
        k = min(k, len(self))
        if k <= 0:
            return NO_NEIGHBOURS
        ef = max(EF, EF_PER_NEIGHBOUR * k)
        return self._ask(query, k, ef) or self._ask(query, k, _WIDER * ef) or self._search_exactly(query, k)

    def _ask(self, query: NDArray[np.float32], k: int, ef: int) -> Neighbours | None:
        """Query the graph; None if it reaches fewer than `k` vectors, which hnswlib reports as an error."""
        # Another thread's search may use this one's ef; a smaller one still finds k, since hnswlib never takes less.
        self._index.set_ef(ef)
        try:
            labels, distances = self._index.knn_query(query, k=k, num_threads=1)
        except RuntimeError as error:
            if "contiguous" not in str(error):
                raise
            return None
        # The distance of the space "ip" is one less the inner product.
        return take_best(labels[0].astype(np.int64), np.float32(1.0) - distances[0], k)

    def _search_exactly(self, query: NDArray[np.float32], k: int) -> Neighbours:
        return merge((search_rows(query, labels, rows, k) for labels, rows in self.blocks()), k)


def _name_natively(path: Path) -> bytes:
    """Encode a path as the C++ library opens it: bytes on Unix, the ANSI code page on Windows."""
    if os.name != "nt":
        return os.fsencode(path)
    try:
        return str(path).encode("mbcs", errors="strict")
    except UnicodeEncodeError as error:
        raise LibraryError(LibraryMessage.VECTORS_PLAIN_NAME(folder=path.parent), Remedy.PLAIN_FOLDER_NAME()) from error
