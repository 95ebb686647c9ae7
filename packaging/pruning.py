"""Takes out of a frozen program for Linux what it does not need, and what the system has."""

from __future__ import annotations

import re
from pathlib import Path

import icu_data
from elf_files import find_binaries, read_needs, strip
from system_libraries import LEFT, find_needs, find_unknown

UNNEEDED = (
    "PySide6/Qt/plugins/platformthemes/*gtk3*",  # brings GTK and forty libraries, some under other licences
    "PySide6/Qt/plugins/platforms/*eglfs*",
    "PySide6/Qt/plugins/platforms/*linuxfb*",
    "PySide6/Qt/plugins/platforms/*minimal*",
    "PySide6/Qt/plugins/platforms/*vnc*",
    "PySide6/Qt/plugins/platforms/*vkkhrdisplay*",
    "PySide6/Qt/plugins/egldeviceintegrations/*",
    "PySide6/Qt/plugins/generic/*",
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/tls/*",
    "PySide6/Qt/qml/**/*",
    # Pictures are decoded by the parser, with Pillow; the window is handed PNG, and its icons are SVG.
    "PySide6/Qt/plugins/imageformats/*q[!gjs]*",
    "lxml/isoschematron/**/*",
    "**/*.c",
    "**/*.h",
    "**/*.pyi",
    "**/*.pxd",
    "**/*.pyx",
    # What pip noted of its own work, some of it with a path of the machine that it was done on.
    "*.dist-info/RECORD",
    "*.dist-info/INSTALLER",
    "*.dist-info/REQUESTED",
    "*.dist-info/WHEEL",
    "*.dist-info/direct_url.json",
    "*.dist-info/top_level.txt",
)
"""Files that no entry point opens: plug-ins for devices without a desktop, and for what is done without Qt."""

_TRANSLATIONS = re.compile(r"qt(base)?_(de|en|he)\.qm")


def prune(internal: Path) -> None:
    """Leave in a frozen program what it needs, each library without symbols for debuggers.

    Raises:
        RuntimeError: something is in it, or needed by it, that must not be.
        subprocess.CalledProcessError: a tool of the linker failed.
    """
    _delete_unneeded(internal)
    for name in LEFT:
        (internal / name).unlink(missing_ok=True)
    _delete_idle(internal)
    for library in internal.glob("PySide6/Qt/lib/libicudata.so.*"):
        icu_data.shrink(library)
    for path in find_binaries(internal):
        strip(path)
    for link in internal.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()
    needs = find_needs(internal)
    if unknown := find_unknown(needs):
        raise RuntimeError(f"needed, but nowhere: {', '.join(f'{name} by {needs[name]}' for name in unknown)}")


def _delete_unneeded(internal: Path) -> None:
    unneeded = {path for pattern in UNNEEDED for path in internal.glob(pattern) if not path.is_dir()}
    unneeded |= {
        path for path in internal.glob("PySide6/Qt/translations/*.qm") if not _TRANSLATIONS.fullmatch(path.name)
    }
    for path in unneeded:
        path.unlink()
    for folder in sorted((path for path in internal.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _delete_idle(internal: Path) -> None:
    """Delete libraries that nothing needs any more, until nothing more goes."""
    while True:
        binaries = list(find_binaries(internal))
        needed = {name for path in binaries for name in read_needs(path)}
        idle = [path for path in binaries if _is_library(path, internal) and path.name not in needed]
        if not idle:
            return
        for path in idle:
            print(f"nothing needs {path.name}")
            path.unlink()


def _is_library(path: Path, internal: Path) -> bool:
    """Return whether a file is there for others only: in a room for libraries, under a library's name."""
    in_room = path.parent in (internal, internal / "PySide6" / "Qt" / "lib") or path.parent.suffix == ".libs"
    return in_room and path.name.startswith("lib") and not path.name.startswith("libpython")
