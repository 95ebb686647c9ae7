"""Adapter of hnswlib: a graph of nearest neighbours over labelled unit vectors."""

from __future__ import annotations

import ctypes
import mmap
import os
import weakref
from typing import TYPE_CHECKING

import numpy as np

from findling.errors import LibraryError
from findling.index.vectors.exact import NO_NEIGHBOURS, Neighbours, merge, search_rows, take_best
from findling.index.vectors.hnsw_library import check_outcome, load_library
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from findling.index.vectors.exact import Labels

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

_BEST_KERNEL = -1

_GATHERED = 8_192
"""Vectors that are copied out of the graph at once."""


def bytes_per_vector(dimensions: int, links: int = LINKS) -> int:
    """Return the bytes of a vector in memory and in a file, with label and links, on average."""
    on_level = 4 + 4 * links
    return 4 * dimensions + 8 + (4 + 8 * links) + 4 + on_level // (links - 1) + 1


class HnswGraph:
    """An HNSW graph over unit vectors with inner product as similarity.

    `add` must never run beside `search`: hnswlib allows no reader while it is written to.
    """

    def __init__(self, dimensions: int, handle: ctypes.c_void_p, mapped: mmap.mmap | None = None) -> None:
        self._dimensions = dimensions
        self._mapped = mapped
        self._library = load_library()
        self._handle = handle
        weakref.finalize(self, self._library.hnsw_free, handle)

    @classmethod
    def create(cls, dimensions: int, capacity: int, kernel: int = _BEST_KERNEL, *, effort: int = EFFORT) -> HnswGraph:
        """Start an empty graph for `capacity` vectors; `kernel` is a number of `list_kernels`."""
        handle = ctypes.c_void_p()
        check_outcome(load_library().hnsw_create(dimensions, kernel, max(capacity, 1), LINKS, effort, handle))
        return cls(dimensions, handle)

    @classmethod
    def load(cls, path: Path, dimensions: int, capacity: int) -> HnswGraph:
        """Load a graph that was verified before: hnswlib crashes on a damaged one.

        Args:
            path: a file that `save` wrote.
            dimensions: of its vectors.
            capacity: vectors to have room for, those in the file among them.

        Raises:
            RuntimeError: hnswlib cannot read the file.
        """
        handle = ctypes.c_void_p()
        check_outcome(load_library().hnsw_load(dimensions, _BEST_KERNEL, capacity, _name_natively(path), handle))
        return cls(dimensions, handle)

    @classmethod
    def view(cls, path: Path, dimensions: int) -> HnswGraph:
        """Open a verified graph to be searched where it lies, its file mapped and not copied.

        What is read of it is in memory once for all processes that read it, and the system takes it back when memory
        is short. The file stays as it is for as long as the graph is used; on Windows it cannot be removed meanwhile.

        Raises:
            RuntimeError: it is not what `save` wrote.
            OSError: it cannot be read.
        """
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        handle, size = ctypes.c_void_p(), len(mapped)
        address = np.frombuffer(mapped, np.uint8).ctypes.data
        check_outcome(load_library().hnsw_view(dimensions, _BEST_KERNEL, address, size, handle))
        return cls(dimensions, handle, mapped)

    def give_back(self) -> None:
        """Give the memory of a viewed graph back to the system, which reads its pages again."""
        if self._mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
            self._mapped.madvise(mmap.MADV_DONTNEED)

    def __len__(self) -> int:
        return int(self._library.hnsw_count(self._handle))

    @property
    def file_size(self) -> int:
        """Bytes that `save` writes; hnswlib reports no failure."""
        return int(self._library.hnsw_file_size(self._handle))

    def add(self, labels: Labels, rows: NDArray[np.float32], threads: int) -> None:
        """Place vectors in the graph.

        Args:
            labels: int64 (n,), new ones.
            rows: float32 (n, d), unit vectors.
            threads: how many place them at once.
        """
        if rows.shape != (len(labels), self._dimensions):
            raise ValueError(f"{rows.shape} are no {len(labels)} vectors of {self._dimensions} dimensions")
        rows, labels = np.ascontiguousarray(rows), np.ascontiguousarray(labels)
        check_outcome(self._library.hnsw_add(self._handle, rows, labels, len(labels), threads))

    def blocks(self) -> Iterator[tuple[Labels, NDArray[np.float32]]]:
        """Yield labels and vectors in blocks, in order of placing: int64 (n,), float32 (n, d)."""
        count = len(self)
        for start in range(0, count, _GATHERED):
            end = min(start + _GATHERED, count)
            labels = np.empty(end - start, np.int64)
            rows = np.empty((end - start, self._dimensions), np.float32)
            self._library.hnsw_read(self._handle, start, end, labels, rows)
            yield labels, rows

    def save(self, path: Path) -> None:
        """Write the graph; only the size of the file shows whether all of it was written."""
        check_outcome(self._library.hnsw_save(self._handle, _name_natively(path)))

    def search(self, query: NDArray[np.float32], k: int, ef: int = EF) -> Neighbours:
        """Find about the `k` best vectors, looking at `ef` at least; all where there are fewer."""
        k = min(k, len(self))
        if k <= 0:
            return NO_NEIGHBOURS
        ef = max(ef, EF_PER_NEIGHBOUR * k)
        return self._ask(query, k, ef) or self._ask(query, k, _WIDER * ef) or self._search_exactly(query, k)

    def _ask(self, query: NDArray[np.float32], k: int, ef: int) -> Neighbours | None:
        """Query the graph; None if it reaches fewer than `k` vectors."""
        labels, scores, found = np.empty(k, np.int64), np.empty(k, np.float32), ctypes.c_uint64()
        query = np.ascontiguousarray(query, np.float32)
        check_outcome(self._library.hnsw_search(self._handle, query, k, ef, labels, scores, found))
        return take_best(labels, scores, k) if found.value == k else None

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
