"""Freezes Findling into dist/findling, which needs no Python; run by a Python that has Findling and PyInstaller."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FROZEN = ROOT / "dist" / "findling"
INTERNAL = FROZEN / "_internal"
SPEC = ROOT / "packaging" / "frozen" / "findling.spec"

UNNEEDED_PLUGINS = (
    "platformthemes/*gtk3*",  # brings GTK and forty libraries, some under other licences
    "platforms/*eglfs*",
    "platforms/*linuxfb*",
    "platforms/*minimalegl*",
    "platforms/*vnc*",
    "platforms/*vkkhrdisplay*",
    "egldeviceintegrations/*",
    "generic/*",
    "networkinformation/*",
    "tls/*",
)
"""Qt's plug-ins for devices without a desktop, and for what Findling does without Qt."""

REFUSED = re.compile(r"lib(readline|gtk|gdk|atk|pango|cairo)")
"""Libraries that must not be in it: GPL, or what comes with GTK."""


def freeze() -> None:
    """Build, take out what is not needed, and strip the rest.

    Raises:
        subprocess.CalledProcessError: PyInstaller or a tool failed.
        RuntimeError: a library is in it that must not be.
    """
    work = ROOT / "build" / "pyinstaller"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--distpath", str(FROZEN.parent), "--workpath", str(work), str(SPEC)], check=True)
    for pattern in UNNEEDED_PLUGINS:
        for plugin in INTERNAL.glob(f"PySide6/Qt/plugins/{pattern}"):
            plugin.unlink()
    shutil.rmtree(INTERNAL / "PySide6" / "Qt" / "qml", ignore_errors=True)
    for catalogue in (INTERNAL / "PySide6" / "Qt" / "translations").glob("*.qm"):
        if not re.fullmatch(r"qt(base)?_(de|en|he)\.qm", catalogue.name):
            catalogue.unlink()
    for pattern in ("*.c", "*.pyi"):
        for source in INTERNAL.rglob(pattern):
            source.unlink()
    if sys.platform.startswith("linux"):
        _prune()
        _strip()
        for link in INTERNAL.rglob("*"):
            if link.is_symlink() and not link.exists():
                link.unlink()
    refused = sorted(path.name for path in INTERNAL.rglob("lib*") if REFUSED.match(path.name))
    if refused:
        raise RuntimeError(f"must not be in it: {', '.join(refused)}")


def _prune() -> None:
    """Delete libraries that nothing needs any more, until nothing more goes."""
    while True:
        needed = {name for path in _list_binaries() for name in _read_needs(path)}
        idle = [path for path in _list_binaries() if _is_library(path) and path.name not in needed]
        if not idle:
            return
        for path in idle:
            print(f"nothing needs {path.name}")
            path.unlink()


def _list_binaries() -> list[Path]:
    """Return all ELF files."""
    files = (path for path in FROZEN.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def _is_library(path: Path) -> bool:
    """Return whether a file is there for others only: in a room for libraries, under a library's name."""
    rooms = (INTERNAL, INTERNAL / "PySide6" / "Qt" / "lib")
    return path.parent in rooms and path.name.startswith("lib") and not path.name.startswith("libpython")


def _read_needs(path: Path) -> list[str]:
    told = subprocess.run(["readelf", "-d", str(path)], check=True, stdout=subprocess.PIPE, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", told)


def _strip() -> None:
    """Strip Python's own library: those of wheels are stripped, and broken by it where their sections were moved."""
    for path in INTERNAL.glob("libpython*"):
        subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def main() -> int:
    """Freeze; 3 if that fails."""
    try:
        freeze()
    except (subprocess.CalledProcessError, RuntimeError) as error:
        print(f"Freezing failed: {error}", file=sys.stderr)
        return 3
    size = sum(path.stat().st_size for path in FROZEN.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{FROZEN}: {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
