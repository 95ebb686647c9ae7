"""Finds files of equal bytes: by size, by how they begin, and only then in full."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from typing import TYPE_CHECKING

from blake3 import blake3

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from pathlib import Path

_START = 4096
_WHOLE = 1 << 20


def find_identical(paths: Iterable[Path | str]) -> list[tuple[str, ...]]:
    """Group regular files of equal bytes, without empty or unreadable ones and hard links."""
    return _find(_look(paths))


def find_identical_below(folder: Path) -> list[tuple[str, ...]]:
    """Group the files below a folder as `find_identical` does; links are not followed."""
    return _find(_walk(str(folder)))


def _find(files: Iterable[tuple[str, os.stat_result]]) -> list[tuple[str, ...]]:
    by_size: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for path, status in files:
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


def _look(paths: Iterable[Path | str]) -> Iterator[tuple[str, os.stat_result]]:
    for path in paths:
        try:
            yield str(path), os.lstat(path)
        except OSError:  # it vanished a moment ago, or lies where nobody may look
            continue


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.is_file(follow_symlinks=False):
                        yield entry.path, os.lstat(entry.path)
        except OSError:  # a folder that may not be looked into
            continue


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
