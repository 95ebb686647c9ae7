"""Confinement of the parser child: limits on memory, files and time, and no way out.

No way leads to the user's files, or to others.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time

from findling.processes.parser.readable_places import list_readable_places

ADDRESS_SPACE = 2 * 2**30
"""Bytes of address space; twice what the parent allows to be resident, so the parent mostly gets there first."""

CPU_SECONDS = 400
"""Most seconds for one file, more than any parent allows: ends a child in native code whose parent was killed."""

_OPEN_FILES = 64
_CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3 of <linux/capability.h>


def confine() -> None:
    """Shut out the user's files, the network and other processes for good, if the system can.

    To be called while the process has one thread, for those that are there already keep what Landlock takes of the
    others, and before it reads a byte of a document. What came of it, `self_test.try_accesses` finds out.
    """
    places = list_readable_places()
    if sys.platform == "linux":
        from findling.processes.parser.landlock import restrict_files
        from findling.processes.parser.syscall_filter import restrict_syscalls

        _keep_time_zone()
        restrict_files(places)
        _drop_capabilities()
        restrict_syscalls()
    elif sys.platform == "darwin":
        from findling.processes.parser.macos_sandbox import enter_sandbox

        _keep_time_zone()
        enter_sandbox(places)
    elif sys.platform == "win32":
        from findling.processes.parser.windows_restriction import restrict_process

        restrict_process(ADDRESS_SPACE)


def bound_resources() -> bool:
    """Have the kernel limit memory and open files and forbid writing; return whether it does."""
    if sys.platform != "linux":
        return False  # macOS takes the limit on address space and does not hold it; Windows limits memory only
    import resource

    for what, limit in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        # What holds already; py7zr goes by it, where it would else look into /proc for the memory that is free.
        (resource.RLIMIT_DATA, ADDRESS_SPACE),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        value = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(what, (value, value))
    return True


def allow_cpu(seconds: int = CPU_SECONDS) -> None:
    """Have the kernel end this process after so many more seconds of computing, where it can."""
    if sys.platform == "win32":
        return
    import resource

    spent = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    until = int(spent.ru_utime + spent.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard == resource.RLIM_INFINITY else min(until, hard), hard))


def _keep_time_zone() -> None:
    """Have the C library read the time zone now, and not look for it again at every local time."""
    os.environ.setdefault("TZ", ":/etc/localtime")
    time.tzset()


def _drop_capabilities() -> None:
    """Give up what a superuser may do beside an ordinary user (capset(2)); files come opened."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    nothing = (ctypes.c_uint32 * 6)()
    ctypes.CDLL(None, use_errno=True).capset(ctypes.byref(header), ctypes.byref(nothing))
