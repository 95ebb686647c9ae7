"""Walk through a folder under exclusion rules, without a library."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.indexing.exclusion import Exclusion


@dataclass(frozen=True, slots=True)
class Directory:
    """Files of one directory, and what is excluded from it; links are neither."""

    files: list[os.DirEntry[str]]
    left_out_files: list[os.DirEntry[str]]
    left_out_directories: list[os.DirEntry[str]]


def walk(root: Path, exclusion: Exclusion) -> Iterator[Directory]:
    """Yield every readable directory from `root` down that is not excluded."""
    waiting = [os.fspath(root)]
    while waiting:
        listed = _list(waiting.pop())
        if listed is None:
            continue
        files, directories = listed
        out = {entry.path for entry in files if exclusion.covers(entry.path, directory=False)}
        shut = {entry.path for entry in directories if exclusion.covers(entry.path, directory=True)}
        waiting += [entry.path for entry in reversed(directories) if entry.path not in shut]
        yield Directory(
            [entry for entry in files if entry.path not in out],
            [entry for entry in files if entry.path in out],
            [entry for entry in directories if entry.path in shut],
        )


def count_files(directory: str) -> Iterator[int]:
    """Yield the number of files of each directory from here down, without any rules."""
    waiting = [directory]
    while waiting:
        listed = _list(waiting.pop())
        if listed is not None:
            yield len(listed[0])
            waiting += [entry.path for entry in listed[1]]


def _list(directory: str) -> tuple[list[os.DirEntry[str]], list[os.DirEntry[str]]] | None:
    try:
        with os.scandir(directory) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        files = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
        return files, [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return None
