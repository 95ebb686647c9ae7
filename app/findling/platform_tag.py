"""Names of compiled files by system and processor.

The set-up reads it before any library is installed.
"""

from __future__ import annotations

import platform
import sys

_MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
"""Names of architectures on Windows and macOS -> those on Linux."""

_SYSTEMS = {"win32": ("windows", "dll"), "darwin": ("macos", "dylib")}


def name_library(stem: str) -> str:
    """Return a shared library's file name for this machine, as `hnsw-linux-x86_64.so`."""
    machine = platform.machine().lower()
    system, suffix = _SYSTEMS.get(sys.platform, (sys.platform, "so"))
    return f"{stem}-{system}-{_MACHINES.get(machine, machine)}.{suffix}"
