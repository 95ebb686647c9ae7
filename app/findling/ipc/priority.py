"""Priority of a process for the processor and the disk, below what the user is doing."""

from __future__ import annotations

import contextlib
import os
import sys

PRIORITY_VARIABLE = "FINDLING_PRIORITY"
"""Environment variable that leaves all processes as they are if it is "normal".

Beside programs that use all processors, a process of the lowest priority gets about a hundredth of one.
"""


_THREAD_IDLE = -15
"""`THREAD_PRIORITY_IDLE` of Windows (winbase.h)."""
_BACKGROUND_CLASS = 0x09
"""`QOS_CLASS_BACKGROUND` of macOS (sys/qos.h)."""


def make_thread_idle() -> None:
    """Let this thread compute only where no other program wants to, if the system can.

    Not for a thread that starts processes: on Linux they inherit it, and can never give it up.
    """
    if is_unrestricted():
        return
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif sys.platform == "darwin":  # pragma: no cover - not seen running
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).pthread_set_qos_class_self_np(_BACKGROUND_CLASS, 0)
    elif sys.platform == "win32":  # pragma: no cover - not seen running
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.GetCurrentThread.restype = ctypes.c_void_p
        kernel.SetThreadPriority(ctypes.c_void_p(kernel.GetCurrentThread()), _THREAD_IDLE)


def is_unrestricted() -> bool:
    """Return whether all processes are to be left as they are."""
    return os.environ.get(PRIORITY_VARIABLE) == "normal"


def lower_priority(by: int, *, disk: bool = False) -> None:
    """Lower the priority of this process and its children.

    To be called before threads are started: on Linux each thread has a priority of its own.

    Args:
        by: steps of POSIX's niceness, of which there are 19; any number is "below normal" on Windows.
        disk: for the disk as well, where the system knows such a thing.
    """
    if is_unrestricted():
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
