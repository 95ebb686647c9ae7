"""Folders in memory, one for each encrypted library, which are gone after switching off.

Each notes which library it is of, so that one whose library was renamed or deleted is known to be nobody's.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat as modes
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

NOTE = "library"
"""Name of the file in such a folder that holds the path of its library's key."""

_PLACE = Path("/dev/shm")  # noqa: S108 - what lies in it is in a folder of one user's, checked before it is used
"""Place of Linux's file system in memory, half of it at most; glibc needs it, so that every desktop has it."""
_OTHERS = 0o077


def has_memory_place() -> bool:
    """Return whether this system has a place in memory for such folders."""
    return hasattr(os, "getuid") and _PLACE.is_dir() and os.access(_PLACE, os.W_OK)


def measure_memory_room() -> int:
    """Return the bytes that are free in the place in memory, where this system has one."""
    return shutil.disk_usage(_PLACE).free


def name_memory_folder(data: Path) -> Path:
    """Return the folder in memory of the library in a folder, by whatever links that is reached.

    Its name tells neither the library's nor whose it is beyond what the system shows anyway.
    """
    name = blake2b(os.fsencode(os.path.realpath(data)), digest_size=8).hexdigest()
    return _PLACE / f"{_name_prefix()}{name}"


def claim_memory_folder(folder: Path, key_file: Path) -> None:
    """Make a library's folder in memory, for its owner only, in the place of abandoned ones.

    Args:
        folder: as `name_memory_folder` names it.
        key_file: of the library.

    Raises:
        OSError: it cannot be made or written, or somebody else made it or can look into it.
    """
    is_new = not folder.exists()
    folder.mkdir(mode=0o700, exist_ok=True)
    _require_own(folder)
    note = folder / NOTE
    if is_new or not note.exists():
        opened = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(opened, "wb") as stream:
            stream.write(os.fsencode(os.path.realpath(key_file)))
    if is_new:
        _clear_abandoned()


def _clear_abandoned() -> None:
    """Delete this user's folders of libraries that have moved, or are not encrypted any more."""
    ours = re.compile(re.escape(_name_prefix()) + "[0-9a-f]{16}")
    with suppress(OSError):
        for folder in filter(lambda each: ours.fullmatch(each.name), list(_PLACE.iterdir())):
            # One that cannot be looked into, or is used in a way that is not known, is left alone.
            with suppress(OSError):
                _require_own(folder)
                if _is_abandoned(folder):
                    shutil.rmtree(folder)


def _is_abandoned(folder: Path) -> bool:
    key_file = os.fsdecode((folder / NOTE).read_bytes())
    if not os.path.isabs(key_file):  # noqa: PTH117 - a half written one is not to be taken for a path
        return False
    try:
        os.lstat(key_file)
    except (FileNotFoundError, NotADirectoryError):
        return True
    return False


def _require_own(folder: Path) -> None:
    """Refuse a folder at the place that somebody else made or can see into.

    Everyone may write beside it.

    Raises:
        PermissionError: it is one.
    """
    found = folder.lstat()
    if not modes.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or modes.S_IMODE(found.st_mode) & _OTHERS:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))


def _name_prefix() -> str:
    return f"findling-{os.getuid() if hasattr(os, 'getuid') else 0}-"
