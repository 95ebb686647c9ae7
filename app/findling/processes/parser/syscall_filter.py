"""Seccomp filter: the system calls that a parser may still make; all others are refused.

Written against the kernel's interface, since libseccomp, which a binding would need, is not part of every system, and
its bindings are either no longer kept or not made for all versions of Python (docs/reliability.md).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.processes.parser.syscall_numbers import BOUND, FREE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# <linux/bpf_common.h>: BPF_LD | BPF_W | BPF_ABS, BPF_JMP with BPF_JEQ and BPF_JSET (| BPF_K), BPF_RET | BPF_K.
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_ANY, _RETURN = 0x20, 0x15, 0x45, 0x06
# <linux/seccomp.h>
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1
# struct seccomp_data: the call's number, the architecture, the address, and six arguments of 64 bits.
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
# <linux/audit.h>
_MACHINES: Mapping[str, tuple[int, int]] = MappingProxyType({"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)})
"""Column of the tables of numbers, and name of the architecture in a filter, by `platform.machine`."""

_INSTRUCTION = struct.Struct("<HBBI")

# <fcntl.h>, <sched.h>, <sys/prctl.h>. O_PATH is refused as well, since Landlock has no say in it; O_TMPFILE writes.
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | 0o10000000 | 0o20000000
_CLONE_THREAD = 0x00010000
# NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
_CLONE_NEW = 0x80 | 0x20000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000
_PR_SET_NAME, _PR_SET_NO_NEW_PRIVS = 15, 38
_FCNTL = (0, 1, 2, 3, 1030)  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC


class _Program(ctypes.Structure):
    """struct sock_fprog of <linux/filter.h>."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def restrict_syscalls() -> bool:
    """Refuse all system calls but those of a parser, in all threads and for good.

    Returns:
        True if the kernel took it.
    """
    if platform.machine() not in _MACHINES:
        return False
    column, _ = _MACHINES[platform.machine()]
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    code = build_filter(platform.machine(), os.getpid())
    program = _Program(len(code) // _INSTRUCTION.size, code)
    number = BOUND["seccomp"][column]
    return bool(libc.syscall(number, _SET_MODE_FILTER, _FLAG_TSYNC, ctypes.byref(program)) == 0)


def build_filter(machine: str, process: int) -> bytes:
    """Return the filter's instructions for a `platform.machine` and the process of this number."""
    return b"".join(_assemble(*_MACHINES[machine], process))


def _assemble(column: int, architecture: int, process: int) -> Iterator[bytes]:
    yield _load(_ARCHITECTURE)
    yield from _unless_equal(architecture, _KILL)
    yield _load(_NUMBER)
    for numbers in FREE.values():
        if (number := numbers[column]) is not None:
            yield from _if_equal(number, _ALLOW)
    refuse = _ERRNO | errno.EPERM
    thread = [*_unless_any(_CLONE_THREAD, refuse), *_if_any(_CLONE_NEW, refuse), _return(_ALLOW)]
    checks = {
        "open": [_load_argument(1), *_if_any(_WRITING, refuse), _return(_ALLOW)],
        "openat": [_load_argument(2), *_if_any(_WRITING, refuse), _return(_ALLOW)],
        "clone": [_load_argument(0), *thread],
        # Its flags lie in memory, out of a filter's sight: the C library then takes the older call.
        "clone3": [_return(_ERRNO | errno.ENOSYS)],
        "fcntl": _allow_argument(1, *_FCNTL),
        # "No terminal", as for any file: Python asks what a stream is, and takes a refusal for an error.
        "ioctl": [_return(_ERRNO | errno.ENOTTY)],
        "prctl": _allow_argument(0, _PR_SET_NAME),
        "prlimit64": _allow_argument(0, 0),
        "tgkill": _allow_argument(0, process),
    }
    for name, check in checks.items():
        if (number := BOUND[name][column]) is not None:
            yield _INSTRUCTION.pack(_JUMP_IF_EQUAL, 0, len(check), number)
            yield from check
    yield _return(refuse)


def _allow_argument(index: int, *values: int) -> list[bytes]:
    """Allow a call by the lower half of one argument."""
    allowed = [step for value in values for step in _if_equal(value, _ALLOW)]
    return [_load_argument(index), *allowed, _return(_ERRNO | errno.EPERM)]


def _load(offset: int) -> bytes:
    return _INSTRUCTION.pack(_LOAD, 0, 0, offset)


def _load_argument(index: int) -> bytes:
    # Both machines put the lower half first.
    return _load(_ARGUMENTS + 8 * index)


def _return(what: int) -> bytes:
    return _INSTRUCTION.pack(_RETURN, 0, 0, what)


def _if_equal(value: int, what: int) -> list[bytes]:
    return [_INSTRUCTION.pack(_JUMP_IF_EQUAL, 0, 1, value), _return(what)]


def _unless_equal(value: int, what: int) -> list[bytes]:
    return [_INSTRUCTION.pack(_JUMP_IF_EQUAL, 1, 0, value), _return(what)]


def _if_any(bits: int, what: int) -> list[bytes]:
    return [_INSTRUCTION.pack(_JUMP_IF_ANY, 0, 1, bits), _return(what)]


def _unless_any(bits: int, what: int) -> list[bytes]:
    return [_INSTRUCTION.pack(_JUMP_IF_ANY, 1, 0, bits), _return(what)]
