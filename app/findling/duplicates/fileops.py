"""The calls by which files are taken away and put back, each of which leaves every content whole wherever it stops."""

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

_PIECE = 1 << 20
_ASIDE = ".findling-"
_LEAVING = re.compile(r"\.findling-[0-9a-f]{32}")


class UnsafeError(OSError):
    """Findling itself refuses to go on with a file.

    Attributes:
        notice: why.
    """

    def __init__(self, number: int, notice: Notice) -> None:
        super().__init__(number, str(notice))
        self.notice = notice


class FileSystem:
    """The file system.

    A file is renamed onto an empty one of our own that holds the place: so nothing is ever overwritten, and what
    another program saves in the same moment moves along instead of being lost.
    """

    def see(self, path: Path) -> Seen:
        """Read a file to its end.

        Raises:
            OSError: it is not there, no regular file, or cannot be read.
        """
        with open(path, "rb", opener=_open_itself) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise UnsafeError(errno.EINVAL, ClearingMessage.NOT_REGULAR())
            digest = blake3()
            while piece := file.read(_PIECE):
                digest.update(piece)
        return Seen(
            path=path,
            size=found.st_size,
            modified_ns=found.st_mtime_ns,
            mode=stat.S_IMODE(found.st_mode),
            content=digest.digest(),
        )

    def move(self, source: Path, target: Path) -> None:
        """Move a file to a place where nothing is, on the same volume or another.

        Raises:
            FileExistsError: something is there.
            OSError: it cannot be done; the file is where it was.
        """
        self.hold(target)
        try:
            self.rename(source, target)
        except OSError as error:
            try:
                if error.errno != errno.EXDEV:
                    raise
                self._carry(source, target)
            except OSError:
                self._let_go(target)
                raise

    def replace_by_link(self, path: Path, survivor: Seen) -> None:
        """Let a name stand for another file of the same volume, all at once.

        Raises:
            OSError: it cannot be done, or the survivor is not what was seen; the name stands for what it stood for.
        """
        aside = _aside(path)
        try:
            self.link(survivor.path, aside)
            if self.see(aside).content != survivor.content:
                raise UnsafeError(errno.EAGAIN, ClearingMessage.SURVIVOR_HAS_CHANGED())
            self.rename(aside, path)
        finally:
            aside.unlink(missing_ok=True)

    def replace_by_copy(self, path: Path, seen: Seen) -> None:
        """Let a name that shares its file with others have one of its own, with the time and mode that it had.

        Raises:
            OSError: it cannot be done; the name stands for what it stood for.
        """
        aside = _aside(path)
        try:
            self._copy(path, aside)
            aside.chmod(seen.mode)
            os.utime(aside, ns=(seen.modified_ns, seen.modified_ns))
            self.rename(aside, path)
        finally:
            aside.unlink(missing_ok=True)

    def note(self, path: Path, content: bytes) -> None:
        """Write a small file of our own where nothing is.

        Raises:
            FileExistsError: something is there.
            OSError: it cannot be made.
        """
        with path.open("xb") as file:
            file.write(content)

    def hold(self, path: Path) -> None:
        """Make an empty file where nothing is.

        Raises:
            OSError: something is there, or it cannot be made.
        """
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

    def rename(self, source: Path, target: Path) -> None:
        """Rename onto what is of our own making.

        Raises:
            OSError: it cannot be done.
        """
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, where nothing is.

        Raises:
            OSError: it cannot be done.
        """
        os.link(source, target, follow_symlinks=False)

    def remove(self, path: Path) -> None:
        """Remove a file whose content is elsewhere, or that has none.

        Raises:
            OSError: it cannot be done.
        """
        path.unlink()

    def _carry(self, source: Path, target: Path) -> None:
        """Move to another volume: the source goes when its copy was read again and is what the source is then."""
        copy = _aside(target)
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
            shutil.copyfileobj(reader, writer, _PIECE)
            writer.flush()
            os.fsync(writer.fileno())

    def _let_go(self, target: Path) -> None:
        """Remove what held a place, unless the file has arrived there after all."""
        if target.lstat().st_size == 0:
            self.remove(target)


def is_one_file(one: Path, other: Path) -> bool:
    """Tell whether two names are hard links of one file; a link that points to a file is not that file.

    Raises:
        OSError: one of them is there but cannot be looked at.
    """
    try:
        left, right = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    return (left.st_dev, left.st_ino) == (right.st_dev, right.st_ino)


def is_open_elsewhere(path: Path) -> bool:
    """Whether another program has a file open; only Linux tells, and Windows refuses to move such a file."""
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


def _open_itself(path: str, flags: int) -> int:
    """Open a file and not what a link at its place points to, and never wait for a pipe."""
    if Path(path).is_symlink():  # Windows has no flag that would refuse it.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def remove_leavings(*folders: Path) -> None:
    """Remove what a crash has left beside the files that were being linked or copied.

    Raises:
        OSError: a folder cannot be read, or such a file not be removed.
    """
    for folder in folders:
        if folder.is_dir():
            for path in folder.glob(f"{_ASIDE}*"):
                if _LEAVING.fullmatch(path.name):
                    path.unlink(missing_ok=True)


def _aside(path: Path) -> Path:
    return path.with_name(f"{_ASIDE}{uuid.uuid4().hex}")
