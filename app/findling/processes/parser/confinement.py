"""Confinement of the parser child: limits on memory, files and time, and no network."""

from __future__ import annotations

import ctypes
import socket
import sys
from pathlib import Path

ADDRESS_SPACE = 2 * 2**30
"""Bytes of address space; twice what the parent allows to be resident, so the parent mostly gets there first."""

CPU_SECONDS = 400
"""For one file, more than any parent allows: ends a child in native code whose parent was killed."""

_OPEN_FILES = 64

# From <sched.h>; `os.unshare` came with Python 3.12 only.
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_NETWORK = Path("/proc/self/ns/net")


def bound_resources() -> bool:
    """Have the kernel limit memory and open files and forbid writing; return whether it does."""
    if sys.platform != "linux":
        return False  # macOS takes the limit on address space and does not hold it; Windows has none
    import resource

    for what, limit in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
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


def leave_network() -> bool:
    """Move into an empty network, where a plain user may; return whether nothing can be reached.

    Must be called while the process has one thread: the kernel gives a new user namespace to no other.
    """
    if sys.platform != "linux":
        return False
    before = _NETWORK.readlink()
    libc = ctypes.CDLL(None, use_errno=True)
    # A superuser needs no user namespace of its own, and would lose the right to read other people's files in one.
    if libc.unshare(_CLONE_NEWNET) != 0:
        libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)
    return _NETWORK.readlink() != before and not _reaches_network()


def _reaches_network() -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket looks for a route and sends nothing; RFC 5737 keeps the address free.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return False
    return True
