"""Libraries that the frozen program takes from the system: those of the screen, of the compiler, and of C itself.

A copy of them in the program would be older than the drivers that load it, or configured for another system.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from elf_files import find_binaries, read_needs
from findling.ui.app.display_check import PACKAGES

LEFT: Mapping[str, str] = MappingProxyType(
    {
        **PACKAGES,
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb.so.1": "libxcb1",
        "libxcb-glx.so.0": "libxcb-glx0",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libstdc++.so.6": "libstdc++6",
        "libgcc_s.so.1": "libgcc-s1",
    }
)
"""Debian's packages of the libraries that are not packed."""

OPTIONAL = frozenset({"libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1"})
"""Libraries that only a plug-in needs which Qt does without where it does not load."""

_C_LIBRARY = re.compile(r"(lib(c|m|dl|rt|util|pthread|resolv)|ld-linux-[\w-]+)\.so\.\d+")


def find_needs(folder: Path) -> dict[str, set[str]]:
    """Return what the files below a folder ask the loader for and the folder does not hold -> who asks."""
    binaries = list(find_binaries(folder))
    # A link to a library serves as well.
    held = {path.name for path in folder.rglob("*.so*")}
    needs: dict[str, set[str]] = {}
    for path in binaries:
        for name in read_needs(path):
            if name not in held:
                needs.setdefault(name, set()).add(path.name)
    return needs


def find_unknown(needs: Iterable[str]) -> list[str]:
    """Return what neither the program nor a system that it is for is known to have."""
    known = LEFT.keys() | OPTIONAL
    return sorted(name for name in needs if name not in known and not _C_LIBRARY.fullmatch(name))


def list_required(needs: Iterable[str]) -> list[str]:
    """Return the sonames that a system must have for all of the program, C's own aside."""
    return sorted(set(needs) & LEFT.keys())
