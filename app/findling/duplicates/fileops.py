"""File operations of plans; each leaves every content whole wherever it stops."""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.plans import Seen
from findling.messages.library_templates import ClearingMessage

if TYPE_CHECKING:
    from findling.messages.notice import Notice

_BLOCK = 1 << 20
_READABLE = 0o755
_PREFIX = ".findling-"
_TEMPORARY = re.compile(r"\.findling-[0-9a-f]{32}")


class UnsafeError(OSError):
    """Refusal by Findling itself to go on with a file; `notice` says why."""

    def __init__(self, number: int, notice: Notice) -> None:
        super().__init__(number, str(notice))
        self.notice = notice


class FileSystem:
    """The file system.

    A file is renamed onto an empty one of our own that reserves the place: so nothing is ever overwritten, and what
    another program saves in the same moment moves along instead of being lost. All methods raise `OSError` where they
    cannot do their work, and leave things as they were.
    """

    def see(self, path: Path) -> Seen:
        """Read a regular file to its end."""
        with open(path, "rb", opener=_open_no_follow) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise UnsafeError(errno.EINVAL, ClearingMessage.NOT_REGULAR())
            digest = blake3()
            while block := file.read(_BLOCK):
                digest.update(block)
        return Seen(
            path=path,
            size=found.st_size,
            modified_ns=found.st_mtime_ns,
            mode=stat.S_IMODE(found.st_mode),
            content=digest.digest(),
        )

    def move(self, source: Path, target: Path) -> None:
        """Move a file to a free place, on the same volume or another."""
        self.reserve(target)
        try:
            self.rename(source, target)
        except OSError as error:
            try:
                if error.errno != errno.EXDEV:
                    raise
                self._move_across_volumes(source, target)
            except OSError:
                self._release(target)
                raise

    def replace_by_link(self, path: Path, survivor: Seen) -> None:
        """Replace a file by a hard link to its survivor on the same volume, unless that has changed."""
        temporary = _name_temporary(path)
        try:
            self.link(survivor.path, temporary)
            if self.see(temporary).content != survivor.content:
                raise UnsafeError(errno.EAGAIN, ClearingMessage.SURVIVOR_HAS_CHANGED())
            self.rename(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)

    def replace_by_copy(self, path: Path, seen: Seen) -> None:
        """Replace a hard link by a copy of its own, with the former time and mode."""
        temporary = _name_temporary(path)
        try:
            self._copy(path, temporary)
            temporary.chmod(seen.mode)
            os.utime(temporary, ns=(seen.modified_ns, seen.modified_ns))
            self.rename(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)

    def create(self, path: Path, content: bytes) -> None:
        """Write a small file of our own at a free place."""
        with path.open("xb") as file:
            file.write(content)

    def make_folder(self, path: Path) -> None:
        """Make a folder, and those missing above it, as readable to others as the one around it."""
        missing = [folder for folder in (path, *path.parents) if not folder.exists()]
        if not missing:
            return
        mode = missing[-1].parent.stat().st_mode & _READABLE
        for folder in reversed(missing):
            folder.mkdir()
            # The writer's own files are for their owner alone, which its mask sees to.
            folder.chmod(mode)

    def reserve(self, path: Path) -> None:
        """Make an empty file at a free place."""
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    def rename(self, source: Path, target: Path) -> None:
        """Rename onto a file of our own."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name at a free place."""
        os.link(source, target, follow_symlinks=False)

    def remove(self, path: Path) -> None:
        """Remove a file whose content is elsewhere, or that has none."""
        path.unlink()

    def _move_across_volumes(self, source: Path, target: Path) -> None:
        """Move to another volume; the source goes when its copy was read again and is equal."""
        copy = _name_temporary(target)
        try:
            self._copy(source, copy)
            shutil.copystat(source, copy)
            self.rename(copy, target)
        finally:
            copy.unlink(missing_ok=True)
        if self.see(target).content == self.see(source).content:
            self.remove(source)
        else:
            self.remove(target)
            raise UnsafeError(errno.EIO, ClearingMessage.COPY_DIFFERS())

    def _copy(self, source: Path, target: Path) -> None:
        with source.open("rb") as reader, target.open("xb") as writer:
            shutil.copyfileobj(reader, writer, _BLOCK)
            writer.flush()
            os.fsync(writer.fileno())

    def _release(self, target: Path) -> None:
        """Remove a placeholder, unless the file has arrived there after all."""
        if target.lstat().st_size == 0:
            self.remove(target)


def is_one_file(one: Path, other: Path) -> bool:
    """Tell whether two names are hard links of one file.

    Raises:
        OSError: that cannot be seen.
    """
    try:
        left, right = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    return (left.st_dev, left.st_ino) == (right.st_dev, right.st_ino)


def is_open_elsewhere(path: Path) -> bool:
    """Tell whether another program has a file open.

    Only Linux knows; Windows refuses to move such a file.
    """
    try:
        from fcntl import F_SETLEASE, F_UNLCK, F_WRLCK, fcntl
    except ImportError:
        return False
    with path.open("rb") as file:
        try:
            fcntl(file, F_SETLEASE, F_WRLCK)
        except OSError as error:
            return error.errno == errno.EAGAIN
        fcntl(file, F_SETLEASE, F_UNLCK)
    return False


def _open_no_follow(path: str, flags: int) -> int:
    """Open a file without following a link or waiting for a pipe."""
    if Path(path).is_symlink():  # Windows has no flag that would refuse it.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def remove_temporaries(*folders: Path) -> None:
    """Remove the temporary files that a crash has left beside linked or copied files."""
    for folder in folders:
        if folder.is_dir():
            for path in folder.glob(f"{_PREFIX}*"):
                if _TEMPORARY.fullmatch(path.name):
                    path.unlink(missing_ok=True)


def _name_temporary(path: Path) -> Path:
    return path.with_name(f"{_PREFIX}{uuid.uuid4().hex}")
