"""Landlock: the kernel leaves a process only the files below some folders, for reading.

Three system calls, of which the C library has none (landlock(7), docs.kernel.org/userspace-api/landlock.html). The
bindings on PyPI are such calls through ctypes as well, each kept by one person, and not yet at their first version.
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# The same on all machines (asm-generic/unistd.h).
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_PR_SET_NO_NEW_PRIVS = 38

# Rights of files that each version of the interface knows: 13, then REFER, TRUNCATE and IOCTL_DEV.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_FILE_RIGHTS_NOW = 16
_TCP_SINCE, _TCP = 4, 0b11
_SCOPES_SINCE, _SCOPES = 6, 0b11  # abstract local sockets, signals


class _Ruleset(ctypes.Structure):
    """struct landlock_ruleset_attr of <linux/landlock.h>."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    """struct landlock_path_beneath_attr of <linux/landlock.h>."""

    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("parent", ctypes.c_int32))


def restrict_files(readable: Iterable[Path]) -> bool:
    """Leave this process only reading below some places; return whether the kernel holds it.

    Holds for this thread and those that it starts, so that it must be called while there is no other.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION)
    if version < 1:
        return False
    ruleset = _Ruleset(
        (1 << _FILE_RIGHTS.get(version, _FILE_RIGHTS_NOW)) - 1,
        _TCP if version >= _TCP_SINCE else 0,
        _SCOPES if version >= _SCOPES_SINCE else 0,
    )
    number = libc.syscall(_CREATE_RULESET, ctypes.byref(ruleset), ctypes.c_size_t(ctypes.sizeof(ruleset)), 0)
    if number < 0:
        return False
    try:
        for place in readable:
            _allow_reading(libc, number, place)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(libc.syscall(_RESTRICT_SELF, number, 0) == 0)
    finally:
        os.close(number)


def _allow_reading(libc: ctypes.CDLL, ruleset: int, place: Path) -> None:
    """Add a file, or a folder with all below it; one that is not there is not needed either."""
    try:
        parent = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rule = _Beneath(_READ_FILE | _READ_DIR if place.is_dir() else _READ_FILE, parent)
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(parent)
