"""Parts of SQL statements: ranges of paths, and lists of values."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_Value = TypeVar("_Value")
_BATCH = 500
_IN_TURN = 8
"""Folders up to which each one's range is looked up in the index of paths."""


def path_range(path: bytes) -> tuple[bytes, bytes]:
    """Return the half-open range of paths below a directory."""
    separator = os.fsencode(os.sep)
    start = path.rstrip(separator) + separator
    return start, start[:-1] + bytes([start[-1] + 1])


# A search asks several times about the same folders.
@lru_cache(maxsize=16)
def lies_below(folders: tuple[bytes, ...]) -> tuple[str, tuple[bytes, ...]]:
    """Return the condition that the path of `f` is one of some folders or below, with values.

    Of many folders, a path is not compared with the range of each, but with the bounds of all by halves.
    """
    if len(folders) <= _IN_TURN:
        inside = ["f.path = ? OR (f.path >= ? AND f.path < ?)"] * len(folders)
        return f"({' OR '.join(inside) or '0'})", tuple(
            value for each in folders for value in (each, *path_range(each))
        )
    bounds: list[bytes] = []
    for start, end in sorted(_ranges(folders)):
        if bounds and start <= bounds[-1]:
            bounds[-1] = max(end, bounds[-1])
        else:
            bounds += [start, end]
    return _halve(tuple(bounds), is_inside=False)


def _halve(bounds: tuple[bytes, ...], *, is_inside: bool) -> tuple[str, tuple[bytes, ...]]:
    """Return the condition that an odd number of ascending bounds is not above a value.

    It is an even number if `is_inside`.
    """
    if not bounds:
        return str(int(is_inside)), ()
    middle = len(bounds) // 2
    left, left_values = _halve(bounds[:middle], is_inside=is_inside)
    right, right_values = _halve(bounds[middle + 1 :], is_inside=is_inside ^ (middle % 2 == 0))
    return f"CASE WHEN f.path < ? THEN {left} ELSE {right} END", (bounds[middle], *left_values, *right_values)


def is_listed_below(folders: tuple[bytes, ...]) -> tuple[str, tuple[bytes, ...]]:
    """Return the condition that a file `f` lies below one of some folders, by a list of such.

    The list is made once a statement, by the index of paths, which pays where the statement begins with it.
    """
    if len(folders) <= _IN_TURN:
        return lies_below(folders)
    ranges = _ranges(folders)
    listed = (
        f"SELECT listed.id FROM (VALUES {', '.join(['(?, ?)'] * len(ranges))}) part"
        " CROSS JOIN files listed ON listed.path >= part.column1 AND listed.path < part.column2"
    )
    return f"f.id IN ({listed})", tuple(bound for each in ranges for bound in each)


def _ranges(folders: Iterable[bytes]) -> list[tuple[bytes, bytes]]:
    """Return half-open ranges of paths: of each folder itself, and of what lies below it."""
    # Behind a name and a zero byte, which no path has, comes the next name.
    return [part for each in folders for part in ((each, each + b"\0"), path_range(each))]


def batched(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """Split values into parts that fit into one statement."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def marks(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ", ".join("?" * len(values))
