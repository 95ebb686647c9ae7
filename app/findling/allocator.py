"""The C library's allocator, which keeps what was freed for later use unless told not to."""

from __future__ import annotations

import ctypes
import sys


def trim_heap() -> None:
    """Give freed memory back to the system, where the C library has glibc's `malloc_trim`."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim is not None:
        trim(ctypes.c_size_t(0))
