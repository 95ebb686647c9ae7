"""Files written atomically: fsynced, hashed, renamed into place."""

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


def create_part(path: Path) -> Path:
    """Create an empty file beside `path`, private to its owner, to be renamed to it."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return part


def move_into_place(part: Path, path: Path) -> None:
    """Make a file durable and rename it to `path`; the rename is durable after `sync_folder`."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    for _ in range(_ATTEMPTS - 1):
        try:
            part.replace(path)
        except PermissionError:
            # Windows replaces no file that someone is reading; a manifest is read in far less than this.
            time.sleep(_PAUSE)
        else:
            return
    part.replace(path)


def digest(path: Path) -> str:
    """Return the BLAKE3 of a file in hexadecimal.

    It is read and not mapped, since a bad sector under a mapping ends the process.
    """
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
    """Translate errors of the disk while an index is written into a `LibraryError`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError.needing() from error
        raise LibraryError(
            LibraryMessage.VECTORS_UNWRITABLE(folder=folder, reason=explain_os_error(error)), Remedy.CHECK_FOLDER()
        ) from error
