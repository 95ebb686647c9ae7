"""Preview of exclusion rules on a folder before they are applied."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from findling.domain.library import ExcludePreview
from findling.errors import UsageError
from findling.exclusion import Exclusion, count_files, find_mistake, walk
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

_SECONDS = 5.0
"""Seconds for which a folder is walked."""

_EXAMPLES = 50
_COUNTED = 1_000_000


class _Preview:
    def __init__(self, folder: Path, exclusion: Exclusion, built_in: Exclusion, expired: Callable[[], bool]) -> None:
        self._folder = folder
        self._exclusion = exclusion
        self._built_in = built_in
        self._expired = expired
        self._kept = self._left_out = 0
        # What the user's own rules leave out tells more than what is always left out.
        self._by_own_rules: list[str] = []
        self._by_built_in: list[str] = []

    def run(self) -> ExcludePreview:
        complete = True
        for directory in walk(self._folder, self._exclusion):
            self._kept += len(directory.files)
            self._left_out += len(directory.left_out_files)
            self._note(directory.left_out_directories, directory=True)
            self._note(directory.left_out_files, directory=False)
            for entry in directory.left_out_directories:
                complete &= self._count(entry.path)
            if self._expired():
                complete = False
                break
        examples = (self._by_own_rules + self._by_built_in)[:_EXAMPLES]
        return ExcludePreview(kept=self._kept, left_out=self._left_out, examples=tuple(examples), complete=complete)

    def _note(self, entries: Iterable[os.DirEntry[str]], *, directory: bool) -> None:
        for entry in entries:
            built_in = self._built_in.covers(entry.path, directory=directory)
            examples = self._by_built_in if built_in else self._by_own_rules
            if len(examples) < _EXAMPLES:
                shown = os.path.relpath(entry.path, self._folder)
                examples.append(shown + os.sep if directory else shown)

    def _count(self, directory: str) -> bool:
        """Count the files of an excluded directory; return False if a limit was reached."""
        for files in count_files(directory):
            self._left_out += files
            if self._left_out > _COUNTED or self._expired():
                return False
        return True


def preview_exclusion(
    folder: Path,
    patterns: Sequence[str],
    own_folders: Iterable[Path] = (),
    *,
    should_stop: Callable[[], bool] = lambda: False,
    seconds: float = _SECONDS,
) -> ExcludePreview:
    """Preview built-in rules and `patterns` on a folder, as far as `seconds` allow.

    Raises:
        UsageError: there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(LibraryMessage.NO_FOLDER(folder=folder), Remedy.CHECK_NAME_OR_DISK())
    if mistake := find_mistake(patterns):
        return ExcludePreview(problem=LibraryMessage.PATTERN_MISTAKE(mistake=mistake))
    own = tuple(own_folders)
    until = time.monotonic() + seconds
    return _Preview(
        folder,
        Exclusion(folder, patterns, own),
        Exclusion(folder, (), own),
        lambda: should_stop() or time.monotonic() > until,
    ).run()
