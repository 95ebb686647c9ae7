"""Files that a reader finds whole or not at all: fsynced, digested, renamed into place."""

from __future__ import annotations

import errno
import os
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.errors import DiskFullError, LibraryError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ATTEMPTS = 10
_PAUSE = 0.02
"""Seconds between two attempts to replace a file."""

_READ_AT_ONCE = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def create_aside(path: Path) -> Path:
    """Make an empty file, readable by its owner only, beside `path`, to be written and then renamed to it."""
    aside = path.with_name(f"{path.name}.part")
    aside.unlink(missing_ok=True)
    os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return aside


def move_into_place(aside: Path, path: Path) -> None:
    """Make a file written aside durable, then let it take the place of `path`; durable in turn after `sync_folder`."""
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    for _ in range(_ATTEMPTS - 1):
        try:
            aside.replace(path)
        except PermissionError:
            # Windows replaces no file that someone is reading; a manifest is read in far less than this.
            time.sleep(_PAUSE)
        else:
            return
    aside.replace(path)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable; Windows has no such call, and journals them by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest(path: Path) -> str:
    """Hash a whole file with BLAKE3, as hexadecimal; read, since a bad sector under a mapping would end the process."""
    hasher = blake3()
    with path.open("rb") as file:
        while block := file.read(_READ_AT_ONCE):
            hasher.update(block)
    return hasher.hexdigest()


def require_space(folder: Path, needed: int) -> None:
    """Refuse work whose result would not fit on the disk.

    Raises:
        DiskFullError: fewer than `needed` bytes are free where `folder` is.
    """
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFullError.needing(needed - free)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn what the disk refuses while an index is written into an error that a person can read."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError.needing() from error
        raise LibraryError(
            LibraryMessage.VECTORS_UNWRITABLE(folder=folder, reason=explain_os_error(error)), Remedy.CHECK_FOLDER()
        ) from error
