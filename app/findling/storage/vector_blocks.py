"""Vectors of several documents as one matrix, and what a query scores in it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.storage.half_precision import STORED, widen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

_BLOCK_ROWS = 1_024
"""Vectors of one block, about: 1.5 MB of 384 columns, which stay in a processor's cache until they are scored."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VectorBlock:
    """Vectors of several documents, one document's after the other's.

    Attributes:
        document_ids: int64 (documents,).
        starts: int64 (documents,), the row at which each begins; none is empty.
        labels: int64 (rows,), ids of the passages.
        matrix: float32 (rows, dimensions), rows of length 1.
    """

    document_ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    labels: NDArray[np.int64]
    matrix: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class BestCosines:
    """Cosine of each document's nearest passage: ascending ids int64 (n,), values float64 (n,)."""

    ids: NDArray[np.int64]
    values: NDArray[np.float64]


def join_blocks(rows: Iterable[tuple[int, int, bytes, int]], dimensions: int) -> Iterator[VectorBlock]:
    """Join undamaged rows to blocks of about `_BLOCK_ROWS` vectors.

    Args:
        rows: document id, first passage id, stored matrix and its checksum.
        dimensions: of each vector.
    """
    waiting: list[tuple[int, int, bytes]] = []
    size = 0
    for document_id, first_passage, matrix, checksum in rows:
        if matrix and zlib.crc32(matrix) == checksum:
            waiting.append((document_id, first_passage, matrix))
            size += len(matrix)
            if size >= _BLOCK_ROWS * dimensions * STORED.itemsize:
                yield _to_block(waiting, dimensions)
                waiting, size = [], 0
    if waiting:
        yield _to_block(waiting, dimensions)


def _to_block(rows: Sequence[tuple[int, int, bytes]], dimensions: int) -> VectorBlock:
    lengths = np.array([len(matrix) for _, _, matrix in rows], np.int64) // (dimensions * STORED.itemsize)
    starts = np.cumsum(lengths) - lengths
    firsts = np.array([first for _, first, _ in rows], np.int64)
    return VectorBlock(
        document_ids=np.array([document_id for document_id, _, _ in rows], np.int64),
        starts=starts,
        labels=np.repeat(firsts - starts, lengths) + np.arange(lengths.sum()),
        matrix=widen(b"".join(matrix for _, _, matrix in rows), dimensions),
    )


def find_best(blocks: Iterable[VectorBlock], query: NDArray[np.float32]) -> BestCosines:
    """Return the best cosine of each document with a query, (dimensions,) of length 1."""
    ids, values = [np.empty(0, np.int64)], [np.empty(0)]
    for block in blocks:
        ids.append(block.document_ids)
        values.append(np.maximum.reduceat(block.matrix @ query, block.starts).astype(np.float64))
    joined = np.concatenate(ids)
    order = np.argsort(joined)
    return BestCosines(joined[order], np.concatenate(values)[order])


def score_rows(blocks: Iterable[VectorBlock], query: NDArray[np.float32]) -> dict[int, dict[int, float]]:
    """Return the cosine of each passage with a query, by passage id, by document id."""
    scored: dict[int, dict[int, float]] = {}
    for block in blocks:
        labels, cosines = block.labels.tolist(), (block.matrix @ query).tolist()
        starts = block.starts.tolist()
        for document_id, start, end in zip(
            block.document_ids.tolist(), starts, [*starts[1:], len(labels)], strict=True
        ):
            scored[document_id] = dict(zip(labels[start:end], cosines[start:end], strict=True))
    return scored
