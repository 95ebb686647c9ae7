"""Freezes Findling into dist/findling, which needs no Python; run by a Python that has Findling and PyInstaller."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import bill_of_materials
import pruning
from commit_time import read_commit_time

ROOT = Path(__file__).resolve().parent.parent
FROZEN = ROOT / "dist" / "findling"
SPEC = ROOT / "packaging" / "frozen" / "findling.spec"

REFUSED = re.compile(r"lib(readline|gtk|gdk|atk|pango|cairo)")
"""Libraries that must not be in it: GPL, or what comes with GTK."""


def freeze() -> None:
    """Build, and leave in it what is needed; the same commit and locks make the same files.

    Raises:
        subprocess.CalledProcessError: PyInstaller or a tool failed.
        RuntimeError: a library is in it that must not be.
    """
    work = ROOT / "build" / "pyinstaller"
    shutil.rmtree(work, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    # Sets would be written in the order of their hashes, and archives with the hour of the day.
    around = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(read_commit_time())}
    places = ["--distpath", str(FROZEN.parent), "--workpath", str(work)]
    subprocess.run([*command, *places, str(SPEC)], check=True, env=around)
    internal = FROZEN / "_internal"
    if sys.platform.startswith("linux"):
        pruning.prune(internal)
    refused = sorted(path.name for path in internal.rglob("lib*") if REFUSED.match(path.name))
    if refused:
        raise RuntimeError(f"must not be in it: {', '.join(refused)}")


def main() -> int:
    """Freeze, and write down what is in it; 3 if that fails."""
    try:
        freeze()
        if sys.platform.startswith("linux"):
            bill_of_materials.record(FROZEN)
    except (subprocess.CalledProcessError, RuntimeError, bill_of_materials.BillError) as error:
        print(f"Freezing failed: {error}", file=sys.stderr)
        return 3
    size = sum(path.stat().st_size for path in FROZEN.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{FROZEN}: {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
