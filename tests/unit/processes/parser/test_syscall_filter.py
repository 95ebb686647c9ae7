"""The filter allows what a parser does and refuses the rest, on both machines, as an interpreter of it finds."""

from __future__ import annotations

import errno
import os
import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.processes.parser.syscall_filter import build_filter
from findling.processes.parser.syscall_numbers import BOUND, FREE

MACHINES = ("x86_64", "aarch64")
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
US, PARENT = 4711, 4710
ALLOWED, KILLED = 0x7FFF0000, 0x80000000
NUMBERS = {**FREE, **BOUND}

# Read from the kernel's headers, where they are; x86's first, then the common ones.
HEADERS = (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm-generic/unistd.h"))


def refused(error: int) -> int:
    return 0x00050000 | error


def decide(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """Run the filter on a call, as the kernel does (Documentation/userspace-api/seccomp_filter.rst)."""
    program = list(struct.iter_unpack("<HBBI", build_filter(machine, US)))
    where = ARCHITECTURES[machine] if architecture is None else architecture
    data = struct.pack("<IIQ6Q", number, where, 0, *arguments, *[0] * (6 - len(arguments)))
    at, loaded = 0, 0
    while True:
        code, if_true, if_false, value = program[at]
        at += 1
        match code:
            case 0x20:
                (loaded,) = struct.unpack_from("<I", data, value)
            case 0x15:
                at += if_true if loaded == value else if_false
            case 0x45:
                at += if_true if loaded & value else if_false
            case 0x06:
                return int(value)


def number_of(machine: str, name: str) -> int | None:
    return NUMBERS[name][MACHINES.index(machine)]


@pytest.mark.parametrize("machine", MACHINES)
def test_what_a_parser_does_is_allowed(machine: str) -> None:
    for name in FREE:
        if (number := number_of(machine, name)) is not None:
            assert decide(machine, number) == ALLOWED, name


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(
    ("name", "arguments", "decision"),
    [
        ("openat", (0, 0, os.O_RDONLY | os.O_CLOEXEC), ALLOWED),
        ("openat", (0, 0, os.O_WRONLY), refused(errno.EPERM)),
        ("openat", (0, 0, os.O_RDWR), refused(errno.EPERM)),
        ("openat", (0, 0, os.O_RDONLY | os.O_TRUNC), refused(errno.EPERM)),
        ("openat", (0, 0, os.O_RDONLY | os.O_CREAT), refused(errno.EPERM)),
        ("openat", (0, 0, 0o10000000), refused(errno.EPERM)),
        # A thread of glibc's and of musl's; a process, as by fork and by vfork; a thread in a name space of its own.
        ("clone", (0x3D0F00,), ALLOWED),
        ("clone", (0x7D0F00,), ALLOWED),
        ("clone", (0x01200011,), refused(errno.EPERM)),
        ("clone", (0x4111,), refused(errno.EPERM)),
        ("clone", (0x3D0F00 | 0x40000000,), refused(errno.EPERM)),
        ("clone3", (), refused(errno.ENOSYS)),
        ("ioctl", (0, 0x5401), refused(errno.ENOTTY)),
        ("prctl", (15,), ALLOWED),
        ("prctl", (4,), refused(errno.EPERM)),
        ("prlimit64", (0,), ALLOWED),
        ("prlimit64", (PARENT,), refused(errno.EPERM)),
        ("tgkill", (US, 1, 6), ALLOWED),
        ("tgkill", (PARENT, 1, 6), refused(errno.EPERM)),
        ("fcntl", (0, 1), ALLOWED),
        ("fcntl", (0, 1024), refused(errno.EPERM)),  # F_SETLEASE
        ("seccomp", (), refused(errno.EPERM)),
    ],
)
def test_calls_are_judged_by_their_arguments(
    machine: str, name: str, arguments: tuple[int, ...], decision: int
) -> None:
    number = number_of(machine, name)
    assert number is not None
    assert decide(machine, number, *arguments) == decision


@given(st.sampled_from(MACHINES), st.integers(0, 2**32 - 1) | st.integers(0, 600), st.integers(0, 2**32 - 1))
def test_any_other_call_is_refused(machine: str, number: int, argument: int) -> None:
    if number not in {numbers[MACHINES.index(machine)] for numbers in NUMBERS.values()}:
        assert decide(machine, number, argument) == refused(errno.EPERM)


@pytest.mark.parametrize("machine", MACHINES)
def test_a_call_by_the_numbers_of_another_machine_ends_the_process(machine: str) -> None:
    assert decide(machine, 0, architecture=0x40000003) == KILLED


@pytest.mark.parametrize(("machine", "header"), [*zip(MACHINES, HEADERS, strict=True)])
def test_numbers_are_those_of_the_kernel_s_headers(machine: str, header: Path) -> None:
    if not header.exists():
        pytest.skip("needs the kernel's headers (sudo apt-get install linux-libc-dev)")
    lines = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text())
    # The common numbers name those of which there is a form for 32 bits after it.
    others = {"fcntl64": "fcntl", "fstatat": "newfstatat", "fstat": "fstat"}
    known = {others.get(name, name): int(number) for name, number in lines}
    ours = {name: number for name in NUMBERS if (number := number_of(machine, name)) is not None}
    assert {name: known.get(name) for name in ours} == ours
