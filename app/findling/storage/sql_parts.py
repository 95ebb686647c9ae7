"""Parts of SQL statements: ranges of paths, and lists of values."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BATCH = 500


def path_range(path: bytes) -> tuple[bytes, bytes]:
    """Return the half-open range of paths below a directory."""
    separator = os.fsencode(os.sep)
    start = path.rstrip(separator) + separator
    return start, start[:-1] + bytes([start[-1] + 1])


def batched(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Split ids into parts that fit into one statement."""
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def marks(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ", ".join("?" * len(values))
