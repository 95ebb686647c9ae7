"""Record of the writer's crashes, by which the next writer tells a crash from a kill."""

from __future__ import annotations

import faulthandler
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def begin_crash_record(path: Path) -> str:
    """Have this process write to `path` when it crashes; return what the last crash left, or "".

    A process writes there when it fails by itself: by an invalid access to memory, an illegal instruction, an abort.
    One that is killed, or whose machine loses its power, leaves nothing.

    Raises:
        OSError: the file cannot be read or written.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    with os.fdopen(os.dup(descriptor), "rb") as record:
        last = record.read().decode("utf-8", "replace")
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    faulthandler.enable(descriptor)
    return last
