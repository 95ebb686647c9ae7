"""A process that makes way for everything else the person does with the machine."""

from __future__ import annotations

import contextlib
import sys

import psutil


def lower_priority() -> None:
    """Put this process, and those that it starts, last in line for the processor and, where that exists, the disk.

    To be called before threads are started: on Linux each thread has a priority of its own.
    """
    process = psutil.Process()
    with contextlib.suppress(psutil.Error, OSError):
        if sys.platform == "win32":
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            process.nice(19)
    if sys.platform == "linux":
        with contextlib.suppress(psutil.Error, OSError):
            process.ionice(psutil.IOPRIO_CLASS_IDLE)
