"""Numbers of the system calls that a parser may make, for the two supported processors.

They are part of the kernel's interface and never change: `arch/x86/entry/syscalls/syscall_64.tbl`, and
`include/uapi/asm-generic/unistd.h` for AArch64, which has none of the older ones (None).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FREE: Mapping[str, tuple[int | None, int | None]] = MappingProxyType(
    {
        # What is open already.
        "read": (0, 63),
        "write": (1, 64),
        "readv": (19, 65),
        "writev": (20, 66),
        "pread64": (17, 67),
        "lseek": (8, 62),
        "close": (3, 57),
        "close_range": (436, 436),
        "dup": (32, 23),
        "dup2": (33, None),
        "dup3": (292, 24),
        "poll": (7, None),
        "ppoll": (271, 73),
        "select": (23, None),
        "pselect6": (270, 72),
        "recvfrom": (45, 207),
        "recvmsg": (47, 212),
        "fadvise64": (221, 223),
        # Looking: Python's import statement does, in the folders that Landlock leaves.
        "stat": (4, None),
        "fstat": (5, 80),
        "lstat": (6, None),
        "newfstatat": (262, 79),
        "statx": (332, 291),
        "access": (21, None),
        "faccessat": (269, 48),
        "faccessat2": (439, 439),
        "readlink": (89, None),
        "readlinkat": (267, 78),
        "getdents64": (217, 61),
        "getcwd": (79, 17),
        # Memory.
        "mmap": (9, 222),
        "mprotect": (10, 226),
        "munmap": (11, 215),
        "mremap": (25, 216),
        "madvise": (28, 233),
        "brk": (12, 214),
        # Threads of this process, its signals, and its end.
        "futex": (202, 98),
        "futex_waitv": (449, 449),
        "set_robust_list": (273, 99),
        "set_tid_address": (218, 96),
        "rseq": (334, 293),
        "membarrier": (324, 283),
        "sched_yield": (24, 124),
        "sched_getaffinity": (204, 123),
        "getcpu": (309, 168),
        "rt_sigaction": (13, 134),
        "rt_sigprocmask": (14, 135),
        "rt_sigreturn": (15, 139),
        "sigaltstack": (131, 132),
        "restart_syscall": (219, 128),
        "exit": (60, 93),
        "exit_group": (231, 94),
        # Clocks, and what the process is.
        "clock_gettime": (228, 113),
        "clock_getres": (229, 114),
        "clock_nanosleep": (230, 115),
        "nanosleep": (35, 101),
        "gettimeofday": (96, 169),
        "time": (201, None),
        "times": (100, 153),
        "getrandom": (318, 278),
        "getpid": (39, 172),
        "gettid": (186, 178),
        "getppid": (110, 173),
        "getuid": (102, 174),
        "geteuid": (107, 175),
        "getgid": (104, 176),
        "getegid": (108, 177),
        "uname": (63, 160),
        "sysinfo": (99, 179),
        "getrusage": (98, 165),
        "getrlimit": (97, 163),
        "setrlimit": (160, 164),
    }
)
"""Calls that may be made with any arguments, by name: numbers on x86-64 and on AArch64."""

BOUND: Mapping[str, tuple[int | None, int | None]] = MappingProxyType(
    {
        "open": (2, None),
        "openat": (257, 56),
        "clone": (56, 220),
        "clone3": (435, 435),
        "fcntl": (72, 25),
        "ioctl": (16, 29),
        "prctl": (157, 167),
        "prlimit64": (302, 261),
        "tgkill": (234, 131),
        "seccomp": (317, 277),
    }
)
"""Calls of which the arguments matter, and the one that puts the filter into force."""
