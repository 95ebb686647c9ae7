"""Deletion of a file whose bytes are to be gone from the disk with it.

What a file system keeps elsewhere, as a journal, a snapshot or an SSD's spare blocks do, no program reaches.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PIECE = 1 << 20


def erase_file(file: Path) -> None:
    """Overwrite a file with zeros and delete it; only delete a link, and leave a missing file.

    Raises:
        OSError: it cannot be written or deleted.
    """
    if file.is_file() and not file.is_symlink():
        with suppress(FileNotFoundError), file.open("r+b") as opened:
            overwrite(opened.fileno())
    file.unlink(missing_ok=True)


def overwrite(descriptor: int) -> None:
    """Overwrite an open file with zeros, on the disk too.

    Raises:
        OSError: it cannot be written.
    """
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, bytes(min(left, _PIECE)))
    os.fsync(descriptor)
