"""Nest of files: one from the disk, opened by the parent, those in it, and those in these.

Outside this process a file inside others has the path `OUTER/NAME`, as if the file on the disk were a folder. No file
of a disk has files below it, so that such a path means nothing else, and no call to the system can do anything to what
it names. The file on the disk is kept in memory, since what is in it is asked for one after the other.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import EmbeddedFiles, Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.embedded_entry import LARGEST
from findling.extraction.embedded.file_holder import NESTING_LIMIT, FileHolder, can_hold, open_holder
from findling.extraction.file_reading import SMALL, FileBytes, allow, read_open, to_stat
from findling.extraction.kinds import SNIFFED_BYTES, identify
from findling.extraction.source import Source
from findling.extraction.wrappings import unwrap
from findling.formats import SizeLimit
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.files import Stat

    Allowance = Callable[[bytes, str], SizeLimit]


_ANYTHING = SizeLimit(LARGEST, LARGEST)


@dataclass(frozen=True, slots=True)
class HandedFile:
    """File on the disk that was opened, or one inside it.

    Attributes:
        descriptor: of the file on the disk, which stands at its beginning.
        disk_name: that file's name.
        inner: names that lead to the file inside it, one for each part of the path; none for that file itself.
    """

    descriptor: int
    disk_name: str
    inner: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Name of the file itself."""
        return self.inner[-1] if self.inner else self.disk_name

    def read_version(self) -> FileVersion:
        """Return what tells the file, and this state of it, from any other."""
        found = os.fstat(self.descriptor)
        return FileVersion(found.st_dev, to_stat(found), self.disk_name, self.inner)


@dataclass(frozen=True, slots=True)
class FileVersion:
    """State of a file on the disk, and the place of a file inside it."""

    device: int
    stat: Stat
    disk_name: str
    inner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    """A file that holds others.

    Attributes:
        inner: its own place, as in `HandedFile`.
        modified_ns: its age, which is that of what does not say how old it is.
    """

    inner: tuple[str, ...]
    holder: FileHolder
    modified_ns: int


@dataclass(frozen=True, slots=True)
class _Outermost:
    """The file on the disk that is kept."""

    version: FileVersion
    file: FileBytes


class FileNest:
    """Opens files, and files inside them; keeps the last file on the disk for what is in it.

    Args:
        beat: called as work goes on.
    """

    def __init__(self, beat: Callable[[], None]) -> None:
        self._beat = beat
        self._outermost: _Outermost | None = None
        self._levels: list[_Level] = []
        self._opened: tuple[HandedFile, FileBytes] | None = None

    @property
    def has_opened(self) -> bool:
        """True if the file that was opened last is still kept."""
        return self._opened is not None

    def clear(self) -> None:
        """Close what is kept."""
        self._outermost = self._opened = None
        self._levels = []

    def release(self) -> None:
        """Close the file that was opened last, but not one that it is in."""
        if self._opened is not None and not self._opened[0].inner:
            self.clear()
        self._opened = None

    def open(self, handed: HandedFile) -> FileBytes:
        """Read a file; one inside another is of the age that is told there.

        Raises:
            ExtractionError: it cannot be read; `VANISHED` if nothing of that name is in the file around it.
        """
        self._opened = None
        file = self._open(handed, allow)
        self._opened = handed, file
        return file

    def unpack(self, handed: HandedFile) -> bytes:
        """Return all bytes of a file inside another, whether or not it is one that is read.

        Raises:
            ExtractionError: as `open` does.
        """
        return self._open(handed, lambda _head, _name: _ANYTHING).data

    def list_opened(self) -> EmbeddedFiles:
        """Return what is in the file that was opened last; nothing where its kind holds no files.

        Raises:
            ExtractionError: none can be found, with the reason.
            ValueError: none is kept.
        """
        if self._opened is None:
            raise ValueError("no file is open")
        handed, file = self._opened
        if not can_hold(identify(unwrap(file.data, handed.name), handed.name)):
            return EmbeddedFiles()
        return self._enter(handed.inner, handed.name, lambda: file).holder.list_files(file.stat.mtime_ns)

    def count_kept(self) -> int:
        """Return the bytes of the file on the disk around the opened one; 0 if they are one."""
        if self._outermost is None or self._opened is None or not self._opened[0].inner:
            return 0
        return len(self._outermost.file.data)

    def _open(self, handed: HandedFile, allowance: Allowance) -> FileBytes:
        file = self._read(handed, allow if handed.inner else allowance)
        inner = handed.inner
        if not inner:
            return file
        self._levels = [level for level in self._levels if level.inner == inner[: len(level.inner)] != inner]
        level = self._enter((), handed.disk_name, lambda: file)
        for _ in range(NESTING_LIMIT):
            at = len(level.inner)
            taken = next((n for n in range(at + 1, len(inner) + 1) if "/".join(inner[at:n]) in level.holder.entries), 0)
            if not taken:
                raise ExtractionError(Reason.VANISHED)
            is_last = taken == len(inner)
            unpack = partial(_unpack, level, "/".join(inner[at:taken]), allowance if is_last else allow)
            if is_last:
                return unpack()
            level = self._enter(inner[:taken], inner[taken - 1], unpack)
        raise ExtractionError(Reason.TOO_MANY_PARTS, FileMessage.NESTED_TOO_DEEP(limit=NESTING_LIMIT))

    def _read(self, handed: HandedFile, allowance: Allowance) -> FileBytes:
        """Return the file on the disk: for what is in it, as it was read before, if it is the same."""
        version = HandedFile(handed.descriptor, handed.disk_name).read_version()
        if handed.inner and self._outermost is not None and self._outermost.version == version:
            return self._outermost.file
        self.clear()
        file = read_open(handed.descriptor, lambda head: allowance(head, handed.disk_name), self._beat)
        self._outermost = _Outermost(version, file)
        return file

    def _enter(self, inner: tuple[str, ...], name: str, read: Callable[[], FileBytes]) -> _Level:
        """Return what is in a file, from what is kept or by reading it."""
        if (known := next((level for level in self._levels if level.inner == inner), None)) is not None:
            return known
        file = read()
        data = unwrap(file.data, name)
        kind = identify(data, name)
        if not can_hold(kind):
            raise ExtractionError(Reason.VANISHED)
        level = _Level(inner, open_holder(Source(data, name, self._beat), kind), file.stat.mtime_ns)
        self._levels.append(level)
        return level


def _unpack(level: _Level, name: str, allowance: Allowance) -> FileBytes:
    entry = level.holder.entries[name]
    data = entry.unpack()
    allowed = SMALL if len(data) <= SMALL.hashed else allowance(data[:SNIFFED_BYTES], name.rpartition("/")[2])
    if len(data) > allowed.hashed:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE_OVER(size=len(data), limit=allowed.hashed))
    return FileBytes(data[: allowed.kept], blake3(data).digest(), entry.to_stat(level.modified_ns))
