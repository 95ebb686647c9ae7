"""Explains in one line what a machine lacks, or why an installation failed, with a remedy."""

from __future__ import annotations

import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import build_native
import interpreter
from findling.ui.app.display_check import find_missing_libraries

SPACE_NEEDED = 1_300_000_000
"""Bytes: an environment with all tools takes 0.9 GB, and pip unpacks beside it."""

# Package manager -> how it installs a C++ compiler, and Python's venv module.
_PACKAGES = {
    "apt-get": ("sudo apt-get install", "g++", "python3.{minor}-venv"),
    "dnf": ("sudo dnf install", "gcc-c++", "python3"),
    "zypper": ("sudo zypper install", "gcc-c++", "python3{minor}"),
    "pacman": ("sudo pacman -S", "gcc", "python"),
}
_COMPILER, _VENV = 1, 2

_NO_NETWORK = (
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|ConnectionReset|"
    r"Temporary failure in name resolution|Network is unreachable|getaddrinfo failed"
)

# What an installation's log says -> what it means. The first that is found counts: causes before their consequences.
_CAUSES = {
    r"No space left on device|Errno 28\b|WinError 112\b|not enough space on the disk": (
        "The disk is full. Make room (1.3 GB are needed), then run this again."
    ),
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one that was tested, so it was not installed. Run this again; "
        "if it says so again, your network changes what you download."
    ),
    r"xcrun: error|fatal error: '?(?:queue|vector|atomic|algorithm)'?": "A C++ compiler is missing. {compiler}",
    r"Killed signal terminated|cc1plus: out of memory|virtual memory exhausted": (
        "There was too little memory to compile the vector index. Close other programs (1 GB is needed), "
        "then run this again."
    ),
    r"CERTIFICATE_VERIFY_FAILED": (
        "The package registry's certificate is not trusted here. If your network has a certificate of its own, "
        "name its file in the environment variable PIP_CERT, then run this again."
    ),
    _NO_NETWORK: (
        "The package registry cannot be reached. Connect to the internet (only this set-up needs it), "
        "then run this again."
    ),
    r"No matching distribution found for (?P<package>\S+)": (
        "There is no ready-made {package} for this Python and platform. Use a 64-bit Python {pythons} "
        "on Windows, macOS or a Linux with glibc."
    ),
    r"WinError 32\b|Text file busy": "A file is in use. Close Findling, then run this again.",
    r"Permission denied|Access is denied|Read-only file system": (
        "This folder may not be written. Put the project where you may write, then run this again."
    ),
}


def find_obstacle(folder: Path, *, window: bool) -> str | None:
    """Return all that keeps this machine from a set-up in `folder`, as one line; None if nothing does.

    Args:
        folder: where the environment will be.
        window: look for what a window needs, too.
    """
    lacks: dict[str, list[str]] = {}
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        lacks["Python's venv module"] = [_name_package(_VENV)]
    # On Linux a compiler can be had from the package registry, too.
    if build_native.find_missing() and not build_native.find_compiler() and not sys.platform.startswith("linux"):
        lacks["a C++ compiler"] = [_name_package(_COMPILER)]
    libraries = find_missing_libraries() if window else {}
    if libraries:
        known = sorted(set(libraries.values())) if _find_manager() == "apt-get" else sorted(libraries)
        lacks[f"libraries that a window needs ({', '.join(libraries)})"] = known
    if lacks:
        advice = _advise([package for packages in lacks.values() for package in packages])
        without = " Without a window: put DISPLAY= before the command." if libraries and len(lacks) == 1 else ""
        return f"Missing: {' and '.join(lacks)}. {advice}{without}"
    free = shutil.disk_usage(folder).free
    if free < SPACE_NEEDED:
        return f"Only {free / 1e9:.1f} GB are free on the disk of {folder}. Make room: 1.3 GB are needed."
    return None


def explain(log: str) -> str | None:
    """Return what the log of a failed installation means, as one line; None if nothing is known."""
    for pattern, meaning in _CAUSES.items():
        if match := re.search(pattern, log):
            return meaning.format(
                compiler=_advise([_name_package(_COMPILER)]), pythons=interpreter.name_range(), **match.groupdict()
            )
    return None


def _find_manager() -> str:
    return next((manager for manager in _PACKAGES if shutil.which(manager)), "")


def _name_package(part: int) -> str:
    """Return the name by which the system's package manager knows a part (an index into an entry of `_PACKAGES`)."""
    return _PACKAGES[_find_manager() or "apt-get"][part].format(minor=sys.version_info[1])


def _advise(packages: list[str]) -> str:
    """Return what installs packages here."""
    if sys.platform == "win32":
        return "Install Python anew with all its parts, and LLVM or another C++ compiler, then run this again."
    if sys.platform == "darwin":
        return "Install the command line tools (xcode-select --install), then run this again."
    if manager := _find_manager():
        return f"Install with: {_PACKAGES[manager][0]} {' '.join(packages)}"
    return f"Install {' '.join(packages)} with your package manager, then run this again."
