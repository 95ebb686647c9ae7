"""Entries of a directory on the disk, and why one cannot be looked at."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.extraction.file_reading import to_stat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.files import Stat
    from findling.exclusion import Exclusion


@dataclass(frozen=True, slots=True)
class DirectoryEntries:
    """Contents of a directory: all files, and the directories that are not excluded."""

    files: Sequence[os.DirEntry[str]]
    directories: Sequence[Path]


def list_directory(directory: Path, exclusion: Exclusion) -> DirectoryEntries | OSError:
    """List a directory, or return why that cannot be done.

    Links are not followed: what they lead to is found where it is, or lies outside.
    """
    try:
        with os.scandir(directory) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        files = [entry for entry in entries if entry.is_file(follow_symlinks=False)]
        directories = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError as error:
        return error
    return DirectoryEntries(files, [Path(path) for path in directories if not exclusion.covers(path, directory=True)])


def is_listable(directory: bytes) -> bool:
    """Return whether a directory can be looked into."""
    try:
        with os.scandir(directory):
            return True
    except OSError:
        return False


def explain_unlisted(error: OSError) -> Reason | None:
    """Return why something that is there cannot be looked at; None if it is gone."""
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return None
    if error.errno in (errno.EACCES, errno.EPERM):
        return Reason.NO_PERMISSION
    return Reason.NAME if error.errno in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ) else Reason.OFFLINE


def see_entry(entry: os.DirEntry[str]) -> Stat | Reason | None:
    """Return the state of a file; the reason if only its name is given, None if it is gone."""
    try:
        # On Windows a directory entry has no file id, so the file itself is asked.
        return to_stat(Path(entry.path).lstat() if os.name == "nt" else entry.stat(follow_symlinks=False))
    except OSError as error:
        return explain_unlisted(error)
