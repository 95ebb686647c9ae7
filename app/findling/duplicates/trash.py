"""The recycle bin of the platform."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote, unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.plans import Seen
    from findling.duplicates.fileops import FileSystem

_PATH = b"Path="


class Trash(Protocol):
    """A recycle bin."""

    def choose(self, path: Path) -> Path:
        """Choose the place of a file in the bin; an empty path where only the system knows.

        Raises:
            OSError: there is no bin for it.
        """

    def put(self, path: Path, place: Path) -> None:
        """Put a file into the bin, at the chosen place.

        Raises:
            OSError: it could not be done; the file is where it was.
        """

    def find(self, seen: Seen, place: Path) -> Path | None:
        """Return where a file lies in the bin now; None where it is gone."""

    def release(self, path: Path, place: Path) -> None:
        """Forget the place of a file that does not lie there."""


def open_bin(disk: FileSystem) -> Trash:
    """Return the bin of this platform."""
    return SystemTrash(disk) if sys.platform in {"win32", "darwin"} else FreedesktopTrash(disk)


class FreedesktopTrash:
    """Bin of Linux desktops: the user's own on the home volume, one at the root of every other.

    It follows the FreeDesktop.org Trash specification 1.0; no library says where in the bin a file went, as undoing
    needs.
    """

    def __init__(self, disk: FileSystem, home: Path | None = None) -> None:
        self._disk = disk
        data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
        self._home = home or Path(data) / "Trash"

    def choose(self, path: Path) -> Path:
        """Choose a name that nothing in the bin has."""
        folder, _ = self._choose(path)
        for part in ("files", "info"):
            (folder / part).mkdir(mode=0o700, parents=True, exist_ok=True)
        number = 1
        place = folder / "files" / path.name
        while os.path.lexists(place) or os.path.lexists(_info_file(place)):
            number += 1
            place = place.with_name(f"{path.stem}.{number}{path.suffix}")
        return place

    def put(self, path: Path, place: Path) -> None:
        """Write the info file, which takes the name, and move the file in."""
        _, origin = self._choose(path)
        self._disk.create(
            _info_file(place),
            b"[Trash Info]\n"
            + _PATH
            + quote(os.fsencode(origin)).encode()
            + b"\n"
            # As the specification has it: local, without a zone.
            + f"DeletionDate={datetime.now().astimezone():%Y-%m-%dT%H:%M:%S}\n".encode(),
        )
        self._disk.move(path, place)

    def find(self, seen: Seen, place: Path) -> Path | None:
        """Return the place if the bin was not emptied and no other file has taken it."""
        return place if os.path.lexists(place) and _may_be_of(seen.path, _info_file(place)) else None

    def release(self, path: Path, place: Path) -> None:
        """Remove the info file."""
        if not os.path.lexists(place) and _may_be_of(path, _info_file(place)):
            _info_file(place).unlink(missing_ok=True)

    def _choose(self, path: Path) -> tuple[Path, Path]:
        """Return the bin of a file's volume, and the path that its info file names."""
        device = path.parent.stat().st_dev
        home = self._home
        existing = next(folder for folder in (home, *home.parents) if folder.exists())
        if existing.stat().st_dev == device:
            return home, path
        top = path.parent.resolve()
        while not top.is_mount():
            top = top.parent
        shared = top / ".Trash"
        # One that everyone may write to has to be sticky, and no link, to be safe.
        if shared.is_dir() and not shared.is_symlink() and shared.stat().st_mode & 0o1000:
            return shared / str(os.getuid()), (path.parent.resolve() / path.name).relative_to(top)
        return top / f".Trash-{os.getuid()}", (path.parent.resolve() / path.name).relative_to(top)


class SystemTrash:
    """Bin of Windows or macOS, which does not say where it put a file: found by content."""

    def __init__(self, disk: FileSystem) -> None:
        self._disk = disk

    def choose(self, path: Path) -> Path:  # noqa: ARG002 - only the system knows
        """Return an empty path."""
        return Path()

    def put(self, path: Path, place: Path) -> None:  # noqa: ARG002 - only the system knows
        """Have the system take the file."""
        from send2trash import send2trash

        send2trash(path)

    def find(self, seen: Seen, place: Path) -> Path | None:  # noqa: ARG002 - only the system knows
        """Find a file of that size, time and content in the bins of this user."""
        for folder in _system_bins(seen.path):
            for path in folder.rglob("*"):
                try:
                    stat = path.lstat()
                    if stat.st_size == seen.size and self._disk.see(path).content == seen.content:
                        return path
                except OSError:  # another user's, or gone in this moment
                    continue
        return None

    def release(self, path: Path, place: Path) -> None:
        """Do nothing, since nothing was reserved."""


def _system_bins(path: Path) -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(path.anchor) / "$Recycle.Bin"
        return
    yield Path.home() / ".Trash"
    top = path.parent
    while not top.is_mount() and top != top.parent:
        top = top.parent
    yield top / ".Trashes"


def _may_be_of(path: Path, info: Path) -> bool:
    """Tell whether an info file names a file, or none: one that is gone, or was cut short."""
    try:
        lines = info.read_bytes().split(b"\n")
    except FileNotFoundError:
        return True
    named = next((unquote_to_bytes(line[len(_PATH) :]) for line in lines if line.startswith(_PATH)), None)
    if named is None or named == os.fsencode(path):
        return True
    return os.fsencode(path.parent.resolve() / path.name).endswith(b"/" + named)


def _info_file(place: Path) -> Path:
    return place.parent.parent / "info" / f"{place.name}.trashinfo"
