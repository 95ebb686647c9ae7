"""Parts of SQL statements: ranges of paths, and lists of values."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_Value = TypeVar("_Value")
_BATCH = 500


def path_range(path: bytes) -> tuple[bytes, bytes]:
    """Return the half-open range of paths below a directory."""
    separator = os.fsencode(os.sep)
    start = path.rstrip(separator) + separator
    return start, start[:-1] + bytes([start[-1] + 1])


def batched(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """Split values into parts that fit into one statement."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def marks(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ", ".join("?" * len(values))
