"""Exclusion rules of a folder, built-in and the user's own, and a walk that applies them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from findling.messages.library_templates import LibraryMessage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    # What is secret.
    "*.kdbx",
    "*.key",
    "*.pem",
    "*.p12",
    "*.pfx",
    "*.keychain",
    "*.keychain-db",
)
"""In .gitignore's language; a pattern of the person's own that begins with "!" takes one of them back."""


class Exclusion:
    """Exclusion rules of one folder of the library."""

    def __init__(self, root: Path, patterns: Iterable[str], own_folders: Iterable[Path] = ()) -> None:
        """Compile the built-in rules and the user's patterns.

        Args:
            root: the folder that patterns are relative to.
            patterns: the person's, later ones winning.
            own_folders: where Findling keeps its library; never looked into.
        """
        self._root = os.fspath(root)
        self._spec = GitIgnoreSpec.from_lines([*BUILT_IN, *patterns])
        self._own = frozenset(_as_seen_from(self._root, own_folders))

    def covers(self, path: str, *, directory: bool) -> bool:
        """Return whether a file or directory below the root is excluded."""
        if path in self._own:
            return True
        relative = os.path.relpath(path, self._root).replace(os.sep, "/")
        return self._spec.match_file(relative + "/" if directory else relative)

    def covers_somewhere(self, path: str) -> bool:
        """Return whether a file or any directory above it, up to the root, is excluded."""
        above = [str(folder) for folder in Path(path).parents if str(folder) != self._root]
        inside = [folder for folder in above if folder.startswith(self._root.rstrip(os.sep) + os.sep)]
        return any(self.covers(folder, directory=True) for folder in inside) or self.covers(path, directory=False)


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
