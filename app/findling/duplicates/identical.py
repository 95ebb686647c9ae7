"""Finds files of equal bytes: by size, by how they begin, and only then in full."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from typing import TYPE_CHECKING

from blake3 import blake3

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

_START = 4096
_WHOLE = 1 << 20


def find_identical(paths: Iterable[Path | str]) -> list[tuple[str, ...]]:
    """Group regular files of equal bytes, without empty or unreadable ones and hard links."""
    by_size: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for path in map(str, paths):
        try:
            status = os.lstat(path)
        except OSError:  # it vanished a moment ago, or lies where nobody may look
            continue
        if stat.S_ISREG(status.st_mode) and status.st_size:
            by_size[status.st_size].setdefault((status.st_dev, status.st_ino), path)
    groups = []
    for size, named in by_size.items():
        if len(named) < 2:
            continue
        alike = _group(named.values(), _read_start)
        if size <= _START:
            groups += alike
            continue
        for group in alike:
            groups += _group(group, _read if size <= _WHOLE else _hash)
    return [tuple(sorted(group)) for group in groups]


def _group(paths: Iterable[str], key: Callable[[str], Hashable]) -> list[list[str]]:
    """Group paths by a key; groups of one are left out."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for path in paths:
        try:
            groups[key(path)].append(path)
        except OSError:  # it cannot be read
            continue
    return [group for group in groups.values() if len(group) > 1]


def _read_start(path: str) -> bytes:
    return _read(path, _START)


def _read(path: str, size: int = _WHOLE) -> bytes:
    """Read at most so many bytes in one call."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(number, size)
    finally:
        os.close(number)


def _hash(path: str) -> bytes:
    return blake3().update_mmap(path).digest()
