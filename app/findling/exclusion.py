"""Exclusion rules of a folder, built-in and the user's own, and a walk that applies them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from blake3 import blake3
from pathspec import GitIgnoreSpec

from findling.messages.library_templates import LibraryMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from findling.messages.notice import Notice

BUILT_IN = (
    # Hidden files and folders: settings, caches, keys, version control.
    ".*",
    # What programs make and can make again.
    "node_modules/",
    "__pycache__/",
    "venv/",
    "*.pyc",
    "*.o",
    "*.tmp",
    "*.part",
    "*.crdownload",
    "~$*",
    "*~",
    "Thumbs.db",
    "desktop.ini",
    # What is thrown away, and what belongs to the system.
    "$RECYCLE.BIN/",
    "System Volume Information/",
    "lost+found/",
    "AppData/",
)
"""Patterns in .gitignore's language; one of the user's own that begins with "!" takes one of them back.

What is secret is told by `extraction.secret_files`, so that it is listed with its reason.
"""


_REMEMBERED = 10_000


class Exclusion:
    """Exclusion rules of one folder of the library.

    Attributes:
        digest: of all rules, 16 bytes; equal where they are.
    """

    def __init__(self, root: Path, patterns: Iterable[str], own_folders: Iterable[Path] = ()) -> None:
        """Compile the rules of `root`; of `patterns`, later ones win."""
        self._root = os.fspath(root)
        own = list(patterns)
        self.digest = blake3("\n".join((*BUILT_IN, *own)).encode("utf-8", "surrogatepass")).digest(16)
        self._spec = GitIgnoreSpec.from_lines([*BUILT_IN, *own])
        self._own_spec = GitIgnoreSpec.from_lines(own)
        self._lets_in_any = any(pattern.lstrip().startswith("!") for pattern in own)
        self._own = frozenset(_as_seen_from(self._root, own_folders))
        # Of one folder thousands of changes are asked about in a row.
        self._is_shut = lru_cache(_REMEMBERED)(self._find_shut)

    def covers(self, path: str, *, directory: bool) -> bool:
        """Return whether a file or directory below the root is excluded."""
        if path in self._own:
            return True
        relative = os.path.relpath(path, self._root).replace(os.sep, "/")
        return self._spec.match_file(relative + "/" if directory else relative)

    def covers_somewhere(self, path: str, *, directory: bool = False) -> bool:
        """Return whether a file or directory, or any directory above it up to the root, is excluded."""
        if directory:
            return self._is_shut(path)
        return self._is_shut(os.path.dirname(path)) or self.covers(path, directory=False)  # noqa: PTH120

    def _find_shut(self, directory: str) -> bool:
        """Return whether a directory or one above is excluded; never the root, nor one outside it."""
        if not directory.startswith(self._root.rstrip(os.sep) + os.sep):
            return False
        return self._is_shut(os.path.dirname(directory)) or self.covers(directory, directory=True)  # noqa: PTH120

    def lets_in(self, path: str) -> bool:
        """Return whether a rule of the user's lets in a file left out otherwise for its secrets."""
        if not self._lets_in_any:
            return False
        relative = os.path.relpath(path, self._root).replace(os.sep, "/")
        return self._own_spec.check_file(relative).include is False


def find_mistake(patterns: Iterable[str]) -> Notice | None:
    """Return what is wrong with the first invalid pattern, or None."""
    for pattern in patterns:
        try:
            read = GitIgnoreSpec.from_lines([pattern]).patterns
        except (ValueError, re.error):
            return LibraryMessage.NOT_A_PATTERN(pattern=pattern)
        if pattern.strip() and not pattern.startswith("#") and all(each.include is None for each in read):
            return LibraryMessage.MATCHES_NOTHING(pattern=pattern)
    return None


def _as_seen_from(root: str, folders: Iterable[Path]) -> Iterator[str]:
    """Yield the paths under which a walk from `root` meets the folders, links resolved."""
    real = os.path.realpath(root)
    for folder in folders:
        yield os.fspath(folder)
        yield os.path.normpath(os.path.join(root, os.path.relpath(os.path.realpath(folder), real)))  # noqa: PTH118


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
