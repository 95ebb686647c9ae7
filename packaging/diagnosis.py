"""Explains in one line what a machine lacks, or why an installation failed, with a remedy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import interpreter

SPACE_NEEDED = 1_500_000_000
"""Bytes: an environment with all tools takes 0.94 GB, and pip unpacks beside it."""

# Package manager -> how it installs a C++ compiler, Python's headers, and Python's venv module.
_PACKAGES = {
    "apt-get": ("sudo apt-get install", "g++", "python3.{minor}-dev", "python3.{minor}-venv"),
    "dnf": ("sudo dnf install", "gcc-c++", "python3-devel", "python3"),
    "zypper": ("sudo zypper install", "gcc-c++", "python3{minor}-devel", "python3{minor}"),
    "pacman": ("sudo pacman -S", "gcc", "python", "python"),
}

_NO_NETWORK = (
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|ConnectionReset|"
    r"Temporary failure in name resolution|Network is unreachable|getaddrinfo failed"
)

# What an installation's log says -> what it means. The first that is found counts: causes before their consequences.
_CAUSES = {
    r"No space left on device|Errno 28\b|WinError 112\b|not enough space on the disk": (
        "The disk is full. Make room (1.5 GB are needed), then run this again."
    ),
    r"DO NOT MATCH THE HASHES": (
        "A downloaded package is not the one that was tested, so it was not installed. Run this again; "
        "if it says so again, your network changes what you download."
    ),
    r"fatal error: '?Python\.h": "Python's headers are missing. {headers}",
    r"Microsoft Visual C\+\+|Unsupported compiler|unable to execute|xcrun: error": (
        "A C++ compiler is missing. {compiler}"
    ),
    r"Killed signal terminated|cc1plus: out of memory|virtual memory exhausted": (
        "There was too little memory to compile hnswlib. Close other programs (1 GB is needed), then run this again."
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


def find_obstacle(folder: Path) -> str | None:
    """Return what keeps this machine from a set-up in `folder`, as one line; None if nothing does."""
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        return f"Python's venv module is missing. {_advise(3)}"
    lacking = []
    if not _has_compiler():
        lacking.append(("a C++ compiler", 1))
    if os.name == "posix" and not Path(sysconfig.get_path("include"), "Python.h").is_file():
        lacking.append(("Python's headers (Python.h)", 2))
    if lacking:
        return f"Missing: {' and '.join(name for name, _ in lacking)}. {_advise(*(part for _, part in lacking))}"
    free = shutil.disk_usage(folder).free
    if free < SPACE_NEEDED:
        return f"Only {free / 1e9:.1f} GB are free on the disk of {folder}. Make room: 1.5 GB are needed."
    return None


def explain(log: str) -> str | None:
    """Return what the log of a failed installation means, as one line; None if nothing is known."""
    for pattern, meaning in _CAUSES.items():
        if match := re.search(pattern, log):
            return meaning.format(
                compiler=_advise(1), headers=_advise(2), pythons=interpreter.name_range(), **match.groupdict()
            )
    return None


def _has_compiler() -> bool:
    if os.name == "nt":
        return True  # setuptools looks for it in the registry; `explain` knows what it says when it finds none
    if sys.platform == "darwin" and subprocess.run(["/usr/bin/xcode-select", "-p"], check=False).returncode:
        return False  # /usr/bin/c++ is there all the same, as a stub that asks for the tools
    named = os.environ.get("CXX") or sysconfig.get_config_var("CXX") or "c++"
    return shutil.which(str(named).split()[0]) is not None


def _advise(*parts: int) -> str:
    """Return the command that installs parts (indexes into an entry of `_PACKAGES`) here."""
    if sys.platform == "win32":
        return "Install the Visual Studio Build Tools with “Desktop development with C++”, then run this again."
    if sys.platform == "darwin":
        return "Install the command line tools (xcode-select --install), then run this again."
    for manager, entry in _PACKAGES.items():
        if shutil.which(manager):
            names = " ".join(entry[part].format(minor=sys.version_info[1]) for part in parts)
            return f"Install with: {entry[0]} {names}"
    return "Install a C++ compiler and Python's development files with your package manager, then run this again."
