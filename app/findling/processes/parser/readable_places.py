"""Places that a confined parser may read: Python's, shared libraries, the system's fonts."""

from __future__ import annotations

import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

import findling
from findling.frozen_program import is_frozen
from findling.paths import resources

# What PDFium looks for where a PDF names a font and does not bring it.
_FONTS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"),
    *("/System/Library/Fonts", "/Library/Fonts"),
)
# What the C library reads by itself, and onnxruntime to know the processor: where shared libraries lie, time zones.
_SYSTEM = (
    *("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom"),
    *("/proc/cpuinfo", "/sys/devices/system/cpu"),
)
_MAPPINGS = Path("/proc/self/maps")


def list_readable_places() -> tuple[Path, ...]:
    """Return the places; none holds the user's home folder, whatever Python imports from."""
    folders = {
        *(Path(path) for name, path in sysconfig.get_paths().items() if name in ("stdlib", "platstdlib")),
        *(Path(path) for path in sys.path if Path(path).name in ("site-packages", "dist-packages")),
        Path(findling.__file__).parent,
        resources(),
        *_find_library_folders(),
    }
    if is_frozen():
        # Modules lie in the program's own file.
        folders |= {Path(sys.executable), Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))}
    forbidden = {Path("/")}
    with suppress(RuntimeError):  # a user without a home
        home = Path.home().resolve()
        forbidden.update((home, *home.parents))
    safe = {each.resolve() for each in folders} - forbidden
    return (*sorted(safe), *map(Path, _FONTS), *map(Path, _SYSTEM))


def _find_library_folders() -> set[Path]:
    """Return the folders of the loaded shared libraries, beside which those yet to come lie."""
    if not _MAPPINGS.exists():
        return set()
    # "address permissions offset device inode path"
    names = (line.split(maxsplit=5)[5:] for line in _MAPPINGS.read_text("utf-8", "surrogateescape").splitlines())
    return {Path(name[0]).parent for name in names if name and ".so" in name[0] and name[0].startswith("/")}
