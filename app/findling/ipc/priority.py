"""Priority of a process for the processor and the disk, below what the user is doing."""

from __future__ import annotations

import contextlib
import os
import sys

VARIABLE = "FINDLING_PRIORITY"
"""Environment variable that leaves all processes as they are if it is "normal".

Beside programs that use all processors, a process of the lowest priority gets about a hundredth of one.
"""


def lower_priority(by: int, *, disk: bool = False) -> None:
    """Lower the priority of this process and its children.

    To be called before threads are started: on Linux each thread has a priority of its own.

    Args:
        by: steps of POSIX's niceness, of which there are 19; any number is "below normal" on Windows.
        disk: for the disk as well, where the system knows such a thing.
    """
    if os.environ.get(VARIABLE) == "normal":
        return
    if sys.platform == "win32":
        import psutil

        with contextlib.suppress(psutil.Error, OSError):
            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        return
    with contextlib.suppress(OSError):
        os.nice(by)
    if disk and sys.platform == "linux":
        import psutil

        with contextlib.suppress(psutil.Error, OSError):
            psutil.Process().ionice(psutil.IOPRIO_CLASS_IDLE)
