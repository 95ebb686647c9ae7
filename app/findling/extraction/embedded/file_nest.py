"""Path of a file inside other files: `OUTER/NAME`, as if the file on the disk were a folder.

No file of a disk has files below it, so that such a path means nothing else, and no call to the system can do anything
to what it names. The outermost file is kept open, since what is in it is asked for one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from blake3 import blake3

from findling.domain.files import EmbeddedFiles, Reason
from findling.errors import ExtractionError
from findling.extraction.embedded.embedded_entry import LARGEST
from findling.extraction.embedded.file_holder import DEPTH_LIMIT, FileHolder, can_hold, open_holder
from findling.extraction.file_reading import SMALL, FileBytes, read_whole, to_stat
from findling.extraction.kinds import SNIFFED_BYTES, identify
from findling.extraction.source import Source
from findling.formats import SizeLimit
from findling.messages.file_templates import FileMessage
from findling.paths import find_outermost

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.domain.files import Stat

    Allowance = Callable[[bytes, str], SizeLimit]


_ANYTHING = SizeLimit(LARGEST, LARGEST)


@dataclass(frozen=True, slots=True)
class _Level:
    """A file that holds others.

    Attributes:
        modified_ns: its age, which is that of what does not say how old it is.
    """

    path: Path
    holder: FileHolder
    modified_ns: int


class FileNest:
    """Opens files on the disk, and files inside them; keeps the last outermost file open for what is in it.

    Args:
        allow: gives how much of a large file is read, for its first 64 kB and its name.
        beat: called as work goes on.
    """

    def __init__(self, allow: Allowance, beat: Callable[[], None]) -> None:
        self._allow = allow
        self._beat = beat
        self._outermost: tuple[Path, FileBytes] | None = None
        self._levels: list[_Level] = []
        self._opened: tuple[Path, FileBytes] | None = None

    def clear(self) -> None:
        """Close what is kept open."""
        self._outermost = self._opened = None
        self._levels = []

    def release(self) -> None:
        """Close the file that was opened last, but not one that it is in."""
        if self._opened is not None and self._outermost is not None and self._opened[0] == self._outermost[0]:
            self.clear()
        self._opened = None

    def open(self, path: Path) -> FileBytes:
        """Read a file; one inside another is of the age that is told there.

        Raises:
            ExtractionError: it cannot be read; `VANISHED` if nothing of that name is in the file around it.
        """
        self._opened = None
        file = self._open(path, self._allow)
        self._opened = path, file
        return file

    def unpack(self, path: Path) -> bytes:
        """Return all bytes of a file inside another, whether or not it is one that is read.

        Raises:
            ExtractionError: as `open` does.
        """
        return self._open(path, lambda _head, _name: _ANYTHING).data

    def _open(self, path: Path, allow: Allowance) -> FileBytes:
        outermost, inner = find_outermost(path)
        kept = self._outermost
        if not inner or kept is None or kept[0] != outermost or self.stat(outermost) != kept[1].stat:
            self.clear()
            kept = self._outermost = outermost, self._read(outermost)
        file = kept[1]
        if not inner:
            return file
        self._levels = [level for level in self._levels if level.path in path.parents]
        level = self._enter(outermost, lambda: file)
        for _ in range(DEPTH_LIMIT):
            taken = next((n for n in range(1, len(inner) + 1) if "/".join(inner[:n]) in level.holder.entries), None)
            if taken is None:
                raise ExtractionError(Reason.VANISHED)
            unpack = partial(_unpack, level, "/".join(inner[:taken]), allow if inner[taken:] == () else self._allow)
            where, inner = level.path.joinpath(*inner[:taken]), inner[taken:]
            if not inner:
                return unpack()
            level = self._enter(where, unpack)
        raise ExtractionError(Reason.TOO_MANY_PARTS, FileMessage.NESTED_TOO_DEEP(limit=DEPTH_LIMIT))

    def list_opened(self, path: Path) -> EmbeddedFiles:
        """Return what is in the file that was opened last; nothing where its kind holds no files.

        Raises:
            ExtractionError: none can be found, with the reason.
        """
        known = self._opened
        file = known[1] if known is not None and known[0] == path else self.open(path)
        if not can_hold(identify(file.data, path.name)):
            return EmbeddedFiles()
        return self._enter(path, lambda: file).holder.list_files(file.stat.mtime_ns)

    def count_kept(self, path: Path) -> int:
        """Return the bytes of the outermost file that is kept open for what is in it; 0 if that is this file."""
        kept = self._outermost
        return len(kept[1].data) if kept is not None and kept[0] != path else 0

    def stat(self, path: Path) -> Stat | None:
        """Return what tells whether a file changed, of one inside another that of the outermost; None if it is gone."""
        try:
            return to_stat(find_outermost(path)[0].lstat())
        except OSError:
            return None

    def _read(self, path: Path) -> FileBytes:
        return read_whole(path, lambda head: self._allow(head, path.name), self._beat)

    def _enter(self, path: Path, read: Callable[[], FileBytes]) -> _Level:
        """Return what is in a file, from what is kept open or by reading it."""
        if (known := next((level for level in self._levels if level.path == path), None)) is not None:
            return known
        file = read()
        kind = identify(file.data, path.name)
        if not can_hold(kind):
            raise ExtractionError(Reason.VANISHED)
        level = _Level(path, open_holder(Source(file.data, path.name, self._beat), kind), file.stat.mtime_ns)
        self._levels.append(level)
        return level


def _unpack(level: _Level, name: str, allow: Allowance) -> FileBytes:
    entry = level.holder.entries[name]
    data = entry.unpack()
    allowed = SMALL if len(data) <= SMALL.hashed else allow(data[:SNIFFED_BYTES], name.rpartition("/")[2])
    if len(data) > allowed.hashed:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE_OVER(size=len(data), limit=allowed.hashed))
    return FileBytes(data[: allowed.kept], blake3(data).digest(), entry.to_stat(level.modified_ns))
